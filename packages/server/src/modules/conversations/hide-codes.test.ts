import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideCodes } from './hide-codes.ts';

test.each([
  [
    'in a quote',
    '> Your anti-phishing code: Bluefish7\n> Hello',
    'Bluefish7',
    '> Your anti-phishing code: ******\n> Hello',
  ],
  ['in HTML', '<p>Code: Bluefish7</p>', 'Bluefish7', '<p>Code: ******</p>'],
  ['as HTML writes it', '<p>Code: A&amp;B&lt;C</p>', 'A&B<C', '<p>Code: ******</p>'],
  ['broken over two quoted lines', '> Code: deep\n> blue sea', 'deep blue sea', '> Code: ******'],
  [
    'with signs that patterns mean something by',
    'Code: a.*(b)+[$^]{2}|c/d-e.',
    'a.*(b)+[$^]{2}|c/d-e',
    'Code: ******.',
  ],
  ['behind Chinese words and a colon', '您的防钓鱼码：蓝鱼七号', '蓝鱼七号', '您的防钓鱼码：******'],
  [
    'amid Chinese words, which have nothing between them',
    '您的码蓝鱼七号是真的吗',
    '蓝鱼七号',
    '您的码******是真的吗',
  ],
  ['each time', 'Fish42 and Fish42', 'Fish42', '****** and ******'],
])('a code is hidden %s', (_where, text, code, left) => {
  expect(hideCodes(text, [code])).toBe(left);
});

test('what only holds a code within a word stays', () => {
  const text = 'I sent 12345 USDT, TXID 9f1234ab';
  expect(hideCodes(text, ['1234'])).toBe(text);
});

test('no code is left of any that stands alone', () => {
  const code = fc
    .string({ minLength: 4, maxLength: 32, unit: 'binary' })
    .filter((it) => /^[^\p{Cc}\s*]{4,}$/u.test(it));
  fc.assert(
    fc.property(fc.lorem(), code, fc.lorem(), (before, secret, after) => {
      const left = hideCodes(`${before}: ${secret} ${after}`, [secret]);
      expect(left).toBe(`${hideCodes(before, [secret])}: ****** ${hideCodes(after, [secret])}`);
    }),
  );
});
