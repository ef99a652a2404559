import { expect, test } from 'vitest';
import { ManualClock } from '../../testing/manual-clock.ts';
import { createPlaceBreaker } from './place-breaker.ts';

test('after five failures in a row it pauses half a minute, and after the next one again', () => {
  const clock = new ManualClock();
  const breaker = createPlaceBreaker(clock, { failures: 5, pause: 30_000 });
  const fail = (times: number) => {
    for (let time = 0; time < times; time++) breaker.note('a', 'failed');
  };
  fail(4);
  breaker.note('a', 'well');
  fail(4);
  expect(breaker.isOpen('a')).toBe(false);
  fail(1);
  expect(breaker.isOpen('a')).toBe(true);
  clock.advance({ seconds: 29 });
  expect(breaker.isOpen('a')).toBe(true);
  clock.advance({ seconds: 1 });
  expect(breaker.isOpen('a')).toBe(false);
  fail(1);
  expect(breaker.isOpen('a')).toBe(true);
  // Set up anew, it is tried at once.
  expect(breaker.isOpen('b')).toBe(false);
  breaker.note('b', 'exhausted');
  expect(breaker.isOpen('b')).toBe(true);
});
