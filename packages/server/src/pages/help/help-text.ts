import { readFileSync } from 'node:fs';
import { formatMessage, type Locale, locales } from '@fairlead/contract';

type Catalogue = Readonly<Record<string, string>>;
const catalogues = new Map<Locale, Catalogue>(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(`./locales/${locale}.json`, import.meta.url), 'utf8')) as Catalogue,
  ]),
);
/** What the help center's pages say, in one language. */
export type HelpText = (key: string, params?: Record<string, string | number>) => string;

export const helpText =
  (locale: Locale): HelpText =>
  (key, params = {}) =>
    formatMessage(locale, catalogues.get(locale)?.[key] ?? key, params);
