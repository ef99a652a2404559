import { readFileSync } from 'node:fs';
import { type Catalogue, formatMessage, type Locale, type MessageParams } from '@fairlead/contract';

const catalogues = new Map<Locale, Catalogue>();

function catalogueOf(locale: Locale): Catalogue {
  let catalogue = catalogues.get(locale);
  if (!catalogue) {
    const file = new URL(`../packages/widget/locales/${locale}.json`, import.meta.url);
    catalogue = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
    catalogues.set(locale, catalogue);
  }
  return catalogue;
}

/** What the chat says for a key in a language: the names by which its customers know its buttons. */
export function widgetText(locale: Locale, key: string, params: MessageParams = {}): string {
  const text = catalogueOf(locale)[key];
  if (text === undefined) throw new Error(`the chat has no text ${key} in ${locale}`);
  return formatMessage(locale, text, params);
}
