import type { FoundSecret } from './found-secret.ts';
import { hasSeedChecksum } from './has-seed-checksum.ts';
import { lastNamed } from './named-before.ts';
import { usual } from './usual-words.ts';

export type WordList = readonly string[];
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const lengths = [24, 21, 18, 15, 12] as const;
const shortest = 12;
/** Of twelve words in a row so many are known, where one was mistyped. */
const leastKnown = 11;
/** Of twelve words of prose more are these, and of a phrase that was drawn hardly ever. */
const mostUsual = 3;
/** Prose repeats itself; who made a phrase up does not. */
const leastDistinct = 8;
/** Words beside a phrase that stand in its list too: so many may be prose. */
const mostBeside = 4;
/** Longer rows are not tried at every place: that would take too long for what somebody made up to be slow. */
const longestProven = 100;
/** Signs and numbers between two words of a phrase. Han written without a gap is prose. */
const longestGap = 12;
const word = /\p{sc=Han}|[\p{L}\p{M}]+/gu;
const indexes = new WeakMap<WordList, ReadonlyMap<string, number>>();

/**
 * Seed phrases (BIP-39) in the lists given: `certain` where the checksum holds, `likely` where twelve words stand in a row of which eleven are in a
 * list. Separators, numbering and capitals do not matter.
 */
export function findSeedPhrases(text: string, lists: readonly WordList[]): FoundSecret[] {
  if (text.length < shortest) return [];
  const rows = stretchesOf(text);
  const found = rows.flatMap((row) => {
    const forms = row.map((it) => it.text.normalize('NFKD').toLowerCase());
    return lists.flatMap((list) => inList(row, forms, list));
  });
  return [...found, ...findHanRuns(text, lists)];
}

/** Whether a text has what makes it worth fetching lists of words. Costs a fraction of looking for phrases. */
export const mayHoldSeedPhrase = (text: string): boolean =>
  text.length >= shortest && (stretchesOf(text).length > 0 || hanRunsOf(text).length > 0);

/** Rows in which eleven of any twelve words look as words of lists do. Most texts have none. */
function stretchesOf(text: string): Word[][] {
  const rows: Word[][] = [];
  let row: Word[] = [];
  let strange = 0;
  /** Where in the row the last stretch ends that is good. */
  let good = 0;
  const close = () => {
    if (good > 0) rows.push(row.slice(0, good));
    row = [];
    strange = 0;
    good = 0;
  };
  for (const match of text.matchAll(word)) {
    const next = { text: match[0], start: match.index, end: match.index + match[0].length };
    const last = row.at(-1);
    if (last) {
      const gap = next.start - last.end;
      if (gap < 1 || gap > longestGap) close();
    }
    row.push(next);
    if (!looksListed(next.text)) strange += 1;
    const leaves = row.at(-1 - shortest);
    if (leaves && !looksListed(leaves.text)) strange -= 1;
    if (row.length < shortest) continue;
    if (strange <= 1) good = row.length;
    else if (good > 0) {
      // What comes next may be good anew, with some of these.
      const rest = row.slice(good - shortest + 1);
      close();
      row = rest;
      strange = rest.slice(-shortest).filter((it) => !looksListed(it.text)).length;
    } else if (row.length > shortest) row.shift();
  }
  close();
  return rows;
}

/** Lists are of Latin letters, Han, kana and Hangul; their words are neither very short nor very long. */
function looksListed(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first < 0x250) return text.length >= 3 && text.length <= 10;
  return first >= 0x1100 && text.length <= 16;
}

function inList(row: readonly Word[], forms: readonly string[], list: WordList): FoundSecret[] {
  const known = knownIn(list);
  const places = forms.map((form) => known.get(form) ?? -1);
  return rangesOf(places).flatMap(([from, to]) => {
    const part = places.slice(from, to);
    const proven = provenIn(part);
    const prose =
      forms.slice(from, to).filter((form) => usual.has(form)).length * shortest > part.length * mostUsual;
    if (!proven && (prose || new Set(part).size < leastDistinct)) return [];
    // A part may prove itself by chance: where much stands beside it, all of it goes.
    const exact = proven && part.length - (proven[1] - proven[0]) < mostBeside;
    const [first, last] = exact
      ? [row[from + proven[0]], row[from + proven[1] - 1]]
      : [row[from], row[to - 1]];
    if (!first || !last) return [];
    const certainty = proven && !prose ? 'certain' : 'likely';
    return [{ kind: 'seed_phrase', start: first.start, end: last.end, certainty }];
  });
}

/** Stretches in which of any twelve words eleven are known, without strangers at their ends where enough is left. */
function rangesOf(places: readonly number[]): Array<[from: number, to: number]> {
  const ranges: Array<[number, number]> = [];
  let count = 0;
  for (const [at, place] of places.entries()) {
    if (place >= 0) count += 1;
    if ((places[at - shortest] ?? -1) >= 0) count -= 1;
    if (at < shortest - 1 || count < leastKnown) continue;
    const last = ranges.at(-1);
    if (last && last[1] > at - shortest) last[1] = at + 1;
    else ranges.push([at - shortest + 1, at + 1]);
  }
  return ranges.map(([from, to]) => {
    const start = places[from] === -1 ? from + 1 : from;
    const end = places[to - 1] === -1 ? to - 1 : to;
    return end - start >= shortest ? [start, end] : [from, to];
  });
}

/** From the first to the last of those parts that prove themselves. */
function provenIn(places: readonly number[]): readonly [from: number, to: number] | null {
  if (places.length > longestProven) return null;
  let from = places.length;
  let to = 0;
  for (const length of lengths) {
    for (let at = 0; at + length <= places.length; at += 1) {
      const part = places.slice(at, at + length);
      if (part.includes(-1) || !hasSeedChecksum(part)) continue;
      from = Math.min(from, at);
      to = Math.max(to, at + length);
    }
  }
  return from < to ? [from, to] : null;
}

const hanRun = /\p{sc=Han}{12,40}/gu;

const hanRunsOf = (text: string): RegExpExecArray[] =>
  [...text.matchAll(hanRun)].filter((run) =>
    lastNamed(text, 'seed', run.index - 40, run.index + run[0].length),
  );

/** Chinese phrases without gaps: they look as prose does, so they count only where a text speaks of phrases, and end with the run that they stand in. */
function findHanRuns(text: string, lists: readonly WordList[]): FoundSecret[] {
  return hanRunsOf(text).flatMap((run) => {
    const end = run.index + run[0].length;
    for (const list of lists) {
      const known = knownIn(list);
      const places = [...run[0]].map((sign) => known.get(sign) ?? -1);
      for (const length of lengths) {
        const part = places.slice(-length);
        if (part.length === length && !part.includes(-1) && hasSeedChecksum(part))
          return [{ kind: 'seed_phrase' as const, start: end - length, end, certainty: 'certain' as const }];
      }
    }
    return [];
  });
}

function knownIn(list: WordList): ReadonlyMap<string, number> {
  const kept = indexes.get(list);
  if (kept) return kept;
  const made = new Map(list.map((each, place) => [each.normalize('NFKD'), place]));
  indexes.set(list, made);
  return made;
}
