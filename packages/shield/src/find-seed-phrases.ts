import type { FoundSecret } from './found-secret.ts';
import { hasSeedChecksum } from './has-seed-checksum.ts';

export type WordList = readonly string[];
interface Word {
  form: string;
  start: number;
  end: number;
}

/** Longer rows are not tried at every place: that would take too long for what somebody made up to be slow. */
const longestProven = 30;
const lengths = [24, 21, 18, 15, 12];
const word = /\p{sc=Han}|[\p{L}\p{M}]+/gu;
/** Between two words of a phrase: spaces, signs and numbers, some but not many. Han written without a gap is prose. */
const gap = /^[^\p{L}\p{M}]{1,12}$/u;
const indexes = new WeakMap<WordList, Map<string, number>>();

/**
 * Seed phrases (BIP-39) in the lists given: `certain` where the checksum holds, `likely` where twelve words or more stand in a row and at most one
 * is not in the list, or the checksum is wrong. Separators, numbering and capitals do not matter.
 */
export function findSeedPhrases(text: string, lists: readonly WordList[]): FoundSecret[] {
  const words = wordsOf(text);
  if (words.length < 12) return [];
  return lists.flatMap((list) => inList(text, words, list));
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].map((match) => ({
    form: match[0].normalize('NFKD').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function inList(text: string, words: Word[], list: WordList): FoundSecret[] {
  const known = knownIn(list);
  const found: FoundSecret[] = [];
  for (let from = 0; from < words.length; ) {
    const row = rowFrom(text, words, from, known);
    const secrets = row.length < 12 ? [] : inRow(row, known);
    found.push(...secrets);
    from += Math.max(row.length, 1);
  }
  return found;
}

/** The words from here on that are in the list, with one stranger among them at most. */
function rowFrom(text: string, words: Word[], from: number, known: Map<string, number>): Word[] {
  const row: Word[] = [];
  let strangers = 0;
  for (const [index, next] of words.slice(from, from + 48).entries()) {
    const before = row[index - 1];
    if (before && !gap.test(text.slice(before.end, next.start))) break;
    if (!known.has(next.form)) strangers += 1;
    if (strangers > 1 || (index === 0 && strangers > 0)) break;
    row.push(next);
  }
  return row;
}

/** A part may prove itself by chance: where much stands beside it, all of the row goes. */
function inRow(row: Word[], known: Map<string, number>): FoundSecret[] {
  const places = row.map((each) => known.get(each.form) ?? Number.NaN);
  for (const length of row.length > longestProven ? [] : lengths) {
    for (let at = 0; at + length <= row.length; at += 1) {
      const part = places.slice(at, at + length);
      if (part.some(Number.isNaN) || !hasSeedChecksum(part)) continue;
      return [secret(row.length - length < 3 ? row.slice(at, at + length) : row, 'certain')];
    }
  }
  return [secret(row, 'likely')];
}

function secret(row: Word[], certainty: FoundSecret['certainty']): FoundSecret {
  return { kind: 'seed_phrase', start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0, certainty };
}

function knownIn(list: WordList): Map<string, number> {
  const kept = indexes.get(list);
  if (kept) return kept;
  const made = new Map(list.map((each, place) => [each.normalize('NFKD'), place]));
  indexes.set(list, made);
  return made;
}
