import { codeLetters } from '../code-letters.ts';

/** A new code of 40 random bits, in the form of `bindingCodeIn`. Guessing it within its quarter of an hour is hopeless: each try is a message. */
export const makeBindingCode = (): string => `FL-${codeLetters(4)}-${codeLetters(4)}`;
