import { type ExampleKind, exampleKinds, type LanguageResult, locales, type Tally } from '@fairlead/contract';
import type { Judged } from './evaluate.ts';
import { kindOf } from './example.ts';

const tallyOf = (judged: ReadonlyArray<Pick<Judged, 'missed'>>): Tally => ({
  right: judged.filter((it) => it.missed.length === 0).length,
  total: judged.length,
});

/** Right and total of each language that has examples, and of each kind in it. Pure. */
export function resultsOf(judged: ReadonlyArray<Pick<Judged, 'example' | 'missed'>>): LanguageResult[] {
  return locales.flatMap((locale) => {
    const own = judged.filter((it) => it.example.locale === locale);
    if (own.length === 0) return [];
    const kinds: Partial<Record<ExampleKind, Tally>> = {};
    for (const kind of exampleKinds) {
      const tally = tallyOf(own.filter((it) => kindOf(it.example.expect) === kind));
      if (tally.total > 0) kinds[kind] = tally;
    }
    return [{ locale, ...tallyOf(own), kinds }];
  });
}

/** Right and total of all languages together. */
export const sumOf = (results: readonly LanguageResult[]): Tally => ({
  right: results.reduce((sum, it) => sum + it.right, 0),
  total: results.reduce((sum, it) => sum + it.total, 0),
});

/** A language in which fewer of the same examples are right. */
export interface Fall {
  readonly locale: LanguageResult['locale'];
  readonly before: number;
  readonly after: number;
}

/** The languages that lose by going from one to the other; both are of the same examples. Pure. */
export const fallsOf = (before: readonly LanguageResult[], after: readonly LanguageResult[]): Fall[] =>
  before.flatMap(({ locale, right }) => {
    const now = after.find((it) => it.locale === locale)?.right ?? 0;
    return now < right ? [{ locale, before: right, after: now }] : [];
  });
