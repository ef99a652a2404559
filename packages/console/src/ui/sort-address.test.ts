import { expect, it } from 'vitest';
import { sortFromAddress, sortToAddress } from './sort-address.ts';

it.each([
  ['name', { id: 'name', descending: false }],
  ['-failed', { id: 'failed', descending: true }],
  ['two_factor', { id: 'two_factor', descending: false }],
])('%s', (text, sort) => {
  expect(sortFromAddress(text)).toEqual(sort);
  expect(sortToAddress(sort)).toBe(text);
});
