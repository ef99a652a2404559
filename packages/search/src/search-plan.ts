/** One way to find a document. */
export interface Variant {
  /** Terms that it must all hold. */
  readonly terms: readonly number[];
  /** Terms of its words, when there are several; none for parts of one word. */
  readonly words: readonly number[];
  /** Whether the words must be seen to follow one another: not so for two characters, which are one term. */
  readonly inOrder: boolean;
  /** What the word must contain whose parts the terms are; empty for others. */
  readonly part: string;
  readonly weight: number;
}

/** Ways that count as one: what they find is as rare as all of them together. */
export interface Group {
  readonly weight: number;
  readonly variants: readonly Variant[];
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
