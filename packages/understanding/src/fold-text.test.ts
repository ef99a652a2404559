import { expect, test } from 'vitest';
import { foldMarks, foldText } from './fold-text.ts';

test.each([
  ['ＵＳＤＴ 到账', 'usdt 到账'],
  ['see https://htx.example/help?x=1 please', 'see ⟨link⟩ please'],
  ['mail me at who.ever+1@mail.example', 'mail me at ⟨mail⟩'],
  ['TXID 0x9f2aa0c4de11223344 waits', 'txid ⟨id⟩ waits'],
  ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', '⟨id⟩'],
  ['I sent 1,250.50 USDT', 'i sent ⟨n⟩ usdt'],
  ['trc20', 'trc20'],
])('%s is read as “%s”', (text, folded) => {
  expect(foldText(text).replace(/ +/g, ' ').trim()).toBe(folded);
});

test.each([
  ['không', 'khong'],
  ['đã', 'da'],
  ['contraseña', 'contrasena'],
  ['ещё', 'еще'],
  ['が', 'か'],
  ['한글', '한글'],
])('%s without marks is %s', (word, plain) => {
  expect(foldMarks(word)).toBe(plain);
});
