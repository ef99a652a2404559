/** Numbers by document, emptied at the cost of what was filled and not of what there is. */
class Tally {
  readonly values: Float64Array;
  /** Documents that have a number. */
  readonly touched: number[] = [];

  constructor(size: number) {
    this.values = new Float64Array(size);
  }

  /** Adds a number above 0. */
  add(document: number, value: number): void {
    const before = this.values[document] ?? 0;
    if (before === 0) this.touched.push(document);
    this.values[document] = before + value;
  }

  /** Raises a document's number to one above 0, if it is less. */
  raise(document: number, value: number): void {
    const before = this.values[document] ?? 0;
    if (before === 0) this.touched.push(document);
    if (value > before) this.values[document] = value;
  }

  empty(): void {
    for (const document of this.touched) this.values[document] = 0;
    this.touched.length = 0;
  }
}

/** How often something stands in documents: in front of the body (title, summary, headings, tags) and in the body. Filled by who counts. */
export class FrequencyTally {
  readonly front: Float64Array;
  readonly body: Float64Array;
  /** Documents that have any. */
  readonly touched: number[] = [];

  constructor(size: number) {
    this.front = new Float64Array(size);
    this.body = new Float64Array(size);
  }

  empty(): void {
    for (const document of this.touched) {
      this.front[document] = 0;
      this.body[document] = 0;
    }
    this.touched.length = 0;
  }
}

/** What one search after the other counts in: made once, since there is a number for each document. */
export interface Tallies {
  readonly total: Tally;
  readonly best: Tally;
  readonly frequency: FrequencyTally;
}

export const makeTallies = (size: number): Tallies => ({
  total: new Tally(size),
  best: new Tally(size),
  frequency: new FrequencyTally(size),
});
