import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchTokens } from './search-tokens.ts';

test.each([
  ['words in lower case', 'Withdraw USDT', ['withdraw', 'usdt']],
  ['no diacritics', 'Nạp tiền điện tử', ['nap', 'tien', 'dien', 'tu']],
  ['Spanish', 'Verificación', ['verificacion']],
  ['Chinese in pairs', '提现审核', ['提现', '现审', '审核']],
  ['a single ideograph', '币', ['币']],
  ['mixed', '提BTC币', ['提', 'btc', '币']],
  ['full-width as half-width', 'ＵＳＤＴ', ['usdt']],
  ['Korean', '출금', ['출금']],
  ['Cyrillic й without its mark', 'Йод', ['иод']],
  ['nothing', ' …!? ', []],
])('%s', (_name, text, tokens) => {
  expect(searchTokens(text)).toEqual(tokens);
});

test('whatever is written finds itself, and no token breaks the query language', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (first, second) => {
      const all = new Set(searchTokens(`${first} ${second}`));
      for (const token of searchTokens(first)) {
        expect(all.has(token)).toBe(true);
        expect(token).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }
    }),
  );
});
