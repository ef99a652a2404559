import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

const secret = newTotpSecret();
const step = 60_000_000;
const now = new Date(step * 30_000);
const codeAt = (offset: number) => generateSync({ secret, epoch: (step + offset) * 30 });

test.each([-1, 0, 1])('a code %i steps from now is taken', (offset) => {
  expect(totpStep(secret, codeAt(offset), null, now)).toBe(step + offset);
});

test.each([-2, 2])('a code %i steps from now is refused', (offset) => {
  expect(totpStep(secret, codeAt(offset), null, now)).toBeNull();
});

test('no code works twice, nor one older than the last', () => {
  expect(totpStep(secret, codeAt(0), step, now)).toBeNull();
  expect(totpStep(secret, codeAt(-1), step, now)).toBeNull();
  expect(totpStep(secret, codeAt(1), step, now)).toBe(step + 1);
});

test('the code of RFC 6238 for SHA-1 is taken', () => {
  // Appendix B: the secret "12345678901234567890" at 59 s gives 94287082, of which apps show the last six digits.
  const known = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(totpStep(known, '287082', null, new Date(59_000))).toBe(1);
});

test('an app gets all it needs from the address', () => {
  const uri = new URL(totpUri(secret, 'mei@example.com', 'HTX 火币'));
  expect(uri.protocol).toBe('otpauth:');
  expect(decodeURIComponent(uri.pathname)).toContain('HTX 火币:mei@example.com');
  expect(uri.searchParams.get('secret')).toBe(secret);
});
