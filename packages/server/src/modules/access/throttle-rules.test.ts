import { expect, test } from 'vitest';
import { type Attempts, afterAttempt, afterSuccess, lockedFor } from './throttle-rules.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 24);

/** What stands after wrong attempts at these minutes. */
function attemptsAt(...minutes: number[]): Attempts | null {
  return minutes.reduce<Attempts | null>(
    (attempts, at) => afterAttempt(attempts, 5, start + at * minute),
    null,
  );
}

test('four wrong ones lock nobody out', () => {
  expect(lockedFor(attemptsAt(0, 0, 0, 0), 5, start)).toBe(0);
});

test('the fifth locks out for a minute, and each one after it for twice as long', () => {
  let attempts = attemptsAt(0, 0, 0, 0);
  let now = start;
  const locks: number[] = [];
  for (let round = 0; round < 9; round++) {
    attempts = afterAttempt(attempts, 5, now);
    const seconds = lockedFor(attempts, 5, now);
    expect(lockedFor(attempts, 5, now + (seconds - 1) * 1000)).toBe(1);
    locks.push(seconds);
    now += seconds * 1000;
    expect(lockedFor(attempts, 5, now)).toBe(0);
  }
  expect(locks).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
});

test('attempts are forgotten 15 minutes after the first', () => {
  expect(lockedFor(attemptsAt(0, 4, 8, 12, 14), 5, start + 14 * minute)).toBe(60);
  expect(lockedFor(attemptsAt(0, 4, 8, 12, 15), 5, start + 15 * minute)).toBe(0);
});

test('a lock-out is forgotten 15 minutes after its end', () => {
  const locked = attemptsAt(0, 0, 0, 0, 0);
  expect(lockedFor(afterAttempt(locked, 5, start + 15.9 * minute), 5, start + 15.9 * minute)).toBe(120);
  expect(afterAttempt(locked, 5, start + 16 * minute).points).toBe(1);
});

test('a right attempt takes itself and the lock-out back', () => {
  const full = afterAttempt(attemptsAt(0, 0, 0, 0), 5, start);
  const back = afterSuccess(full, 5, start);
  expect(back.points).toBe(4);
  expect(lockedFor(back, 5, start)).toBe(0);
  const over = afterAttempt(full, 5, start + 2 * minute);
  expect(lockedFor(over, 5, start + 2 * minute)).toBeGreaterThan(0);
  expect(lockedFor(afterSuccess(over, 5, start + 2 * minute), 5, start + 2 * minute)).toBe(0);
});
