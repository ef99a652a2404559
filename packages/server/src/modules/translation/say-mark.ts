import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Catalogue, formatMessage, type Locale, locales } from '@fairlead/contract';

const { resolve } = createRequire(import.meta.url);
const marks = Object.fromEntries(
  locales.map((locale) => {
    const path = resolve(`@fairlead/contract/locales/${locale}.json`);
    return [locale, (JSON.parse(readFileSync(path, 'utf8')) as Catalogue)['translation.mark'] ?? ''];
  }),
) as Record<Locale, string>;

/** The line by which a customer learns, in their language, that a reply is a translation. It goes along on every channel. Pure. */
export function sayMark(from: Locale, to: Locale): string {
  const language = new Intl.DisplayNames(to, { type: 'language' }).of(from) ?? from;
  return formatMessage(to, marks[to], { language });
}
