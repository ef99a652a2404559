import { minimumPasswordLength } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import { commonPasswords } from './common-passwords.ts';

/** Throws `access.password_too_weak` for a password that may not be chosen. */
export function refuseWeakPassword(password: string, email: string): void {
  if (isWeakPassword(password, email))
    throw fail('access.password_too_weak', { minimum: minimumPasswordLength });
}

/**
 * Whether a password is too easy to guess: too short, the owner's own address, one of the most common ones (also with digits
 * and signs around it), a repetition, or a run such as `1234567890`.
 */
export function isWeakPassword(password: string, email: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < minimumPasswordLength) return true;
  const [mailbox = '', domain = ''] = email.toLowerCase().split('@');
  const core = coreOf(plain);
  if ([plain, core].some((it) => it === mailbox || it === `${mailbox}@${domain}`)) return true;
  if (core !== '' && core === coreOf(mailbox)) return true;
  return commonPasswords.has(plain) || commonPasswords.has(core) || isRepeated(plain) || isRun(plain);
}

/** Without what people add to please such rules: digits and signs before and after. */
function coreOf(plain: string): string {
  return plain.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
}

/** Fewer than four different characters, or a short piece said again and again. */
function isRepeated(plain: string): boolean {
  if (new Set(plain).size < 4) return true;
  for (let length = 1; length <= plain.length / 2; length++) {
    const piece = plain.slice(0, length);
    const said = piece.repeat(Math.ceil(plain.length / length));
    if (length < minimumPasswordLength && said.startsWith(plain)) return true;
  }
  return false;
}

/** Each character is the next, or each the previous, of the alphabet or the digits (9 and 0 are neighbours). */
function isRun(plain: string): boolean {
  return [1, -1].some((step) =>
    [...plain].every((character, index, all) => {
      const before = all[index - 1];
      if (before === undefined) return true;
      if (/\d\d/.test(before + character)) return (Number(before) + step + 10) % 10 === Number(character);
      return character.charCodeAt(0) - before.charCodeAt(0) === step;
    }),
  );
}
