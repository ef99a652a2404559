import { expect, test } from 'vitest';
import { newRecoveryCodes, readCode } from './recovery-code-rules.ts';

test('ten different codes that fit into the field and read back as themselves', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
    expect(readCode(code.toUpperCase())).toEqual({ kind: 'recovery', code });
  }
});

test.each([
  ['123456', 'totp', '123456'],
  ['123 456', 'totp', '123456'],
  ['ABCD EFGH JKMN PQRS', 'recovery', 'abcd-efgh-jkmn-pqrs'],
  ['oooo-iill-abcd-efgh', 'recovery', '0000-1111-abcd-efgh'],
])('%s is read as %s %s', (typed, kind, code) => {
  expect(readCode(typed)).toEqual({ kind, code });
});
