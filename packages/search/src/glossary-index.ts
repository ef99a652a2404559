import { analyseWord } from './analyse-word.ts';
import { kinds } from './character-kind.ts';
import { foldWord } from './fold-word.ts';
import { scanText } from './scan-text.ts';
import type { Group, Variant } from './search-plan.ts';
import type { Glossary } from './search-types.ts';
import { syllablePairs, type Vocabulary } from './vocabulary.ts';

/** The smallest part of a text that terms are compared by: a word, or a character where words are not told apart by spaces. */
export interface Atom {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether a word of its own may begin, or end, here. */
  readonly first: boolean;
  readonly last: boolean;
}

/** A term as it is looked for: the names of the search terms that it is made of. */
interface Spelling {
  readonly key: string;
  readonly names: readonly string[];
  readonly adjacent: boolean;
}

/** A place of a text where a term of the glossary stands: atoms from and up to, and what means the same. */
export interface GlossaryMatch {
  readonly from: number;
  readonly to: number;
  readonly concept: number;
  readonly key: string;
}

const mostAtoms = 12;
/** Terms of which only the beginning was typed may go on in so many ways at most. */
const mostBeginnings = 4;

/** The glossary as it is read in texts of one language. */
export class GlossaryIndex {
  readonly #vocabulary: Vocabulary;
  readonly #spellings: Spelling[][] = [];
  readonly #concepts = new Map<string, number[]>();
  readonly #words = new Set<string>();
  readonly #keys: string[];

  constructor(glossary: Glossary, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (const terms of termSets(glossary)) this.#add(terms);
    this.#keys = [...this.#concepts.keys()].sort();
  }

  /** Whether a term of the search stands in a term of the glossary. */
  has(term: string): boolean {
    return this.#words.has(term);
  }

  /** All terms of the glossary in a text, the one within the other too. */
  matches(atoms: readonly Atom[]): GlossaryMatch[] {
    const found: GlossaryMatch[] = [];
    for (const [from, first] of atoms.entries()) {
      let key = '';
      for (let to = from; to < Math.min(atoms.length, from + mostAtoms); to += 1) {
        key = to === from ? first.text : `${key} ${atoms[to]?.text}`;
        const concepts = this.#concepts.get(key);
        if (!concepts) continue;
        // One character means a word only where it stands alone.
        if (to === from && !(first.first && first.last)) continue;
        for (const concept of concepts) found.push({ from, to: to + 1, concept, key });
      }
    }
    return found;
  }

  /** Terms that go on where the text ends, two atoms of it at least. */
  beginnings(atoms: readonly Atom[]): GlossaryMatch[] {
    for (let from = Math.max(0, atoms.length - mostAtoms); from < atoms.length - 1; from += 1) {
      const key = atoms
        .slice(from)
        .map((it) => it.text)
        .join(' ');
      const at = lowerBound(this.#keys, `${key} `);
      const going = this.#keys.slice(at, at + mostBeginnings + 1).filter((it) => it.startsWith(`${key} `));
      if (going.length === 0 || going.length > mostBeginnings) continue;
      const concepts = new Set(going.flatMap((it) => this.#concepts.get(it) ?? []));
      return [...concepts].map((concept) => ({ from, to: atoms.length, concept, key: '' }));
    }
    return [];
  }

  /** Concepts of which a single word is a term. */
  conceptsOf(word: string): readonly number[] {
    return this.#concepts.get(word) ?? [];
  }

  /** All ways to find a concept that texts of the language hold; what was typed itself counts whole, or is left out. */
  group(concept: number, typed: string, weight: number, typedWeight: number): Group {
    const variants: Variant[] = [];
    for (const { key, names, adjacent } of this.#spellings[concept] ?? []) {
      const share = key === typed ? typedWeight : 1;
      const terms = names.map((name) => this.#vocabulary.findTerm(name));
      if (share > 0 && !terms.includes(0)) variants.push({ terms, adjacent, weight: share });
    }
    return { weight, variants };
  }

  #add(terms: readonly string[]): void {
    const concept = this.#spellings.length;
    const spellings = new Map<string, Spelling>();
    for (const term of terms) {
      const atoms = readAtoms(term, this.#vocabulary.language);
      const key = atoms.map((it) => it.text).join(' ');
      if (key === '' || spellings.has(key)) continue;
      spellings.set(key, this.#spell(term, key));
      this.#concepts.set(key, [...(this.#concepts.get(key) ?? []), concept]);
    }
    this.#spellings.push([...spellings.values()]);
  }

  #spell(text: string, key: string): Spelling {
    const { language } = this.#vocabulary;
    const names: string[] = [];
    let adjacent = true;
    let run = '';
    let runEnd = -1;
    const endRun = () => {
      if (run !== '') names.push(...(run.length > 2 ? syllablePairs(run) : [run]));
      adjacent &&= run.length < 3;
      run = '';
    };
    scanText(text, (kind, start, end) => {
      if (kind === kinds.han) {
        if (start !== runEnd) endRun();
        run += foldWord(text.slice(start, end), kind);
        runEnd = end;
        adjacent = false;
        return;
      }
      endRun();
      const word = text.slice(start, end).toLowerCase();
      const { term } = analyseWord(word, kind, language);
      // Known by its letters, so that it is found when half typed or misspelt, even in a language that never uses it.
      this.#vocabulary.addWord(word, kind);
      this.#words.add(term);
      if (kind === kinds.hangul && term.length > 2) adjacent = false;
      names.push(...(kind === kinds.hangul && term.length > 2 ? syllablePairs(term) : [term]));
    });
    endRun();
    return { key, names: [...new Set(names)], adjacent: adjacent && names.length > 1 };
  }
}

const termSets = ({ concepts, assets, networks }: Glossary): string[][] => [
  ...concepts.map(({ terms }) => Object.values(terms).flat()),
  ...assets.map(({ ticker, names }) => [ticker, ...names]),
  ...networks.map(({ id, names }) => [id, ...names]),
];

/** Cuts a text into what terms of the glossary are compared by; `replaced` gives other terms for words that begin at some place. */
export function readAtoms(
  text: string,
  language: string,
  replaced: ReadonlyMap<number, string> = new Map(),
): Atom[] {
  const atoms: Atom[] = [];
  let hanEnd = -1;
  scanText(text, (kind, start, end) => {
    const word = text.slice(start, end).toLowerCase();
    if (kind === kinds.han) {
      const previous = atoms.at(-1);
      const joined = start === hanEnd && previous;
      if (joined) atoms[atoms.length - 1] = { ...previous, last: false };
      atoms.push({ text: foldWord(word, kind), start, end, first: !joined, last: true });
      hanEnd = end;
      return;
    }
    const term = replaced.get(start) ?? analyseWord(word, kind, language).term;
    const parts = kind === kinds.hangul || kind === kinds.thai ? [...term] : term === '' ? [] : [term];
    for (const [place, part] of parts.entries())
      atoms.push({ text: part, start, end, first: place === 0, last: place === parts.length - 1 });
  });
  return atoms;
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
