import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';

test.each([
  ['Rút tiền', 'rut   TIEN!'],
  ['TRC-20 手續費', 'trc20手续费'],
  ['メモ を 忘れた', 'めもを忘れた'],
  ['Don’t know my “UID”', 'dont know my uid'],
])('%s and %s are the same words', (one, other) => {
  expect(foldText(one)).toBe(foldText(other));
});

test('other words are others, and what holds none is empty', () => {
  expect(foldText('deposit late')).not.toBe(foldText('deposit lost'));
  expect(foldText(' … ?! ')).toBe('');
});
