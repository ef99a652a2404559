import { findSecrets } from '@fairlead/shield';
import { expect, test } from 'vitest';
import { partsOf, withoutFound, worstOf } from './without-found.ts';

const text = 'my password: Hunter22! and card 4111 1111 1111 1111, thanks';
const found = findSecrets(text, []);

test('a text is cut at what was found', () => {
  expect(partsOf(text, found)).toEqual([
    'my password: ',
    'Hunter22!',
    ' and card ',
    '4111 1111 1111 1111',
    ', thanks',
  ]);
});

test('what is left reads on', () => {
  expect(withoutFound(text, found)).toBe('my password: and card , thanks');
});

test('the worst is told of', () => {
  expect(worstOf(found)).toBe('account');
  expect(worstOf(found.slice(1))).toBe('card');
  expect(worstOf([...found, { kind: 'seed_phrase', start: 0, end: 1, certainty: 'certain' }])).toBe('wallet');
});
