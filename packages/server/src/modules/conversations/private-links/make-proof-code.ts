import { codeLetters } from '../code-letters.ts';

/** A code to be posted, of 40 random bits, in the form of `proofCodeIn`. Each guess is a post that everybody sees. */
export const makeProofCode = (): string => `FP-${codeLetters(4)}-${codeLetters(4)}`;
