import { randomInt } from 'node:crypto';
import { bindingAlphabet } from '@fairlead/contract';

/** A new code of 40 random bits, in the form of `bindingCodeIn`. Guessing it within its quarter of an hour is hopeless: each try is a message. */
export function makeBindingCode(): string {
  const letters = Array.from({ length: 8 }, () => bindingAlphabet[randomInt(bindingAlphabet.length)]).join(
    '',
  );
  return `FL-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
