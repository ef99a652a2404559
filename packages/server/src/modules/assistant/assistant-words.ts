import { readFileSync } from 'node:fs';
import { type Catalogue, formatMessage, type Locale, locales, type MessageParams } from '@fairlead/contract';
import type en from './locales/en.json';

export type WordKey = keyof typeof en;

const catalogues = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(`./locales/${locale}.json`, import.meta.url), 'utf8')) as Catalogue,
  ]),
) as Record<Locale, Catalogue>;

/** What the assistant says for a key, in a language. */
export const assistantWords = (locale: Locale, key: WordKey, params: MessageParams = {}): string =>
  formatMessage(locale, catalogues[locale][key] ?? '', params);
