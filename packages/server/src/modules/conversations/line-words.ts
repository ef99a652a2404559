import { type Locale, languageOf, nearestLocale } from '@fairlead/contract';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import { letterWords } from './letter-words.ts';

/** The language in which a customer is told something: what they write, in the form of it that is known of them. */
export const localeOf = ({ locale, language }: Pick<ConversationRecord, 'locale' | 'language'>): Locale =>
  languageOf(locale) === languageOf(language) ? locale : (nearestLocale(language) ?? locale);

/** What a customer on a platform reads of a line of the system, and where they say how it was, if they can. Pure. */
export function lineWords(
  locale: Locale,
  { key, params }: NonNullable<MessageRecord['system']>,
  ratingLink: string | null,
): string {
  const said = letterWords(locale, `line.${key}`, params);
  return key === 'closed' && ratingLink !== null
    ? `${said}\n${letterWords(locale, 'line.rate', { link: ratingLink })}`
    : said;
}
