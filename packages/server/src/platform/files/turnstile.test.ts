import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurnstile } from './turnstile.ts';

test('lets in at most so many at once, in order, also when some fail', async () => {
  const pass = createTurnstile(2);
  let inside = 0;
  let most = 0;
  const begun: number[] = [];
  const task = (index: number) => async () => {
    begun.push(index);
    most = Math.max(most, ++inside);
    await turn();
    inside--;
    if (index % 3 === 0) throw new Error('failed');
    return index;
  };
  const results = await Promise.allSettled(Array.from({ length: 9 }, (_, index) => pass(task(index))));
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(results.map((result) => result.status === 'fulfilled' && result.value)).toEqual([
    false,
    1,
    2,
    false,
    4,
    5,
    false,
    7,
    8,
  ]);
  expect(await pass(async () => 'again')).toBe('again');
});
