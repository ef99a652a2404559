import { expect, test } from 'vitest';
import { createKeys } from '../../../platform/crypto/secrets.ts';
import { isOwnCode, isUnsignedCode, makeLinkCode } from './link-code.ts';

const keys = createKeys('the root of this installation');
const code = makeLinkCode(keys);

test('what we signed is ours, also in large letters, and short', () => {
  expect(code).toMatch(/^[\da-z]{24}$/);
  expect(isOwnCode(keys, code)).toBe(true);
  expect(isOwnCode(keys, code.toUpperCase())).toBe(true);
  expect(makeLinkCode(keys)).not.toBe(code);
});

test('one changed letter anywhere is not ours, nor is another installation’s', () => {
  for (let place = 0; place < code.length; place++) {
    const other = code[place] === 'a' ? 'b' : 'a';
    expect(isOwnCode(keys, `${code.slice(0, place)}${other}${code.slice(place + 1)}`)).toBe(false);
  }
  expect(isOwnCode(createKeys('another root'), code)).toBe(false);
});

test.each(['', code.slice(0, 12), code.slice(0, 23), `${code}0`, `${code.slice(0, 23)}é`, '-'.repeat(24)])(
  '%j is not ours',
  (given) => {
    expect(isOwnCode(keys, given)).toBe(false);
  },
);

test('a code from before is known by its form', () => {
  expect(isUnsignedCode('0k3m9qtx7abc')).toBe(true);
  expect(isUnsignedCode(code)).toBe(false);
});
