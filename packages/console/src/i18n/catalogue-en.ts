import contract from '@fairlead/contract/locales/en.json';
import access from './locales/access.en.json';
import alerts from './locales/alerts.en.json';
import announcements from './locales/announcements.en.json';
import articles from './locales/articles.en.json';
import assistant from './locales/assistant.en.json';
import automation from './locales/automation.en.json';
import channels from './locales/channels.en.json';
import copilot from './locales/copilot.en.json';
import culture from './locales/culture.en.json';
import customers from './locales/customers.en.json';
import exchange from './locales/exchange.en.json';
import flows from './locales/flows.en.json';
import forms from './locales/forms.en.json';
import inbox from './locales/inbox.en.json';
import integrations from './locales/integrations.en.json';
import learning from './locales/learning.en.json';
import macros from './locales/macros.en.json';
import official from './locales/official.en.json';
import operations from './locales/operations.en.json';
import people from './locales/people.en.json';
import risk from './locales/risk.en.json';
import shell from './locales/shell.en.json';
import shield from './locales/shield.en.json';
import sla from './locales/sla.en.json';
import tickets from './locales/tickets.en.json';
import tokens from './locales/tokens.en.json';
import translation from './locales/translation.en.json';
import ui from './locales/ui.en.json';

/** The English texts: the catalogue that names every key. */
export const catalogue = {
  ...contract,
  ...ui,
  ...shield,
  ...shell,
  ...access,
  ...inbox,
  ...tickets,
  ...forms,
  ...learning,
  ...macros,
  ...risk,
  ...sla,
  ...automation,
  ...customers,
  ...culture,
  ...exchange,
  ...alerts,
  ...announcements,
  ...flows,
  ...people,
  ...channels,
  ...integrations,
  ...tokens,
  ...official,
  ...operations,
  ...articles,
  ...assistant,
  ...copilot,
  ...translation,
};

/** A key that every language has. */
export type MessageKey = keyof typeof catalogue;
