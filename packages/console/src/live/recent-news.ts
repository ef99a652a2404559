const remembered = 15_000;

/**
 * The latest news of each conversation or ticket, for a short while. A list that was asked for before an event and answered after it
 * would otherwise undo the event.
 */
export class RecentNews<Item extends { id: string; version: number }> {
  readonly #latest = new Map<string, { item: Item; at: number }>();

  note(item: Item, now: number): void {
    const held = this.#latest.get(item.id)?.item;
    if (held && held.version > item.version) return;
    // Deleted first, so that the map stays in the order of time.
    this.#latest.delete(item.id);
    this.#latest.set(item.id, { item, at: now });
  }

  forget(id: string): void {
    this.#latest.delete(id);
  }

  /** What came lately, oldest first; forgets the rest. */
  list(now: number): Item[] {
    for (const [id, { at }] of this.#latest) if (now - at > remembered) this.#latest.delete(id);
    return [...this.#latest.values()].map(({ item }) => item);
  }
}
