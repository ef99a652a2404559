import { expect, test } from 'vitest';
import { attemptAt } from './attempt-key.ts';

test('the same sent again has the same key, anything else another', () => {
  const first = attemptAt({ text: 'Hello', files: [] }, null);
  expect(attemptAt({ text: 'Hello', files: [] }, first)).toEqual(first);
  expect(attemptAt({ text: 'Hello!', files: [] }, first).key).not.toBe(first.key);
  expect(attemptAt({ text: 'Hello', files: ['a'] }, first).key).not.toBe(first.key);
  expect(first.key.length).toBeGreaterThanOrEqual(20);
});
