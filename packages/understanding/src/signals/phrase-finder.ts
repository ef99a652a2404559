import { isUnspaced } from './plain-words.ts';

/** A phrase in the notation of `SignalPhrases`, and what is answered where it is found. */
export interface Phrase<Meaning> {
  readonly written: string;
  readonly meaning: Meaning;
}

/** Where a phrase was found in the plain words of a text. */
export interface Found<Meaning> {
  readonly meaning: Meaning;
  readonly start: number;
  readonly end: number;
}

interface Part {
  readonly phrase: number;
  readonly index: number;
  /** A word may go on behind it. */
  readonly open: boolean;
}
/** What goes on behind the letters that lead here, and what ends here. Both are made when there is something to hold: most of a hundred thousand places have one letter behind them. */
interface Node {
  next?: Map<string, Node>;
  parts?: Part[];
}
interface Compiled<Meaning> {
  readonly meaning: Meaning;
  readonly parts: number;
  readonly begins: boolean;
}

/** How far `…` reaches, in letters; a character of a script without spaces counts as three. */
const reach = 32;
/** How many beginnings of one phrase are gone back to, so that no text takes long. */
const mostBegun = 4;

/**
 * Prepares phrases of all languages at once, for people mix them. A search takes a time that grows with the text only. `plain` makes the plain words of a part of
 * a phrase, as `plainWords` does.
 */
export function phraseFinder<Meaning>(
  phrases: ReadonlyArray<Phrase<Meaning>>,
  plain: (part: string) => string,
) {
  const root: Node = {};
  const compiled: Array<Compiled<Meaning>> = [];
  for (const { written, meaning } of phrases) {
    const begins = written.startsWith('^');
    const parts = written
      .replace('^', '')
      .split('…')
      .flatMap((it) => it.trim() || []);
    const phrase = compiled.push({ meaning, parts: parts.length, begins }) - 1;
    for (const [index, part] of parts.entries()) {
      const words = plain(part.replace(/\*$/, '')).trim();
      const last = words.at(-1) ?? '';
      const open = part.endsWith('*') || isUnspaced(last) || isArabic(last);
      insert(root, words, { phrase, index, open });
    }
  }
  /** The phrases found in plain words (`plainWords`). */
  return (words: string): Array<Found<Meaning>> => {
    const found: Array<Found<Meaning>> = [];
    // By phrase: the begun ones, each with the number of parts seen.
    const begun = new Map<number, Array<{ start: number; end: number; seen: number }>>();
    for (let start = 1; start < words.length; start += 1) {
      if (!mayBegin(words, start)) continue;
      let node: Node | undefined = root;
      for (let at = start; node; at += 1) {
        for (const part of node.parts ?? []) {
          if (!part.open && words[at] !== ' ') continue;
          const of = compiled[part.phrase];
          if (!of || (of.begins && !standsAlone(words, start, at))) continue;
          let from = start;
          if (part.index > 0) {
            const before = begun
              .get(part.phrase)
              ?.slice(-mostBegun)
              .findLast((it) => it.seen === part.index && isNear(words, it.end, start));
            if (!before) continue;
            from = before.start;
          }
          if (part.index + 1 === of.parts) found.push({ meaning: of.meaning, start: from, end: at });
          else {
            const all = begun.get(part.phrase) ?? [];
            all.push({ start: from, end: at, seen: part.index + 1 });
            begun.set(part.phrase, all);
          }
        }
        const letter: string | undefined = words[at];
        node = letter === undefined ? undefined : node.next?.get(letter);
      }
    }
    return found;
  };
}

function insert(root: Node, words: string, part: Part): void {
  let node = root;
  for (const letter of words.split('')) {
    node.next ??= new Map();
    const next: Node = node.next.get(letter) ?? {};
    node.next.set(letter, next);
    node = next;
  }
  node.parts ??= [];
  node.parts.push(part);
}

const isArabic = (character: string) => character > '\u05ff' && /^\p{Script=Arabic}/u.test(character);

/** At the beginning of a word, behind the article or preposition that Arabic joins to it, or anywhere in writing without spaces. */
function mayBegin(words: string, at: number): boolean {
  const letter = words[at] ?? ' ';
  if (letter === ' ') return false;
  if (words[at - 1] === ' ' || isUnspaced(letter)) return true;
  if (!isArabic(letter)) return false;
  return /^ ?(?:[وفبل]|ال|[وفب]ال|لل)$/u.test(words.slice(words.lastIndexOf(' ', at - 1) + 1, at));
}

/** The message begins there, and with the end of the phrase its sentence or itself ends. */
const standsAlone = (words: string, start: number, end: number) =>
  start === 1 && /^ ?(?:[.,]|$)/.test(words.slice(end, end + 2));

/** One sentence, a few words. */
function isNear(words: string, end: number, start: number): boolean {
  if (start < end || start - end > reach) return false;
  const between = words.slice(end, start);
  if (between.includes(' . ')) return false;
  let letters = 0;
  for (const letter of between) letters += isUnspaced(letter) ? 3 : 1;
  return letters <= reach;
}
