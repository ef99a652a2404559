import { expect, test } from 'vitest';
import { isTaken, nextAttempt, standingAfter } from './delivery-rules.ts';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 26) + hours * 3_600_000);

test.each([
  [204, true],
  [200, true],
  [302, false],
  [410, false],
  [500, false],
  [null, false],
])('an answer of %s is taken in: %s', (status, taken) => {
  expect(isTaken({ status, problem: null })).toBe(taken);
});

test('attempts come further and further apart, and end', () => {
  const hours: number[] = [];
  let now = at(0);
  for (let n = 1; ; n++) {
    const next = nextAttempt(n, now, 0);
    if (!next) break;
    hours.push((next.getTime() - now.getTime()) / 3_600_000);
    now = next;
  }
  expect(hours).toEqual([...hours].sort((a, b) => a - b));
  expect(hours).toHaveLength(7);
  expect(hours.reduce((a, b) => a + b)).toBeCloseTo(24.35);
  expect(nextAttempt(1, at(0), 1)).toEqual(new Date(at(0).getTime() + 66_000));
});

test('a webhook is given up when nothing was delivered for three days, and not while it is off', () => {
  const on = { state: 'on' as const, failingSince: null };
  expect(standingAfter(on, false, at(0))).toEqual({ state: 'on', failingSince: at(0) });
  const failing = { ...on, failingSince: at(0) };
  expect(standingAfter(failing, false, at(71))).toEqual(failing);
  expect(standingAfter(failing, false, at(72))).toEqual({ state: 'given_up', failingSince: at(0) });
  expect(standingAfter(failing, true, at(72))).toEqual(on);
  expect(standingAfter({ ...failing, state: 'off' }, false, at(99)).state).toBe('off');
});
