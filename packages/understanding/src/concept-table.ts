import { foldMarks, foldText } from './fold-text.ts';
import { eachTermAt, growTree, type TermTree } from './term-tree.ts';

/** A thing that customers speak of, and by which words in which language. */
export interface Concept {
  readonly id: string;
  /** By locale. A term is found at the beginning of a word (with a space at its end, as a whole word), or anywhere in writing without spaces. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

/** Concepts, prepared to be found by the terms of all languages at once: people mix them. */
export interface ConceptTable {
  readonly ids: readonly string[];
  readonly tree: TermTree;
  /** Where the concepts of each term begin in `meant`, which is where those of the term before it end. */
  readonly begins: Uint32Array;
  /** Concepts, by their place in `ids`. */
  readonly meant: Uint16Array;
  /** 1 where the term is of writing without spaces. */
  readonly anywhere: Uint8Array;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** Below it no writing is without spaces: Thai is the first. */
const firstUnspaced = 0x0e00;

/** Makes the words of all terms plain and grows them into one tree: some hundred milliseconds for those of the product. */
export function conceptTable(concepts: readonly Concept[]): ConceptTable {
  const said = concepts.flatMap(({ terms }, concept) =>
    Object.values(terms).flatMap((own) => own.map((term) => ({ term, concept }))),
  );
  const plain = wordsOfEach(said.map(({ term }) => term));
  const meant = new Map<string, Set<number>>();
  for (const [at, { term, concept }] of said.entries()) {
    const own = plain[at];
    if (!own) continue;
    const words = term.endsWith(' ') ? `${own} ` : own;
    meant.set(words, (meant.get(words) ?? new Set()).add(concept));
  }
  const terms = [...meant.keys()].sort();
  const all = terms.map((it) => [...(meant.get(it) ?? [])]);
  const begins = new Uint32Array(terms.length + 1);
  for (const [at, own] of all.entries()) begins[at + 1] = (begins[at] as number) + own.length;
  return {
    ids: concepts.map((it) => it.id),
    tree: growTree(terms),
    begins,
    meant: Uint16Array.from(all.flat()),
    anywhere: Uint8Array.from(terms, (it) => (unspaced.test(it) ? 1 : 0)),
  };
}

/** The ids of the concepts of which a text speaks, whatever its language: each once, sorted. Takes a time that grows with the text only. */
export function conceptsOf({ ids, tree, begins, meant, anywhere }: ConceptTable, text: string): string[] {
  const words = ` ${wordsOf(text)} `;
  const found = new Set<string>();
  for (let start = 0; start < words.length; start += 1) {
    const first = start === 0 || words[start - 1] === ' ';
    // Within a word of spaced writing nothing begins.
    if (!first && !isUnspaced(words, start - 1) && !isUnspaced(words, start)) continue;
    eachTermAt(tree, words, start, (term) => {
      if (!first && anywhere[term] === 0) return;
      for (let at = begins[term] as number; at < (begins[term + 1] as number); at += 1)
        found.add(ids[meant[at] as number] as string);
    });
  }
  return [...found].sort();
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
