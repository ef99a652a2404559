import contract from '@fairlead/contract/locales/zh-CN.json';
import type { MessageKey } from './catalogue-en.ts';
import access from './locales/access.zh-CN.json';
import alerts from './locales/alerts.zh-CN.json';
import articles from './locales/articles.zh-CN.json';
import assistant from './locales/assistant.zh-CN.json';
import automation from './locales/automation.zh-CN.json';
import channels from './locales/channels.zh-CN.json';
import copilot from './locales/copilot.zh-CN.json';
import customers from './locales/customers.zh-CN.json';
import exchange from './locales/exchange.zh-CN.json';
import flows from './locales/flows.zh-CN.json';
import forms from './locales/forms.zh-CN.json';
import inbox from './locales/inbox.zh-CN.json';
import integrations from './locales/integrations.zh-CN.json';
import learning from './locales/learning.zh-CN.json';
import macros from './locales/macros.zh-CN.json';
import official from './locales/official.zh-CN.json';
import operations from './locales/operations.zh-CN.json';
import people from './locales/people.zh-CN.json';
import risk from './locales/risk.zh-CN.json';
import shell from './locales/shell.zh-CN.json';
import sla from './locales/sla.zh-CN.json';
import tickets from './locales/tickets.zh-CN.json';
import ui from './locales/ui.zh-CN.json';

/** The texts in simplified Chinese; a key missing here does not compile. */
export const catalogue = {
  ...contract,
  ...ui,
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
  ...exchange,
  ...alerts,
  ...flows,
  ...people,
  ...channels,
  ...integrations,
  ...official,
  ...operations,
  ...articles,
  ...assistant,
  ...copilot,
} satisfies Record<MessageKey, string>;
