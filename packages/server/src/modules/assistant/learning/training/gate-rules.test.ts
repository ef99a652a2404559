import type { Locale } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { reportOf } from './gate-rules.ts';

const scores = (...rows: Array<[Locale, number, number, number]>) =>
  rows.map(([locale, before, after, total]) => ({
    locale,
    before: { right: before, total },
    after: { right: after, total },
  }));

test.each<
  [string, ReturnType<typeof scores>, Array<{ locale: Locale; before: number; after: number }>, string[]]
>([
  ['the same is enough', scores(['en', 300, 300, 314]), [], []],
  ['better in one, a little less in another', scores(['en', 300, 305, 314], ['ja', 300, 297, 314]), [], []],
  ['exactly what a language may lose', scores(['en', 90, 92, 100], ['ja', 90, 89, 100]), [], []],
  ['more than a language may lose', scores(['en', 90, 95, 100], ['ja', 90, 88, 100]), [], ['language']],
  ['less in all together', scores(['en', 300, 300, 314], ['ja', 300, 299, 314]), [], ['macro']],
  ['less in all, and much in one', scores(['en', 90, 60, 100]), [], ['macro', 'language']],
  ['fewer examples', scores(['en', 90, 100, 100]), [{ locale: 'vi', before: 3, after: 2 }], ['examples']],
  ['nothing to measure by', [], [], []],
])('%s', (_what, languages, falls, reasons) => {
  expect(reportOf(3, languages, falls)).toMatchObject({ against: 3, reasons });
});

test('a small language counts as much as a large one', () => {
  const { macro } = reportOf(0, scores(['en', 900, 900, 1000], ['vi', 5, 10, 10]), []);
  expect(macro.before).toBeCloseTo(0.7);
  expect(macro.after).toBeCloseTo(0.95);
});
