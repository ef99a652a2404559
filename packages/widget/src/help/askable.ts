import { withoutNames } from '@fairlead/contract/without-names';

/** One word as the lists have them that seed phrases are made of, in the languages in which wallets offer them. */
const word = String.raw`(?:\p{sc=Latn}{3,8}|\p{sc=Han}|[\p{sc=Hira}\p{sc=Kana}]{2,8}|\p{sc=Hang}{1,5})`;
const between = String.raw`[\s\d.,;:)-]+`;
/** Seven words are of no use to anybody, and enough to be found by. */
const phrase = new RegExp(
  `((?<!\\p{L})(?:${word}${between}){7})${word}(?:${between}${word})*(?!\\p{L})`,
  'gu',
);

/** What passwords look like, and words of a question hardly ever. */
const password = /(?=[!-~]*\d)(?=[!-~]*[a-z])(?=[!-~]*[A-Z!@#$%^&*_])[!-~]{6,40}/g;

/** By the contract. */
const longest = 200;

/**
 * What articles may be asked for by, of a text that is being written: nothing that names a person, an account or a transaction, and never
 * a password, nor more of what may be a seed phrase than its first words. It goes to the server before its writer has decided to send it.
 */
export const askable = (text: string): string =>
  [...withoutNames(text).replace(password, '…').replace(phrase, '$1…').replace(/\s+/g, ' ').trim()]
    .slice(0, longest)
    .join('');
