import { expect, test } from 'vitest';
import { charactersRight } from './characters-right.ts';

test.each([
  ['Amount 850', 'Amount850', 1],
  ['订单号', '订单弓', 2 / 3],
  ['aab', 'ab', 2 / 3],
  ['', 'noise', 1],
])('%j read as %j', (text, read, expected) => {
  expect(charactersRight(text, read)).toBeCloseTo(expected);
});
