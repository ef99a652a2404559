import { findKeys } from './find-keys.ts';
import { findKeystore } from './find-keystore.ts';
import { findSeedPhrases, type WordList } from './find-seed-phrases.ts';
import type { FoundSecret } from './found-secret.ts';

/** Secrets of wallets in a text, in order of place; none overlaps another, and what is certain goes first. */
export function findSecrets(text: string, lists: readonly WordList[]): FoundSecret[] {
  const all = [...findKeys(text), ...findKeystore(text), ...findSeedPhrases(text, lists)];
  all.sort((a, b) => a.certainty.localeCompare(b.certainty) || b.end - b.start - (a.end - a.start));
  const kept: FoundSecret[] = [];
  for (const each of all) {
    if (kept.every((other) => each.end <= other.start || each.start >= other.end)) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start);
}
