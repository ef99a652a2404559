import { codeLetters } from '../code-letters.ts';

/** What stands in a link: 60 random bits, in small letters. It is public once it is posted; nobody comes upon one that is not. */
export const makeLinkCode = (): string => codeLetters(12).toLowerCase();

/** A code to be posted, of 40 random bits, in the form of `proofCodeIn`. Each guess is a post that everybody sees. */
export const makeProofCode = (): string => `FP-${codeLetters(4)}-${codeLetters(4)}`;
