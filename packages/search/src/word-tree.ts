/** A form that is near to what was typed. */
export interface NearForm {
  node: number;
  /** How many letters must be added, taken away, changed, or exchanged with their neighbour. */
  edits: number;
}

/**
 * Forms by their letters: finds those that begin with what was typed, and those that differ from it by few edits, in time that depends on what is near and not on
 * how many forms there are. Forms are never taken out; a form whose term has no documents finds nothing.
 */
export class WordTree {
  #letter = new Uint16Array(1024);
  #child = new Uint32Array(1024);
  #sibling = new Uint32Array(1024);
  #value = new Uint32Array(1024);
  #size = 1;

  /** Adds a form with a number above 0; the first one given stays. */
  add(form: string, value: number): void {
    let node = 0;
    for (let at = 0; at < form.length; at += 1) node = this.#step(node, form.charCodeAt(at));
    if (node > 0 && this.#value[node] === 0) this.#value[node] = value;
  }

  /** The number of the form that ends at a node, 0 when none does. */
  valueOf(node: number): number {
    return this.#value[node] ?? 0;
  }

  /** The node where a form ends, whole or as a beginning; undefined when no form begins so. */
  find(form: string): number | undefined {
    let node = 0;
    for (let at = 0; at < form.length; at += 1) {
      node = this.#childOf(node, form.charCodeAt(at));
      if (node === 0) return undefined;
    }
    return node;
  }

  /** The numbers of acceptable forms at and below a node, at most so many, the shorter ones first. */
  below(node: number, most: number, accept: (value: number) => boolean): number[] {
    const values: number[] = [];
    const queue = [node];
    for (let at = 0; at < queue.length && values.length < most; at += 1) {
      const next = queue[at] ?? 0;
      const value = this.valueOf(next);
      if (value > 0 && accept(value)) values.push(value);
      for (let child = this.#child[next] ?? 0; child > 0; child = this.#sibling[child] ?? 0)
        queue.push(child);
    }
    return values;
  }

  /** Forms within so many edits; with `beginning`, the nodes at which the typed text ends within so many, whatever follows. */
  near(typed: string, most: number, beginning: boolean): NearForm[] {
    const found: NearForm[] = [];
    const width = typed.length + 1;
    // One row of the table of distances for each letter on the way down, and one more.
    const rows = new Uint8Array((typed.length + most + 2) * width);
    for (let column = 0; column < width; column += 1) rows[column] = column;
    const visit = (node: number, depth: number, before: number): void => {
      if (depth > typed.length + most) return;
      for (let child = this.#child[node] ?? 0; child > 0; child = this.#sibling[child] ?? 0) {
        const letter = this.#letter[child] ?? 0;
        const least = fillRow(rows, depth, typed, letter, before);
        if (least > most) continue;
        const edits = rows[depth * width + typed.length] ?? 0;
        if (edits <= most && (beginning || this.valueOf(child) > 0)) found.push({ node: child, edits });
        visit(child, depth + 1, letter);
      }
    };
    visit(0, 1, 0);
    return found;
  }

  #childOf(node: number, letter: number): number {
    let child = this.#child[node] ?? 0;
    while (child > 0 && this.#letter[child] !== letter) child = this.#sibling[child] ?? 0;
    return child;
  }

  #step(node: number, letter: number): number {
    const child = this.#childOf(node, letter);
    if (child > 0) return child;
    if (this.#size === this.#letter.length) this.#grow();
    const added = this.#size;
    this.#size += 1;
    this.#letter[added] = letter;
    this.#sibling[added] = this.#child[node] ?? 0;
    this.#child[node] = added;
    return added;
  }

  #grow(): void {
    const length = this.#size * 2;
    const letter = new Uint16Array(length);
    letter.set(this.#letter);
    this.#letter = letter;
    this.#child = longer(this.#child, length);
    this.#sibling = longer(this.#sibling, length);
    this.#value = longer(this.#value, length);
  }
}

/** Fills the row of a letter of the optimal string alignment distance; answers the row's least value. */
function fillRow(rows: Uint8Array, depth: number, typed: string, letter: number, before: number): number {
  const width = typed.length + 1;
  const row = depth * width;
  const above = row - width;
  rows[row] = depth;
  let least = depth;
  for (let column = 1; column < width; column += 1) {
    const same = typed.charCodeAt(column - 1) === letter;
    let edits = Math.min(
      (rows[above + column] ?? 0) + 1,
      (rows[row + column - 1] ?? 0) + 1,
      (rows[above + column - 1] ?? 0) + (same ? 0 : 1),
    );
    const exchanged =
      depth > 1 &&
      column > 1 &&
      typed.charCodeAt(column - 2) === letter &&
      typed.charCodeAt(column - 1) === before;
    if (exchanged) edits = Math.min(edits, (rows[above - width + column - 2] ?? 0) + 1);
    rows[row + column] = edits;
    least = Math.min(least, edits);
  }
  return least;
}

function longer(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(length);
  copy.set(array);
  return copy;
}
