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
  readonly terms: readonly string[];
  /** The terms of its words one by one; none for a part of one word. */
  readonly words: readonly string[];
  readonly inOrder: boolean;
  readonly part: string;
}

/** A place of a text where a term of the glossary stands: atoms from and up to, and what means the same. */
export interface GlossaryMatch {
  readonly from: number;
  readonly to: number;
  readonly concept: number;
  readonly key: string;
}

const mostAtoms = 12;
/** What means the same counts less than what was typed. */
const synonymWeight = 0.6;
const coinWeight = 0.6;
/** Terms of which only the beginning was typed may go on in so many ways at most. */
const mostBeginnings = 4;

/** The glossary as it is read in texts of one language. */
export class GlossaryIndex {
  readonly #vocabulary: Vocabulary;
  readonly #spellings: Spelling[][] = [];
  readonly #concepts = new Map<string, number[]>();
  readonly #words = new Set<string>();
  readonly #keys: string[];
  readonly #subjects: number;

  constructor(glossary: Glossary, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (const terms of termSets(glossary)) this.#add(terms);
    this.#subjects = glossary.concepts.length;
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

  /** How much a concept tells of what an article is about: a coin or a network tells less, since the same happens with all of them. */
  weightOf(concept: number): number {
    return concept < this.#subjects ? 1 : coinWeight;
  }

  /** Concepts of which a single word is a term. */
  conceptsOf(word: string): readonly number[] {
    return this.#concepts.get(word) ?? [];
  }

  /** All ways to find a concept that texts of the language hold; what was not typed itself counts less. */
  group(concept: number, typed: string, weight: number): Group {
    const variants = (this.#spellings[concept] ?? []).flatMap(
      ({ key, terms, words, inOrder, part }): Variant[] => {
        const numbers = terms.map((term) => this.#vocabulary.findTerm(term));
        if (numbers.includes(0)) return [];
        const places = words.map((word) => this.#vocabulary.findTerm(word));
        return [{ terms: numbers, words: places, inOrder, part, weight: key === typed ? 1 : synonymWeight }];
      },
    );
    return { weight, variants };
  }

  #add(terms: readonly Term[]): void {
    const concept = this.#spellings.length;
    const spellings = new Map<string, Spelling>();
    const { language } = this.#vocabulary;
    for (const { text, language: own } of terms) {
      const atoms = readAtoms(text, language);
      const key = atoms.map((it) => it.text).join(' ');
      if (key === '' || spellings.has(key)) continue;
      spellings.set(key, this.#spell(text, key, own === undefined || own === 'en' || own === language));
      this.#concepts.set(key, [...(this.#concepts.get(key) ?? []), concept]);
    }
    this.#spellings.push([...spellings.values()]);
  }

  /** With `learned`, its words are found half typed and misspelt too, be they in any text or not. */
  #spell(text: string, key: string, learned: boolean): Spelling {
    const terms: string[] = [];
    const words: string[] = [];
    let part = '';
    let hanEnd = -1;
    scanText(text, (kind, start, end) => {
      const word = text.slice(start, end).toLowerCase();
      const { term } = analyseWord(word, kind, this.#vocabulary.language);
      if (kind === kinds.han) {
        // Its pairs are rarer than itself.
        if (start === hanEnd) terms.push((words.at(-1) ?? '') + term);
        hanEnd = end;
      } else if (kind === kinds.hangul) {
        terms.push(...(term.length > 2 ? syllablePairs(term) : [term]));
        part = term;
      } else terms.push(term);
      if (kind !== kinds.han) this.#words.add(term);
      if (learned) this.#vocabulary.addWord(word, kind);
      words.push(term);
    });
    if (terms.length === 0) terms.push(...words);
    if (words.length === 1) return { key, terms, words: [], inOrder: false, part };
    const inOrder = terms.length > 1 || terms[0] !== words.join('');
    return { key, terms: [...new Set(terms)], words, inOrder, part: '' };
  }
}

interface Term {
  readonly text: string;
  /** None for names that stand in all languages. */
  readonly language: string | undefined;
}

const termSets = ({ concepts, assets, networks }: Glossary): Term[][] => [
  ...concepts.map(({ terms }) =>
    Object.entries(terms).flatMap(([locale, texts]) =>
      texts.map((text) => ({ text, language: locale.split('-')[0] })),
    ),
  ),
  ...assets.map(({ ticker, names }) => namesOf(ticker, names)),
  ...networks.map(({ id, names }) => namesOf(id, names)),
];
const namesOf = (name: string, others: readonly string[]): Term[] =>
  [name, ...others].map((text) => ({ text, language: undefined }));

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
