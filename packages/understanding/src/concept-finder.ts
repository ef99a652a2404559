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

/** Prepares the terms of all languages at once: people mix them. A search takes a time that grows with the text only. */
export function conceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const spaced = new Map<string, string[]>();
  const anywhere = new Map<string, string[]>();
  let longest = 1;
  for (const { id, terms } of concepts)
    for (const term of Object.values(terms).flat()) {
      const begun = wordsOf(term);
      if (begun === '') continue;
      const words = term.endsWith(' ') ? `${begun} ` : begun;
      const held = unspaced.test(words) ? anywhere : spaced;
      const ids = held.get(words);
      if (!ids) held.set(words, [id]);
      else if (!ids.includes(id)) ids.push(id);
      longest = Math.max(longest, words.length);
    }
  return (text) => {
    const words = ` ${wordsOf(text)} `;
    const found = new Set<string>();
    for (let start = 0; start < words.length; start += 1) {
      const before = words[start - 1] ?? ' ';
      const first = before === ' ';
      // Within a word of spaced writing nothing begins.
      if (!first && !unspaced.test(before) && !unspaced.test(words[start] ?? '')) continue;
      for (let end = start + 1; end <= Math.min(words.length, start + longest); end += 1) {
        const part = words.slice(start, end);
        for (const id of anywhere.get(part) ?? []) found.add(id);
        if (first) for (const id of spaced.get(part) ?? []) found.add(id);
      }
    }
    return [...found].sort();
  };
}

const wordsOf = (text: string) =>
  foldMarks(foldText(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
