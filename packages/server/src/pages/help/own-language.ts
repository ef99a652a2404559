import type { Locale } from '@fairlead/contract';
import { type Html, html } from './html.ts';

/** The attributes of words that may be in another language than their page: which one, and to be written in their own direction. */
export const ownLanguage = (words: { readonly locale: Locale }, page: Locale): Html | null =>
  words.locale === page ? null : html` lang="${words.locale}" dir="auto"`;
