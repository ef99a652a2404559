import { findCards } from './find-cards.ts';
import { findCodes } from './find-codes.ts';
import { findKeys } from './find-keys.ts';
import { findKeystore } from './find-keystore.ts';
import { findNamedKeys } from './find-named-keys.ts';
import { findNationalIds } from './find-national-ids.ts';
import { findPasswords } from './find-passwords.ts';
import { findSeedPhrases, type WordList } from './find-seed-phrases.ts';
import type { FoundSecret } from './found-secret.ts';
import { plainForm } from './plain-form.ts';

/** Without one of these nothing but a phrase or a password can be in a text. */
const digit = /\d/;
const long = /[A-Za-z0-9_-]{15}|-----BEGIN |"ciphertext"|\[\s{0,4}\d{1,3}\s{0,4},/;

/**
 * Secrets in a text, in order of place; none overlaps another, and what is certain goes first. Seed phrases are found in the word lists given. Words around a
 * secret are understood in all languages at once, for customers mix them. Pure.
 */
export function findSecrets(text: string, lists: readonly WordList[]): FoundSecret[] {
  const plain = plainForm(text);
  const all = [
    ...findSeedPhrases(plain, lists),
    ...(long.test(plain) ? [...findKeys(plain), ...findKeystore(plain), ...findNamedKeys(plain)] : []),
    ...(digit.test(plain) ? [...findCodes(plain), ...findCards(plain), ...findNationalIds(plain)] : []),
    // After the codes: a one-time password is one.
    ...findPasswords(plain),
  ];
  if (all.length < 2) return all;
  all.sort((a, b) => a.certainty.localeCompare(b.certainty) || b.end - b.start - (a.end - a.start));
  const kept: FoundSecret[] = [];
  for (const each of all) {
    if (kept.every((other) => each.end <= other.start || each.start >= other.end)) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start);
}
