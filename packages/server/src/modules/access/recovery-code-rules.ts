import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten codes of 80 random bits (Crockford's base32, which has no letters that look like digits), in groups of four. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = Array.from(randomBytes(16), (byte) => alphabet[byte % 32]).join('');
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** What somebody typed, told apart: six digits of an app, or a recovery code as it was shown, however it was written. */
export function readCode(typed: string): { kind: 'totp' | 'recovery'; code: string } {
  const bare = typed.toLowerCase().replace(/[^0-9a-z]/g, '');
  if (/^\d{6}$/.test(bare)) return { kind: 'totp', code: bare };
  const letters = bare.replaceAll('o', '0').replace(/[il]/g, '1');
  return { kind: 'recovery', code: letters.replace(/(.{4})(?=.)/g, '$1-') };
}
