/** One translation of an article, as text: what the searcher holds. */
export interface SearchDocument {
  /** The article's id, shared by its translations. */
  id: string;
  /** BCP 47 tag of the language it is written in. */
  locale: string;
  title: string;
  summary: string;
  headings: readonly string[];
  /** Plain text, without markup. */
  body: string;
  tags: readonly string[];
  category: string;
  /** A signal of quality, 1 being neutral. Its effect is bounded: between four fifths and five quarters of the score. */
  weight?: number;
}

/** What a reader asks for. */
export interface SearchRequest {
  /** As typed so far. A last word with nothing behind it counts as the beginning of one. Only the first 200 characters are read. */
  text: string;
  /** The reader's language: its translations come first. */
  locale: string;
  /** Languages for articles that have no translation in the reader's, or for all when that finds nothing; the better liked first. */
  fallbackLocales?: readonly string[];
  /** Only hits of this category; facets count all categories nevertheless. */
  category?: string;
  /** How many hits at most. */
  limit: number;
  /** Whether the reader may see an article. What may not be seen is neither found nor counted. */
  filter?: (id: string) => boolean;
}

/** A piece of a text; `hit` says that it matched. */
export interface Fragment {
  text: string;
  hit: boolean;
}

/** An article that was found, in the translation that is offered. */
export interface SearchHit {
  id: string;
  locale: string;
  /** Greater is better. Comparable only among hits of one language of one answer. */
  score: number;
  /** The whole title. */
  title: Fragment[];
  /** The best place of the body, or the summary: about 160 characters (80 of Chinese, Japanese, Korean or Thai). `…` stands where it was cut. */
  excerpt: Fragment[];
}

/** The answer to a request. */
export interface SearchResult {
  hits: SearchHit[];
  /** How many articles were found in each category that has any, whatever category was asked for. */
  facets: Record<string, number>;
  /** The text with what was taken for typing errors put right, where that was done. */
  corrected?: string;
}

/** What means the same, in any language: concepts, coins and networks. */
export interface Glossary {
  concepts: ReadonlyArray<{ id: string; terms: Readonly<Record<string, readonly string[]>> }>;
  assets: ReadonlyArray<{ ticker: string; names: readonly string[] }>;
  networks: ReadonlyArray<{ id: string; names: readonly string[] }>;
}

/** Holds documents in memory and answers requests. Changes are seen by the next request. */
export interface Searcher {
  /** Adds a translation, or replaces it. */
  put(document: SearchDocument): void;
  /** Forgets a translation; nothing happens when there is none. */
  remove(id: string, locale: string): void;
  /** How many translations are held. */
  readonly size: number;
  /** Never throws, whatever the text. */
  search(request: SearchRequest): SearchResult;
}
