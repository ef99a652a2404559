import { expect, it } from 'vitest';
import { kindOf } from './character-kind.ts';
import { foldWord } from './fold-word.ts';
import { hangulLetters } from './hangul-letters.ts';

it.each([
  ['rút', 'rut'],
  ['Đổi', 'doi'],
  ['verificación', 'verificacion'],
  ['İşlem', 'islem'],
  ['straße', 'strasse'],
  ['USDT', 'usdt'],
  ['TRC-20', 'trc20'],
  ['bank’s', 'bank'],
  ['don’t', 'dont'],
  ['ＵＳＤＴ', 'usdt'],
  ['счёт', 'счет'],
  ['мой', 'мой'],
  ['إيداع', 'ايداع'],
  ['幣', '币'],
  ['ビ', 'び'],
])('%s is %s', (word, folded) => {
  expect(foldWord(word, kindOf(word.codePointAt(0) ?? 0))).toBe(folded);
  expect(foldWord(word.normalize('NFD'), kindOf(word.codePointAt(0) ?? 0))).toBe(folded);
});

it('half a syllable of Korean begins the whole word', () => {
  const word = hangulLetters('출금');
  for (const typed of ['ㅊ', '추', '출', '출ㄱ', '출그', '출금'])
    expect(word.startsWith(hangulLetters(typed))).toBe(true);
});
