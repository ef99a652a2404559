import { expect, test } from 'vitest';
import { askable } from './askable.ts';

test.each([
  ['My deposit has not arrived', 'My deposit has not arrived'],
  ['  USDT提币\n没到账 ', 'USDT提币 没到账'],
  ['write to anna@example.com about it', 'write to … about it'],
  ['TXID 4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2 is stuck', 'TXID … is stuck'],
  ['my UID is 12345678', 'my UID is …'],
  [
    'legal winner thank year wave sausage worth useful legal winner thank yellow',
    'legal winner thank year wave sausage worth …',
  ],
  [
    'my phrase:\n1. legal 2. winner 3. thank 4. year 5. wave 6. sausage 7. worth 8. useful 9. legal',
    'my phrase: 1. legal 2. winner 3. thank 4. year 5. wave 6. sausage 7. …',
  ],
  ['的 一 是 在 不 了 有 和 人 这 中 大', '的 一 是 在 不 了 有 …'],
  ['', ''],
])('of %j it asks %j', (text, asked) => {
  expect(askable(text)).toBe(asked);
});

test('a long message is asked by its beginning', () => {
  expect([...askable('🙏 '.repeat(300))].length).toBe(200);
});

test('a password is not asked for, and names of networks are', () => {
  expect(askable('密码是 Hunter22! 登不上')).toBe('密码是 … 登不上');
  expect(askable('USDT-TRC20 or BEP-20?')).toBe('USDT-TRC20 or BEP-20?');
});
