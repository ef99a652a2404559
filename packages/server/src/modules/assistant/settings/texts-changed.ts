import { type Locale, locales } from '@fairlead/contract';
import type { KeptSettings } from './settings.ts';

/** How many texts are another between two versions of the settings, by language. Pure. */
export function textsChanged(
  before: KeptSettings['texts'] = {},
  after: KeptSettings['texts'],
): Array<{ locale: Locale; count: number }> {
  return locales
    .map((locale) => {
      const [was, is] = [before[locale] ?? {}, after[locale] ?? {}];
      const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
      return { locale, count: [...keys].filter((key) => was[key]?.text !== is[key]?.text).length };
    })
    .filter(({ count }) => count > 0);
}
