import { foldMarks, foldText } from './fold-text.ts';

/** A thing that customers speak of, and by which words in which language. */
export interface Concept {
  readonly id: string;
  /** By locale. A term is found at the beginning of a word (with a space at its end, as a whole word), or anywhere in writing without spaces. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

/** Finds the concepts of which a text speaks, whatever its language: their ids, each once, sorted. */
export type ConceptFinder = (text: string) => string[];

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** Below it no writing is without spaces: Thai is the first. */
const firstUnspaced = 0x0e00;

/** What terms go on with after the characters that lead here, and the concepts of those that end here; made when there is something to hold. */
interface Place {
  next?: Map<number, Place>;
  /** Found where a word begins. */
  spaced?: string[];
  anywhere?: string[];
}

/** Prepares the terms of all languages at once: people mix them. A search takes a time that grows with the text only. */
export function conceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const root: Place = {};
  const all = concepts.flatMap(({ id, terms }) =>
    Object.values(terms).flatMap((own) => own.map((term) => ({ id, term }))),
  );
  const begun = wordsOfEach(all.map(({ term }) => term));
  for (const [at, { id, term }] of all.entries()) {
    const own = begun[at];
    if (!own) continue;
    const words = term.endsWith(' ') ? `${own} ` : own;
    const end = placeOf(root, words);
    const ids = unspaced.test(words) ? (end.anywhere ??= []) : (end.spaced ??= []);
    if (!ids.includes(id)) ids.push(id);
  }
  return (text) => {
    const words = ` ${wordsOf(text)} `;
    const found = new Set<string>();
    for (let start = 0; start < words.length; start += 1) {
      const first = start === 0 || words[start - 1] === ' ';
      // Within a word of spaced writing nothing begins.
      if (!first && !isUnspaced(words, start - 1) && !isUnspaced(words, start)) continue;
      let at = root.next?.get(words.charCodeAt(start));
      for (let end = start + 1; at; at = at.next?.get(words.charCodeAt(end++))) {
        for (const id of at.anywhere ?? []) found.add(id);
        if (first) for (const id of at.spaced ?? []) found.add(id);
      }
    }
    return [...found].sort();
  };
}

function placeOf(root: Place, words: string): Place {
  let at = root;
  for (let index = 0; index < words.length; index += 1) {
    const code = words.charCodeAt(index);
    at.next ??= new Map();
    const next: Place = at.next.get(code) ?? {};
    at.next.set(code, next);
    at = next;
  }
  return at;
}

const isUnspaced = (words: string, at: number): boolean =>
  words.charCodeAt(at) >= firstUnspaced && unspaced.test(words[at] ?? '');

const wordsOf = (text: string) => wordsOfEach([text])[0] ?? '';

/** The words of many texts at once, which takes a fraction of the time: what is done to a text reaches over no end of a line. */
const wordsOfEach = (texts: readonly string[]) =>
  foldMarks(foldText(texts.map((it) => it.replaceAll('\n', ' ')).join('\n')))
    .replace(/[^\p{L}\p{N}\n]+/gu, ' ')
    .split('\n')
    .map((it) => it.trim());
