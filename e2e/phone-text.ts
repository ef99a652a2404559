import { readFileSync } from 'node:fs';
import type { Locale } from '@fairlead/contract';

const read = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`../packages/${file}`, import.meta.url), 'utf8')) as Record<string, string>;

/** What the playground's phones say for a key in a language. */
export function phoneText(locale: Locale, key: string): string {
  const text = read(`playground/locales/${locale}.json`)[key];
  if (text === undefined) throw new Error(`the phones have no text ${key} in ${locale}`);
  return text;
}

/** What customers are told on platforms, for a key in a language. */
export function toldText(locale: Locale, key: string): string {
  const text = read(`server/src/modules/conversations/locales/${locale}.json`)[key];
  if (text === undefined) throw new Error(`customers are told nothing for ${key} in ${locale}`);
  return text;
}
