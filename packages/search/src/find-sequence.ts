import type { HeldDocument } from './held-document.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Whether words of these terms follow one another from a place of a document on, within its field: the places of all of them, or undefined. One other word may stand
 * between two, as in “account is locked”, but not between characters of Han and kana.
 */
export function findSequence(
  terms: readonly number[],
  held: HeldDocument,
  at: number,
  last: number,
  vocabulary: Vocabulary,
): number[] | undefined {
  const places: number[] = [];
  let place = at;
  for (const term of terms) {
    const mayPass = places.length > 0 && !vocabulary.isHan(held.words[place - 1] ?? 0);
    if (place < last && vocabulary.termOf(held.words[place] ?? 0) !== term && mayPass) place += 1;
    if (place >= last || vocabulary.termOf(held.words[place] ?? 0) !== term) return undefined;
    places.push(place);
    place += 1;
  }
  return places;
}
