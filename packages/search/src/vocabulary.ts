import { analyseWord } from './analyse-word.ts';
import { type Kind, kinds } from './character-kind.ts';
import { WordTree } from './word-tree.ts';

/**
 * Words and terms of one language as small numbers, from 1. A word is what stands in a text, in lower case; its term is what it is found by. What was added
 * once stays: a vocabulary grows by what is written, not by what is asked.
 */
export class Vocabulary {
  readonly language: string;
  readonly tree = new WordTree();
  readonly #termNumbers = new Map<string, number>();
  readonly #wordNumbers = new Map<string, number>();
  readonly #terms: string[] = [''];
  readonly #words: string[] = [''];
  readonly #termOfWord: number[] = [0];
  readonly #kindOfWord: number[] = [0];

  constructor(language: string) {
    this.language = language;
  }

  /** The number of a word of a text, which is added when it is new. */
  addWord(text: string, kind: Kind): number {
    const word = text.toLowerCase();
    const known = this.#wordNumbers.get(word);
    if (known !== undefined) return known;
    const { term, form } = analyseWord(word, kind, this.language);
    const number = this.#words.push(word) - 1;
    this.#wordNumbers.set(word, number);
    this.#termOfWord.push(term === '' ? 0 : this.addTerm(term));
    this.#kindOfWord.push(kind);
    if (form !== '') this.tree.add(form, number);
    return number;
  }

  /** The number of a term, which is added when it is new. */
  addTerm(term: string): number {
    const known = this.#termNumbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.push(term) - 1;
    this.#termNumbers.set(term, number);
    return number;
  }

  /** The number of a term, 0 when no text has held it. */
  findTerm(term: string): number {
    return this.#termNumbers.get(term) ?? 0;
  }

  termOf(word: number): number {
    return this.#termOfWord[word] ?? 0;
  }

  nameOfTerm(term: number): string {
    return this.#terms[term] ?? '';
  }

  nameOfWord(word: number): string {
    return this.#words[word] ?? '';
  }

  /** Whether the word is one character of a writing without spaces, which is found together with its neighbours. */
  isHan(word: number): boolean {
    return this.#kindOfWord[word] === kinds.han;
  }

  isHangul(word: number): boolean {
    return this.#kindOfWord[word] === kinds.hangul;
  }
}

/** All pairs of neighbouring syllables of a word; none where the word itself is one. */
export function syllablePairs(word: string): string[] {
  const pairs: string[] = [];
  if (word.length > 2) for (let at = 1; at < word.length; at += 1) pairs.push(word.slice(at - 1, at + 1));
  return pairs;
}
