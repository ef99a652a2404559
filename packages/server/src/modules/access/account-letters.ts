import {
  type Catalogue,
  type ConsoleLocale,
  formatMessage,
  type Locale,
  languageOf,
} from '@fairlead/contract';
import type { Letter } from '../../platform/mail/mail.ts';
import { invitationDays, resetMinutes } from './link-rules.ts';
import en from './locales/en.json' with { type: 'json' };
import zhCN from './locales/zh-CN.json' with { type: 'json' };

const catalogues: Record<ConsoleLocale, Catalogue> = { 'zh-CN': zhCN, en };

/** Letters to agents come in the languages of the console: Chinese for whoever reads it, English for everybody else. */
function write(
  kind: 'reset' | 'invitation',
  to: { email: string; locale: Locale },
  params: Record<string, string | number>,
): Letter {
  const locale: ConsoleLocale = languageOf(to.locale) === 'zh' ? 'zh-CN' : 'en';
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
