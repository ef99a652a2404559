import { kinds } from './character-kind.ts';
import { findSequence } from './find-sequence.ts';
import { type Atom, keyOf } from './glossary-atoms.ts';
import type { HeldDocument } from './held-document.ts';
import { type ReadTerm, readGlossary } from './read-glossary.ts';
import type { Group, Variant } from './search-plan.ts';
import type { Glossary } from './search-types.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term as it stands in texts of the language. */
interface Spelling {
  readonly key: string;
  /** The terms of its words; none for a Korean word, which may be a part of another. */
  readonly words: readonly number[];
  readonly part: string;
  /** What it is found by: the term of its only word, or one of its own. */
  readonly term: number;
  readonly concepts: number[];
}

/** A place of a text where a term of the glossary stands: from one atom up to another. */
export interface GlossaryMatch {
  readonly from: number;
  readonly to: number;
  readonly concept: number;
  readonly key: string;
}

const mostAtoms = 12;
/** What means the same counts less than what was typed. */
const synonymWeight = 0.6;
/** A coin or a network tells less of what an article is about than other concepts: the same happens with all of them. */
const coinWeight = 0.6;
/** Terms of which only the beginning was typed may go on in so many ways at most. */
const mostBeginnings = 4;

/**
 * The glossary as it is read in texts of one language. Documents are put under their concepts when they come, so that to search for a concept costs as much as to
 * search for a word, in how many ways ever it can be said.
 */
export class GlossaryIndex {
  readonly #vocabulary: Vocabulary;
  readonly #spellings = new Map<string, Spelling>();
  readonly #byConcept: Spelling[][] = [];
  readonly #conceptTerms: number[] = [];
  /** By the term of the first word. */
  readonly #starting = new Map<number, Spelling[]>();
  readonly #parts: Spelling[] = [];
  readonly #partsOfWord = new Map<number, readonly Spelling[]>();
  readonly #words = new Set<string>();
  readonly #keys: readonly string[];
  readonly #subjects: number;

  constructor(glossary: Glossary, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#subjects = glossary.concepts.length;
    for (const terms of readGlossary(glossary, vocabulary.language)) this.#addConcept(terms);
    this.#keys = [...this.#spellings.keys()].sort();
  }

  /** Whether a term of the search stands in a term of the glossary. */
  has(term: string): boolean {
    return this.#words.has(term);
  }

  /** All terms of the glossary in a text, the one within the other too. */
  matches(atoms: readonly Atom[]): GlossaryMatch[] {
    const found: GlossaryMatch[] = [];
    for (const [from, first] of atoms.entries())
      for (let to = from + 1; to <= Math.min(atoms.length, from + mostAtoms); to += 1) {
        const key = keyOf(atoms.slice(from, to));
        // One character means a word only where it stands alone.
        if (to === from + 1 && !(first.first && first.last)) continue;
        for (const concept of this.conceptsOf(key)) found.push({ from, to, concept, key });
      }
    return found;
  }

  /** Terms that go on where the text ends, two atoms of it at least. */
  beginnings(atoms: readonly Atom[]): GlossaryMatch[] {
    for (let from = Math.max(0, atoms.length - mostAtoms); from < atoms.length - 1; from += 1) {
      const begun = `${keyOf(atoms.slice(from))} `;
      const at = lowerBound(this.#keys, begun);
      const going = this.#keys.slice(at, at + mostBeginnings + 1).filter((it) => it.startsWith(begun));
      if (going.length === 0 || going.length > mostBeginnings) continue;
      const concepts = new Set(going.flatMap((it) => this.conceptsOf(it)));
      return [...concepts].map((concept) => ({ from, to: atoms.length, concept, key: '' }));
    }
    return [];
  }

  /** Concepts that a term, as atoms spell it, is a term of. */
  conceptsOf(key: string): readonly number[] {
    return this.#spellings.get(key)?.concepts ?? [];
  }

  /** How much a concept counts among others. */
  weightOf(concept: number): number {
    return concept < this.#subjects ? 1 : coinWeight;
  }

  /** What finds a concept, by whatever term; what was typed itself counts most. */
  group(concept: number, typed: string, weight: number): Group {
    const variants: Variant[] = [{ term: this.#conceptTerms[concept] ?? 0, weight: synonymWeight }];
    const own = this.#spellings.get(typed);
    if (own) variants.push({ term: own.term, weight: 1 - synonymWeight });
    return { weight, variants, phrases: this.#byConcept[concept] ?? [] };
  }

  /** Tells the terms that a document is under for what it says, with the field in which it says it. */
  eachConcept(held: HeldDocument, take: (term: number, field: number) => void): void {
    let at = 0;
    for (const [field, last] of held.ends.entries())
      for (; at < last; at += 1) {
        const word = held.words[at] ?? 0;
        const starting = this.#starting.get(this.#vocabulary.termOf(word));
        for (const spelling of starting ?? [])
          if (spelling.words.length === 1 || findSequence(spelling.words, held, at, last, this.#vocabulary))
            this.#take(spelling, field, take);
        if (this.#vocabulary.isHangul(word))
          for (const spelling of this.#partsOf(word)) this.#take(spelling, field, take);
      }
  }

  #take(spelling: Spelling, field: number, take: (term: number, field: number) => void): void {
    if (spelling.words.length !== 1) take(spelling.term, field);
    for (const concept of spelling.concepts) take(this.#conceptTerms[concept] ?? 0, field);
  }

  #partsOf(word: number): readonly Spelling[] {
    const known = this.#partsOfWord.get(word);
    if (known) return known;
    const name = this.#vocabulary.nameOfTerm(this.#vocabulary.termOf(word));
    // One syllable means a word only where it stands alone.
    const found = this.#parts.filter(({ part }) => (part.length > 1 ? name.includes(part) : name === part));
    this.#partsOfWord.set(word, found);
    return found;
  }

  #addConcept(terms: readonly ReadTerm[]): void {
    const { language } = this.#vocabulary;
    const concept = this.#byConcept.length;
    const own = new Set<Spelling>();
    for (const term of terms) {
      // Words of other languages are known, but not what a misspelt or half typed word is taken for.
      const learned = term.language === undefined || term.language === 'en' || term.language === language;
      own.add(this.#spellings.get(term.key) ?? this.#spell(term, learned));
    }
    for (const spelling of own) spelling.concepts.push(concept);
    this.#byConcept.push([...own]);
    this.#conceptTerms.push(this.#vocabulary.addTerm(`\u0000concept ${concept}`));
  }

  #spell({ key, words: read }: ReadTerm, learned: boolean): Spelling {
    for (const { word, kind, term } of read) {
      if (learned) this.#vocabulary.addWord(word, kind);
      if (kind !== kinds.han) this.#words.add(term);
    }
    const last = read.at(-1);
    const part = last?.kind === kinds.hangul ? last.term : '';
    const words = read.map(({ term }) => this.#vocabulary.addTerm(term));
    const isPart = words.length === 1 && part !== '';
    const term =
      words.length === 1 && !isPart ? (words[0] ?? 0) : this.#vocabulary.addTerm(`\u0000term ${key}`);
    const spelling: Spelling = isPart
      ? { key, words: [], part, term, concepts: [] }
      : { key, words, part: '', term, concepts: [] };
    this.#spellings.set(key, spelling);
    const [first = 0] = words;
    if (isPart) this.#parts.push(spelling);
    else this.#starting.set(first, [...(this.#starting.get(first) ?? []), spelling]);
    return spelling;
  }
}

function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
