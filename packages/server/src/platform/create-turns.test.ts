import { expect, test } from 'vitest';
import { createTurns } from './create-turns.ts';

test('what has one key is done in its order, whatever fails; what has another waits for nothing', async () => {
  const inTurn = createTurns();
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = inTurn('a', async () => {
    await gate.promise;
    done.push('a1');
    throw new Error('not this one');
  });
  const second = inTurn('a', async () => done.push('a2'));
  await inTurn('b', async () => done.push('b'));
  expect(done).toEqual(['b']);
  gate.resolve();
  await expect(first).rejects.toThrow('not this one');
  await second;
  await inTurn('a', async () => done.push('a3'));
  expect(done).toEqual(['b', 'a1', 'a2', 'a3']);
});
