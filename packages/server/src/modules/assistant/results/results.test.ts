import { describe, expect, test } from 'vitest';
import { kindOf } from './example.ts';
import { hashOf } from './hash-of.ts';
import { dueNow } from './nightly.ts';
import { fallsOf } from './tally.ts';

const nothing = { intent: null, decision: null, flow: null, handOver: null, articles: [] };

test.each([
  [{ handOver: 'asked', flow: 'fees' }, 'hand_over'],
  [{ decision: 'hand_over' }, 'hand_over'],
  [{ flow: 'fees', articles: ['a'] }, 'flow'],
  [{ decision: 'flow' }, 'flow'],
  [{ articles: ['a'] }, 'answer'],
  [{ decision: 'answer' }, 'answer'],
  [{ decision: 'out_of_scope' }, 'other'],
  [{ intent: 'api.key' }, 'other'],
] as const)('%j is counted as %s', (said, kind) => {
  expect(kindOf({ ...nothing, ...said, articles: [...('articles' in said ? said.articles : [])] })).toBe(
    kind,
  );
});

test('a value is called the same in whatever order its keys stand', () => {
  expect(hashOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(hashOf({ b: { d: null, c: [1, 2] }, a: 1 }));
  expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
});

describe('a night is due', () => {
  test.each([
    ['2026-11-26T02:59:59Z', 'UTC', null],
    ['2026-11-26T03:00:00Z', 'UTC', '2026-11-26T03:00:00.000Z'],
    ['2026-11-26T05:59:59Z', 'UTC', '2026-11-26T03:00:00.000Z'],
    ['2026-11-26T06:00:00Z', 'UTC', null],
    ['2026-11-25T19:10:00Z', 'Asia/Shanghai', '2026-11-25T19:00:00.000Z'],
    ['2026-11-26T03:10:00Z', 'Asia/Shanghai', null],
    // Two o'clock is left out that night: three comes an hour earlier.
    ['2026-03-29T01:05:00Z', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-03-28T02:05:00Z', 'Europe/Berlin', '2026-03-28T02:00:00.000Z'],
  ])('%s in %s: %s', (now, zone, due) => {
    expect(dueNow(new Date(now), zone)?.toISOString() ?? null).toBe(due);
  });
});

test('languages that lose are named, and only those', () => {
  const of = (locale: 'en' | 'ja', right: number) => ({ locale, right, total: 5, kinds: {} });
  expect(fallsOf([of('en', 4), of('ja', 3)], [of('en', 3), of('ja', 5)])).toEqual([
    { locale: 'en', before: 4, after: 3 },
  ]);
  expect(fallsOf([of('en', 4)], [of('en', 4)])).toEqual([]);
  expect(fallsOf([of('en', 4)], [])).toEqual([{ locale: 'en', before: 4, after: 0 }]);
});
