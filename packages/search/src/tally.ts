/** Numbers by document, emptied at the cost of what was filled and not of what there is. */
export class Tally {
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

/** How often something stands in documents: in front of the body (title, summary, headings, tags) and in the body. */
export class FrequencyTally {
  readonly front: Float64Array;
  readonly body: Float64Array;
  /** Documents that have any. */
  readonly touched: number[] = [];

  constructor(size: number) {
    this.front = new Float64Array(size);
    this.body = new Float64Array(size);
  }

  add(document: number, front: number, body: number): void {
    const before = this.front[document] ?? 0;
    const beforeInBody = this.body[document] ?? 0;
    if (before === 0 && beforeInBody === 0) this.touched.push(document);
    this.front[document] = before + front;
    this.body[document] = beforeInBody + body;
  }

  empty(): void {
    for (const document of this.touched) {
      this.front[document] = 0;
      this.body[document] = 0;
    }
    this.touched.length = 0;
  }
}
