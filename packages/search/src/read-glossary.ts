import { analyseWord, latinStems } from './analyse-word.ts';
import type { Kind } from './character-kind.ts';
import { keyOf, readAtoms } from './glossary-atoms.ts';
import { type GlossaryTerm, glossaryTerms } from './glossary-terms.ts';
import { scanText } from './scan-text.ts';
import type { Glossary } from './search-types.ts';

/** A word of a term, in lower case, and what it is found by. */
interface TermWord {
  readonly word: string;
  readonly kind: Kind;
  readonly term: string;
}

/** A term of the glossary as texts of a language spell it. */
export interface ReadTerm extends GlossaryTerm {
  /** Its atoms, as one text; terms of one key are the same. */
  readonly key: string;
  readonly words: readonly TermWord[];
}

type Concepts = ReadonlyArray<readonly ReadTerm[]>;

const held = new WeakMap<Glossary, Map<string, Concepts>>();

/**
 * The terms of each concept as texts of a language spell them. A glossary is read once for all languages that stem alike, whoever searches: it is
 * most of what the index of a language costs.
 */
export function readGlossary(glossary: Glossary, language: string): Concepts {
  const readings = held.get(glossary) ?? new Map<string, Concepts>();
  held.set(glossary, readings);
  const stems = latinStems(language);
  const concepts = readings.get(stems) ?? glossaryTerms(glossary).map((terms) => readTerms(terms, language));
  readings.set(stems, concepts);
  return concepts;
}

function readTerms(terms: readonly GlossaryTerm[], language: string): ReadTerm[] {
  return terms.flatMap((it) => {
    const key = keyOf(readAtoms(it.text, language));
    return key === '' ? [] : [{ ...it, key, words: wordsOf(it.text, language) }];
  });
}

function wordsOf(text: string, language: string): TermWord[] {
  const words: TermWord[] = [];
  scanText(text, (kind, start, end) => {
    const word = text.slice(start, end).toLowerCase();
    const { term } = analyseWord(word, kind, language);
    if (term !== '') words.push({ word, kind, term });
  });
  return words;
}
