import { createHmac, timingSafeEqual } from 'node:crypto';
import { bindingAlphabet } from '@fairlead/contract';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import { codeLetters } from '../code-letters.ts';

/** Letters of 5 bits: 60 random bits, so that nobody comes upon a link that is not posted, and 60 of the signature over them. */
const half = 12;

/** What stands in a new link, in small letters: what stands for the conversation, and our signature over it. It is public once it is posted. */
export function makeLinkCode(keys: Keys): string {
  const random = codeLetters(half).toLowerCase();
  return `${random}${signatureOf(keys, random)}`;
}

/** Whether we signed a code: all others are refused without a look into the database. Large letters are as good as small ones. */
export function isOwnCode(keys: Keys, code: string): boolean {
  const given = code.toLowerCase();
  if (given.length !== 2 * half || !/^[\da-z]+$/.test(given)) return false;
  const right = signatureOf(keys, given.slice(0, half));
  return timingSafeEqual(Buffer.from(right), Buffer.from(given.slice(half)));
}

/** Whether it has the form of codes before they were signed: all of those have ended. */
export const isUnsignedCode = (code: string): boolean => /^[\da-z]{12}$/i.test(code);

const signatureOf = (keys: Keys, random: string): string =>
  [...createHmac('sha256', keys.derive('private-link')).update(random).digest().subarray(0, half)]
    // Each of 256 values of a byte stands for one of 32 letters, all as often.
    .map((byte) => bindingAlphabet[byte % 32])
    .join('')
    .toLowerCase();
