import { expect, test } from 'vitest';
import { decodeTransfer } from './decode-transfer.ts';

const decoded = (text: string) =>
  Buffer.from(decodeTransfer(Buffer.from(text, 'latin1'), 'base64')).toString();

test.each([
  ['one part', 'Ym9k\r\neQ==', 'body'],
  ['no end', 'Ym9keQ', 'body'],
  ['parts that were put together', 'YQ==YQ==\r\nYQ=', 'aaa'],
  ['ends and nothing after them', 'YQ==\r\n=\r\n', 'a'],
  ['what is none of it between', '!Y m\t9keQ==', 'body'],
])('base64 with %s', (_what, text, whole) => expect(decoded(text)).toBe(whole));

test('a letter of nothing but ends is read in the time that its length takes', () => {
  expect(decoded('=\r\n'.repeat(1_000_000))).toBe('');
  expect(decoded(`${'= '.repeat(1_000_000)}YQ==`)).toBe('a');
});
