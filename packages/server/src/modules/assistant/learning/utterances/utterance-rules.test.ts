import { expect, test } from 'vitest';
import { flawOf, knownTexts } from './utterance-rules.ts';

const against = {
  heldOut: knownTexts(['how do I withdraw my coins to a wallet', '提现要多久才能到账']),
  learned: knownTexts(['my deposit of usdt has not arrived yet', 'tôi chưa nhận được tiền nạp']),
};

test.each([
  ['How do I withdraw my coins to a wallet?', 'held_out'],
  ['how do i withdraw my coins to the wallet', 'held_out'],
  ['提现要多久才能到账？', 'held_out'],
  ['My deposit of USDT has not arrived yet!!', 'known'],
  ['toi chua nhan duoc tien nap', 'known'],
  ['my deposit of btc went to the wrong network', undefined],
  ['提现手续费', undefined],
  ['?', 'length'],
  ['ok', 'length'],
  ['x'.repeat(301), 'length'],
])('%s: %s', (text, flaw) => {
  expect(flawOf(text, against)).toBe(flaw);
});

test('nothing is like what says nothing', () => {
  expect(knownTexts(['???', 'a b']).has('!!!')).toBe(false);
});
