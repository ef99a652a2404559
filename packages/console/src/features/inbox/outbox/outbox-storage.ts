import type { Outgoing } from './outgoing.ts';

/** What a tab of an earlier release may have left. */
type Later = 'quickReplies' | 'macros' | 'letter' | 'offer' | 'translation';
type Kept = Omit<Outgoing, Later> & Partial<Pick<Outgoing, Later>>;

/**
 * Keeps a tab's outbox in the browser. Every tab has a place of its own, held by a lock while it lives; a tab that opens takes over
 * the places of tabs that are gone. Without locks (pages not served securely) it takes over all: the keys keep a message from
 * going twice.
 */
export class OutboxStorage {
  readonly #prefix: string;
  readonly #key: string;

  constructor(agentId: string) {
    this.#prefix = `fairlead.outbox.${agentId}.`;
    this.#key = this.#prefix + crypto.randomUUID();
    // Held until the page is gone: the promise never ends.
    void navigator.locks?.request(this.#key, () => new Promise(() => {}));
  }

  save(items: readonly Outgoing[]): void {
    try {
      if (items.length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(items));
    } catch {
      // The storage is full: the messages live on in this page.
    }
  }

  /** What closed tabs left behind, oldest first. */
  async takeOver(): Promise<Outgoing[]> {
    const places = Object.keys(localStorage).filter(
      (key) => key.startsWith(this.#prefix) && key !== this.#key,
    );
    const found = await Promise.all(places.map((place) => this.#takeOne(place)));
    return found.flat().toSorted((a, b) => a.createdAt - b.createdAt);
  }

  async #takeOne(place: string): Promise<Outgoing[]> {
    const take = () => {
      const text = localStorage.getItem(place);
      localStorage.removeItem(place);
      return text
        ? (JSON.parse(text) as Kept[]).map((item) => ({
            quickReplies: [],
            macros: [],
            letter: null,
            offer: null,
            translation: null,
            ...item,
          }))
        : [];
    };
    if (!navigator.locks) return take();
    return navigator.locks.request(place, { ifAvailable: true }, (lock) => (lock ? take() : []));
  }
}
