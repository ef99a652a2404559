import { readFileSync } from 'node:fs';
import {
  type Catalogue,
  formatMessage,
  type Locale,
  locales,
  type MessageParams,
  type TellingKind,
} from '@fairlead/contract';

const catalogues = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(`./locales/${locale}.json`, import.meta.url), 'utf8')) as Catalogue,
  ]),
) as Record<Locale, Catalogue>;

/** What letters to customers say for a key, in the customer's language. */
export const letterWords = (locale: Locale, key: string, params: MessageParams = {}): string =>
  formatMessage(locale, catalogues[locale][key] ?? '', params);

/** How a case stands, in as few words as templates of platforms hold. */
export const noticeWords = (locale: Locale, status: TellingKind): string =>
  letterWords(locale, `notice.${status}`);
