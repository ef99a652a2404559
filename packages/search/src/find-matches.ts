import { type HeldDocument, isPair } from './held-document.ts';
import type { Clause } from './search-plan.ts';
import { syllablePairs, type Vocabulary } from './vocabulary.ts';

/** A place in a field of a document that belongs to a clause. */
export interface Match {
  readonly field: number;
  readonly start: number;
  readonly end: number;
  readonly clause: number;
}

/** Tells, for the terms of a plan, where in a document they stand. */
export class MatchFinder {
  readonly #vocabulary: Vocabulary;
  readonly #clauseOfTerm = new Map<number, number>();
  readonly #clauseOfWord = new Map<number, number>();
  /** By the terms of both characters. */
  readonly #clauseOfPair = new Map<number, Map<number, number>>();

  constructor(clauses: readonly Clause[], vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (const [clause, { groups }] of clauses.entries())
      for (const { variants } of groups)
        for (const term of variants.flatMap(({ terms }) => terms)) this.#add(term, clause);
  }

  /** In the order of the fields and of their texts; those of pairs of characters overlap. */
  find(held: HeldDocument): Match[] {
    const matches: Match[] = [];
    let at = 0;
    for (const [field, last] of held.ends.entries())
      for (; at < last; at += 1) {
        const word = held.words[at] ?? 0;
        const start = held.starts[at] ?? 0;
        const end = start + (held.sizes[at] ?? 0);
        const clause = this.#clauseOf(word);
        if (clause >= 0) matches.push({ field, start, end, clause });
        const pairs = this.#clauseOfPair.get(this.#vocabulary.termOf(word));
        if (!pairs || at + 1 >= last || !isPair(held, this.#vocabulary, at)) continue;
        const pair = pairs.get(this.#vocabulary.termOf(held.words[at + 1] ?? 0));
        if (pair !== undefined)
          matches.push({ field, start, end: end + (held.sizes[at + 1] ?? 0), clause: pair });
      }
    return matches;
  }

  #clauseOf(word: number): number {
    const known = this.#clauseOfWord.get(word);
    if (known !== undefined) return known;
    const clause = this.#findClause(word);
    this.#clauseOfWord.set(word, clause);
    return clause;
  }

  #findClause(word: number): number {
    const term = this.#vocabulary.termOf(word);
    const own = this.#clauseOfTerm.get(term);
    if (own !== undefined) return own;
    if (!this.#vocabulary.isHangul(word)) return -1;
    for (const pair of syllablePairs(this.#vocabulary.nameOfTerm(term))) {
      const clause = this.#clauseOfTerm.get(this.#vocabulary.findTerm(pair));
      if (clause !== undefined) return clause;
    }
    return -1;
  }

  #add(term: number, clause: number): void {
    if (this.#clauseOfTerm.has(term)) return;
    this.#clauseOfTerm.set(term, clause);
    const [first, second, third] = this.#vocabulary.nameOfTerm(term);
    if (first === undefined || second === undefined || third !== undefined) return;
    const pairs = this.#clauseOfPair.get(this.#vocabulary.findTerm(first)) ?? new Map<number, number>();
    pairs.set(this.#vocabulary.findTerm(second), clause);
    this.#clauseOfPair.set(this.#vocabulary.findTerm(first), pairs);
  }
}
