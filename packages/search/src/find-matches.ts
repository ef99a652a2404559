import { findSequence } from './find-sequence.ts';
import type { HeldDocument } from './held-document.ts';
import type { Clause, Phrase } from './search-plan.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A place in a field of a document that belongs to a clause. */
export interface Match {
  readonly field: number;
  readonly start: number;
  readonly end: number;
  readonly clause: number;
}

interface Sequence {
  readonly terms: readonly number[];
  readonly clause: number;
}

/** Tells where in a document what a plan looks for stands. */
export class MatchFinder {
  readonly #vocabulary: Vocabulary;
  readonly #clauseOfTerm = new Map<number, number>();
  readonly #clauseOfWord = new Map<number, number>();
  /** By the term of the first word. */
  readonly #sequences = new Map<number, Sequence[]>();
  readonly #parts: { text: string; clause: number }[] = [];

  constructor(clauses: readonly Clause[], vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (const [clause, { groups }] of clauses.entries())
      for (const { phrases } of groups) for (const phrase of phrases) this.#add(phrase, clause);
  }

  /** In the order of the fields and of their texts; they may overlap. */
  find(held: HeldDocument): Match[] {
    const matches: Match[] = [];
    const take = (field: number, at: number, clause: number) => {
      const start = held.starts[at] ?? 0;
      matches.push({ field, start, end: start + (held.sizes[at] ?? 0), clause });
    };
    let at = 0;
    for (const [field, last] of held.ends.entries())
      for (; at < last; at += 1) {
        const word = held.words[at] ?? 0;
        const clause = this.#clauseOf(word);
        if (clause >= 0) take(field, at, clause);
        const sequences = this.#sequences.get(this.#vocabulary.termOf(word));
        if (!sequences) continue;
        for (const { terms, clause } of sequences)
          for (const place of findSequence(terms, held, at, last, this.#vocabulary) ?? [])
            take(field, place, clause);
      }
    return matches.sort((a, b) => a.field - b.field || a.start - b.start);
  }

  #add({ words, part }: Phrase, clause: number): void {
    const [first = 0] = words;
    if (words.length === 0) this.#parts.push({ text: part, clause });
    else if (words.length === 1) {
      if (!this.#clauseOfTerm.has(first)) this.#clauseOfTerm.set(first, clause);
    } else {
      const sequences = this.#sequences.get(first) ?? [];
      sequences.push({ terms: words, clause });
      this.#sequences.set(first, sequences);
    }
  }

  #clauseOf(word: number): number {
    const known = this.#clauseOfWord.get(word);
    if (known !== undefined) return known;
    const term = this.#vocabulary.termOf(word);
    const clause = this.#clauseOfTerm.get(term) ?? this.#clauseOfPart(word, term);
    this.#clauseOfWord.set(word, clause);
    return clause;
  }

  #clauseOfPart(word: number, term: number): number {
    if (!this.#vocabulary.isHangul(word)) return -1;
    const name = this.#vocabulary.nameOfTerm(term);
    return this.#parts.find(({ text }) => name.includes(text))?.clause ?? -1;
  }
}
