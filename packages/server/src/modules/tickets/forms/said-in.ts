import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Catalogue, formatMessage, type Locale, locales, type Said } from '@fairlead/contract';

const { resolve } = createRequire(import.meta.url);
const catalogues = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(resolve(`@fairlead/contract/locales/${locale}.json`), 'utf8')) as Catalogue,
  ]),
) as Record<Locale, Catalogue>;

/** What the contract's catalogue of a language says under a key: names of fields and choices that came along. */
export function saidIn(locale: Locale): Said {
  return (key) => {
    const text = catalogues[locale][key];
    return text === undefined ? undefined : formatMessage(locale, text, {});
  };
}
