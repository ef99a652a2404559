/** A term to look for, and how much what it finds counts. */
export interface Variant {
  readonly term: number;
  readonly weight: number;
}

/** What is shown as a hit: words of these terms that follow one another; or words that contain a part, when there are none. */
export interface Phrase {
  readonly words: readonly number[];
  readonly part: string;
}

/** Terms that count as one: what they find is as rare as all of them together. */
export interface Group {
  readonly weight: number;
  readonly variants: readonly Variant[];
  readonly phrases: readonly Phrase[];
}

/** One thing that was asked for. A document has as much of it as the best of its groups says. */
export interface Clause {
  readonly weight: number;
  readonly groups: readonly Group[];
}

/** What is to be looked for in one language. */
export interface SearchPlan {
  readonly clauses: readonly Clause[];
  /** The text with typing errors put right. */
  readonly corrected?: string;
}
