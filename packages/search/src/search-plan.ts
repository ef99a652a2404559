/** One way to find a document: by a term, or by several that it must all hold, next to one another if so said. */
export interface Variant {
  readonly terms: readonly number[];
  readonly adjacent: boolean;
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
