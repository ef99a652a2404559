import { type Catalogue, formatMessage, type Locale, type MessageParams } from '@fairlead/contract';
import { cataloguesIn } from '../../platform/catalogues.ts';
import type { OwnTexts } from '../exchange/index.ts';
import type en from './locales/en.json';

export type WordKey = keyof typeof en;
/** What the assistant says for a key, in a language. */
export type Words = (locale: Locale, key: WordKey, params?: MessageParams) => string;

const catalogues = cataloguesIn(new URL('./locales/', import.meta.url));

/** The texts of the assistant as they are shipped, in a language. */
export const shippedWords = (locale: Locale): Catalogue => catalogues(locale);

/** What the assistant says as it is shipped. */
export const assistantWords: Words = (locale, key, params = {}) =>
  formatMessage(locale, catalogues(locale)[key] ?? '', params);

/** What it says where administrators have texts of their own. */
export const wordsWith =
  (own: OwnTexts): Words =>
  (locale, key, params = {}) =>
    formatMessage(locale, own(locale, key) ?? catalogues(locale)[key] ?? '', params);
