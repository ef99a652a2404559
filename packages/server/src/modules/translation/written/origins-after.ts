import { createHash } from 'node:crypto';
import type { Locale } from '@fairlead/contract';

type Texts = Readonly<Partial<Record<Locale, string>>>;

/** A text and the language that the others follow. */
export interface Sourced {
  readonly texts: Texts;
  readonly source: Locale;
}

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What each language was written from after a text was saved: what was written now from the source as it is now, the others from what they were written from
 * before. Where another language has become the source, or nothing was there, all count as written from it. `noted` is what was known before. Pure.
 */
export function originsAfter(
  before: Sourced | null,
  after: Sourced,
  noted: ReadonlyMap<Locale, string>,
): Map<Locale, string> {
  const now = hashOfText(after.texts[after.source] ?? '');
  const anew = before === null || before.source !== after.source;
  const former = hashOfText(before?.texts[before.source] ?? '');
  return new Map(
    (Object.keys(after.texts) as Locale[])
      .filter((locale) => locale !== after.source)
      .map((locale) => {
        const kept = !anew && before.texts[locale] === after.texts[locale];
        return [locale, kept ? (noted.get(locale) ?? former) : now];
      }),
  );
}
