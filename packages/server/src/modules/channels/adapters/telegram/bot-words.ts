import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Catalogue,
  defaultLocale,
  formatMessage,
  type Locale,
  locales,
  type MessageParams,
  nearestLocale,
} from '@fairlead/contract';

const { resolve } = createRequire(import.meta.url);
const catalogues = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(resolve(`@fairlead/contract/locales/${locale}.json`), 'utf8')) as Catalogue,
  ]),
) as Record<Locale, Catalogue>;

/** What the bot says by itself, in the language nearest to that of who wrote. */
export function botWords(
  language: string | undefined,
  key: 'channel.greeting' | 'channel.write_privately',
  params: MessageParams = {},
): string {
  const locale = (language && nearestLocale(language)) || defaultLocale;
  return formatMessage(locale, catalogues[locale][key] ?? '', params);
}
