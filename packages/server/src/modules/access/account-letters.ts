import {
  type Catalogue,
  type ConsoleLocale,
  formatMessage,
  type Locale,
  nearestConsoleLocale,
} from '@fairlead/contract';
import type { Letter } from '../../platform/mail/mail.ts';
import { invitationDays, resetMinutes } from './link-rules.ts';
import en from './locales/en.json' with { type: 'json' };
import es from './locales/es.json' with { type: 'json' };
import ja from './locales/ja.json' with { type: 'json' };
import ko from './locales/ko.json' with { type: 'json' };
import ru from './locales/ru.json' with { type: 'json' };
import vi from './locales/vi.json' with { type: 'json' };
import zhCN from './locales/zh-CN.json' with { type: 'json' };

const catalogues: Record<ConsoleLocale, Catalogue> = { 'zh-CN': zhCN, en, ja, ko, ru, es, vi };

type Notice = 'seal_opened' | 'announcement_outlived';

/** Letters to agents come in the languages of the console; in English for whoever reads none of them. */
function write(
  kind: 'reset' | 'invitation' | Notice,
  to: { email: string; locale: Locale },
  params: Record<string, string | number>,
): Letter {
  const locale = nearestConsoleLocale(to.locale) ?? 'en';
  const text = (part: 'subject' | 'text') =>
    formatMessage(locale, catalogues[locale][`mail.${kind}.${part}`] ?? '', params);
  return { to: to.email, subject: text('subject'), text: text('text') };
}

/** Whom a letter is for and what it says of the installation. */
export interface Addressee {
  name: string;
  email: string;
  locale: Locale;
  organisation: string;
}

export function resetLetter(addressee: Addressee, link: string): Letter {
  const { name, organisation } = addressee;
  return write('reset', addressee, { name, organisation, link, minutes: resetMinutes });
}

export function invitationLetter(addressee: Addressee, link: string): Letter {
  const { name, organisation } = addressee;
  return write('invitation', addressee, { name, organisation, link, days: invitationDays });
}

/** What somebody should know of: what others did, or what became of their work, with the parameters of its text. */
export function noticeLetter(
  kind: Notice,
  addressee: Addressee,
  params: Record<string, string | number>,
): Letter {
  const { name, organisation } = addressee;
  return write(kind, addressee, { name, organisation, ...params });
}
