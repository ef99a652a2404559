/**
 * Which documents hold which term, and how often in each field: a list of pairs a term, ordered by document, in one growing array of numbers. Terms and
 * documents are small numbers given by the caller.
 */
export class Postings {
  readonly #lists: Uint32Array[] = [];
  readonly #counts: number[] = [];

  /** How many documents hold the term. */
  count(term: number): number {
    return this.#counts[term] ?? 0;
  }

  /** Pairs of document and frequencies; only the first `count(term)` pairs are of use. */
  list(term: number): Uint32Array {
    return this.#lists[term] ?? empty;
  }

  /** The frequencies of a term in a document, 0 when it is not there. */
  find(term: number, document: number): number {
    const at = this.#place(term, document);
    const list = this.list(term);
    return at < this.count(term) && list[2 * at] === document ? (list[2 * at + 1] ?? 0) : 0;
  }

  /** Adds a document to a term that it is not yet under. */
  add(term: number, document: number, frequencies: number): void {
    const count = this.count(term);
    let list = this.list(term);
    if (2 * count === list.length) {
      const longer = new Uint32Array(count === 0 ? 2 : count < 8 ? 4 * count : 3 * count + (count & 1));
      longer.set(list);
      list = longer;
      this.#lists[term] = list;
    }
    const at = this.#place(term, document);
    list.copyWithin(2 * at + 2, 2 * at, 2 * count);
    list[2 * at] = document;
    list[2 * at + 1] = frequencies;
    this.#counts[term] = count + 1;
  }

  /** Takes a document from under a term. */
  remove(term: number, document: number): void {
    const count = this.count(term);
    const at = this.#place(term, document);
    const list = this.list(term);
    if (at >= count || list[2 * at] !== document) return;
    list.copyWithin(2 * at, 2 * at + 2, 2 * count);
    this.#counts[term] = count - 1;
  }

  /** Where in the list the document is, or would be. */
  #place(term: number, document: number): number {
    const list = this.list(term);
    let low = 0;
    let high = this.count(term);
    // Most documents are added behind all others.
    if (high > 0 && (list[2 * high - 2] ?? 0) < document) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[2 * middle] ?? 0) < document) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const empty = new Uint32Array(0);
