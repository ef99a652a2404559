import { expect, test } from 'vitest';
import { growingIds } from './growing-ids.ts';

test('ids grow within a moment, with time, and from one start to the next', () => {
  let now = 1_000;
  const start = () =>
    growingIds(
      () => now,
      (moment) => moment * 10n,
    );
  const before = start();
  expect([before(), before()]).toEqual([10_000n, 10_001n]);
  now += 1;
  expect(before()).toBe(10_010n);
  now += 1;
  expect(start()()).toBe(10_020n);
});
