import { expect, test } from 'vitest';
import { choiceByNumber } from './choice-by-number.ts';

const offered = ['That helped', 'That did not help', 'Talk to a person'];

test.each([
  ['1', 'That helped'],
  [' 3 ', 'Talk to a person'],
  ['2.', 'That did not help'],
  ['2)', 'That did not help'],
  ['\uFF12', 'That did not help'],
  ['3\u3002', 'Talk to a person'],
  ['0', '0'],
  ['4', '4'],
  ['12', '12'],
  ['1.5', '1.5'],
  ['1 USDT', '1 USDT'],
  ['That helped', 'That helped'],
  ['', ''],
])('%j is %j', (text, chosen) => {
  expect(choiceByNumber(text, offered)).toBe(chosen);
});

test('where nothing was offered a number is a number', () => {
  expect(choiceByNumber('1', [])).toBe('1');
});
