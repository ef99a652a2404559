import { analyseWord } from './analyse-word.ts';
import { type Kind, kinds } from './character-kind.ts';
import { foldWord } from './fold-word.ts';
import { hangulLetters } from './hangul-letters.ts';
import { scanText } from './scan-text.ts';
import type { TranslationIndex } from './translation-index.ts';

/** A word of a request and what it may stand for in the texts of one language. */
export interface QueryWord {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  /** Its own term, whether or not any text holds it. */
  readonly term: string;
  /** Terms of longer words that begin with it, when it may still be in the making. */
  readonly longer: readonly string[];
  /** What is meant if it is a typing error: nearest and commonest first. */
  readonly corrections: readonly Correction[];
}

interface Correction {
  readonly term: string;
  readonly word: string;
}

/** More words than this are not read. */
const mostWords = 32;
/** Of more words that begin alike the commonest count. */
const mostLonger = 40;
/** Among so many they are chosen. */
const mostBeginnings = 400;
const mostCorrections = 3;
/** Longer words are left out that stand in more of the texts than this. */
const mostShare = 0.5;

/** Cuts a request into words and looks each up. */
export function readWords(text: string, index: TranslationIndex): QueryWord[] {
  const places: { kind: Kind; start: number; end: number }[] = [];
  scanText(text, (kind, start, end) => {
    if (places.length < mostWords) places.push({ kind, start, end });
  });
  return places.map(({ kind, start, end }) => {
    const surface = text.slice(start, end).toLowerCase();
    const { term } = analyseWord(surface, kind, index.vocabulary.language);
    const word = { kind, start, end, term, longer: [], corrections: [] };
    if (kind === kinds.han || term === '') return word;
    const letters = lettersOf(surface, kind);
    const isOpen = end === text.length;
    const longer = isOpen ? longerTerms(letters, term, index) : [];
    if (longer.length > 0 || isKnown(term, index)) return { ...word, longer };
    return { ...word, corrections: correct(letters, kind, isOpen, index) };
  });
}

/** Whether any text, or the glossary, holds a term. */
const isKnown = (term: string, index: TranslationIndex): boolean =>
  index.postings.count(index.vocabulary.findTerm(term)) > 0 || index.glossary.has(term);

const lettersOf = (surface: string, kind: Kind): string => {
  const folded = foldWord(surface, kind).slice(0, 40);
  return kind === kinds.hangul ? hangulLetters(folded) : folded;
};

function longerTerms(letters: string, own: string, index: TranslationIndex): string[] {
  const node = index.vocabulary.tree.find(letters);
  return node === undefined ? [] : termsBelow(node, index).filter((term) => term !== own);
}

/** Terms of the words below a node, the commonest first. */
function termsBelow(node: number, index: TranslationIndex): string[] {
  const { vocabulary, postings } = index;
  const accept = (word: number) => isKnown(vocabulary.nameOfTerm(vocabulary.termOf(word)), index);
  const terms = new Set(
    vocabulary.tree.below(node, mostBeginnings, accept).map((word) => vocabulary.termOf(word)),
  );
  const counted = [...terms].map((term) => ({
    name: vocabulary.nameOfTerm(term),
    count: postings.count(term),
  }));
  // What nearly every text holds tells nothing, and everybody types on.
  const telling = counted.filter(({ count }) => count <= Math.max(10, index.size * mostShare));
  return (telling.length > 0 ? telling : counted)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, mostLonger)
    .map(({ name }) => name);
}

function correct(letters: string, kind: Kind, isOpen: boolean, index: TranslationIndex): Correction[] {
  const { vocabulary, postings } = index;
  // A letter more or less of a number is another number, not an error.
  if (/\d/.test(letters)) return [];
  const most = mostEdits(letters, kind);
  for (let edits = 1; edits <= most; edits += 1) {
    for (const beginning of isOpen ? [false, true] : [false]) {
      const nodes = vocabulary.tree.near(letters, edits, beginning).map(({ node }) => node);
      const words = beginning
        ? nodes.flatMap((node) => vocabulary.tree.below(node, 20, () => true))
        : nodes.map((node) => vocabulary.tree.valueOf(node));
      const found = words
        .map((word) => ({ word, term: vocabulary.termOf(word) }))
        .map(({ word, term }) => ({
          word: vocabulary.nameOfWord(word),
          term: vocabulary.nameOfTerm(term),
          count: postings.count(term),
        }))
        .filter(({ term }) => isKnown(term, index))
        .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
      const distinct = found.filter((it, at) => found.findIndex((other) => other.term === it.term) === at);
      if (distinct.length > 0) return distinct.slice(0, mostCorrections);
    }
  }
  return [];
}

/** One edit from four letters, two from eight; a syllable of Korean has two or three. */
function mostEdits(letters: string, kind: Kind): number {
  const length = kind === kinds.hangul ? letters.length / 1.5 : letters.length;
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
