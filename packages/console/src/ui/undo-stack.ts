/** What can be undone right now, oldest first: each for as long as its notice is on screen. */
export class UndoStack {
  readonly #steps = new Map<string, () => void>();

  /** Adds a step under the id of its notice, as the newest. */
  add(id: string, undo: () => void): void {
    this.#steps.delete(id);
    this.#steps.set(id, undo);
  }

  /** Forgets a step: its notice is gone, or another has taken its place. */
  drop(id: string): void {
    this.#steps.delete(id);
  }

  /** Undoes the newest, once; answers whether there was any. */
  undo(): boolean {
    const newest = [...this.#steps].at(-1);
    if (!newest) return false;
    this.#steps.delete(newest[0]);
    newest[1]();
    return true;
  }
}
