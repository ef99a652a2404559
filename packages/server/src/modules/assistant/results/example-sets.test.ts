import { expect, test } from 'vitest';
import { markedFor } from './example-sets.ts';

const set = (id: string, gate: boolean, nightly: boolean) => ({ id, name: id, usual: false, gate, nightly });

test('all examples are asked where all sets are marked, so that runs stay comparable', () => {
  const sets = [set('a', true, true), set('b', true, false)];
  expect(markedFor(sets, 'gate')).toBeNull();
  expect(markedFor(sets, 'nightly')?.map((it) => it.id)).toEqual(['a']);
  expect(markedFor([set('a', false, false)], 'gate')).toEqual([]);
});
