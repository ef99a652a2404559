import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanText } from './scan-text.ts';

function wordsOf(text: string): string[] {
  const words: string[] = [];
  scanText(text, (_, start, end) => words.push(text.slice(start, end)));
  return words;
}

it.each([
  ['How do I withdraw?', ['How', 'do', 'I', 'withdraw']],
  ['I don’t know l’adresse', ['I', 'don’t', 'know', 'l', 'adresse']],
  ['USDT提币没到账', ['USDT', '提', '币', '没', '到', '账']],
  ['TRC-20 or ERC20, 2FA', ['TRC-20', 'or', 'ERC20', '2FA']],
  ['24小时', ['24', '小', '时']],
  ['사용USDT출금이', ['사용', 'USDT', '출금이']],
  ['rút tiền', ['rút', 'tiền']],
  ['rút tiền'.normalize('NFD'), ['rút', 'tiền'].map((word) => word.normalize('NFD'))],
  ['ถอนเงินไม่ได้', ['ถอน', 'เงิน', 'ไม่', 'ได้']],
  ['ビットコイン', ['ビ', 'ッ', 'ト', 'コ', 'イ', 'ン']],
  ['сеть TRC20сеть', ['сеть', 'TRC20', 'сеть']],
  ['🙂 … ⟶ \ud800', []],
])('cuts %s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

it('cuts any text into pieces in order, none of them empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let before = 0;
      scanText(text, (_, start, end) => {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        before = end;
      });
      expect(before).toBeLessThanOrEqual(text.length);
    }),
  );
});
