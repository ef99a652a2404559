import { expect, it } from 'vitest';
import { backoff } from './backoff.ts';

it('doubles up to half a minute, in the upper half of which it lies', () => {
  expect([1, 2, 3, 7, 50].map((failures) => backoff(failures, () => 1))).toEqual([
    500, 1000, 2000, 30_000, 30_000,
  ]);
  expect([1, 2, 3, 7, 50].map((failures) => backoff(failures, () => 0))).toEqual([
    250, 500, 1000, 15_000, 15_000,
  ]);
});
