import { around, type Rectangle, type Word } from './word.ts';

/** A long word of letters and digits, and the rows below in which it may go on. */
export interface LongId {
  readonly rows: ReadonlyArray<{ readonly place: Rectangle; readonly text: string }>;
}

/** Characters of the first row; screens break longer words. */
const shortest = 14;
const mostRows = 5;

/**
 * Where addresses and transaction ids may stand in a picture. Screens break them over rows that begin, end, or are centred at the same place;
 * what stands below may belong to it or not.
 */
export function findLongIds(words: readonly Word[]): LongId[] {
  const pieces = rowsOf(words);
  const taken = new Set<Word>();
  const found: LongId[] = [];
  for (const first of pieces) {
    if (taken.has(first) || !beginsId(first.text)) continue;
    const rows = [first];
    for (let last = first; rows.length < mostRows; ) {
      const next = pieces.find(
        (it) => !taken.has(it) && goesOn(last, it) && isPart(it.text) && beginsLine(it, pieces),
      );
      if (!next) break;
      rows.push(next);
      last = next;
    }
    for (const it of rows) taken.add(it);
    found.push({ rows: rows.map((it) => ({ place: it, text: it.text })) });
  }
  return found;
}

/** Words of one line with next to nothing between them are one. */
function rowsOf(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const near = last && !word.startsLine && word.left - last.right < 0.35 * heightOf(last);
    if (last && near)
      joined[joined.length - 1] = { ...last, ...around([last, word]), text: last.text + word.text };
    else joined.push(word);
  }
  return joined;
}

const heightOf = (it: Rectangle) => it.bottom - it.top;
const digitsOf = (text: string) => text.replace(/\D/g, '').length;
/** Letters that do not belong to an id may be what was made of one that does. */
const isWord = (text: string) => /^[\p{L}\p{N}|€¢()[\]\\/_:=+-]+$/u.test(text);
const beginsId = (text: string) =>
  text.length >= (/[/_+-]/.test(text) ? 40 : shortest) &&
  isWord(text) &&
  digitsOf(text) >= 2 &&
  digitsOf(text) < text.length;
const isPart = (text: string) =>
  isWord(text) && (digitsOf(text) > 0 || text.length >= shortest || /\p{Ll}\p{Lu}/u.test(text));

/** With a word before it, such as a label, it is something else. */
const beginsLine = (word: Word, all: readonly Word[]): boolean =>
  !all.some(
    (it) =>
      it.right <= word.left &&
      Math.min(it.bottom, word.bottom) - Math.max(it.top, word.top) > 0.4 * heightOf(word),
  );

function goesOn(above: Rectangle, below: Rectangle): boolean {
  const height = heightOf(above);
  const gap = below.top - above.bottom;
  if (gap < -0.4 * height || gap > 1.9 * height || heightOf(below) > 1.7 * height) return false;
  const same = (one: number, other: number) => Math.abs(one - other) <= 0.8 * height;
  return (
    same(above.left, below.left) ||
    same(above.right, below.right) ||
    same(above.left + above.right, below.left + below.right)
  );
}
