import type { MessageKind } from '../composer/draft-store.ts';

/** The draft that the server keeps, as far as this browser knows. */
export interface Kept {
  readonly version: number;
  readonly shared: boolean;
  /** What it says: what differs from it has not been saved. */
  readonly words: string;
}

/**
 * What is known of one agent's drafts at the server, kept in this browser across reloads: what was written without a connection is still known
 * to be new, and what was sent is still to be removed.
 */
export class KeptVersions {
  readonly #storage: Storage;
  readonly #prefix: string;
  readonly #kept = new Map<string, Kept>();

  constructor(storage: Storage, agentId: string) {
    this.#storage = storage;
    this.#prefix = `fairlead.draft-kept.${agentId}.`;
    for (const key of Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) {
      if (!key.startsWith(this.#prefix)) continue;
      try {
        this.#kept.set(key.slice(this.#prefix.length), JSON.parse(storage.getItem(key) ?? '') as Kept);
      } catch {
        storage.removeItem(key);
      }
    }
  }

  get(conversationId: string, kind: MessageKind): Kept | null {
    return this.#kept.get(`${conversationId}.${kind}`) ?? null;
  }

  set(conversationId: string, kind: MessageKind, kept: Kept | null): void {
    const place = `${conversationId}.${kind}`;
    if (!kept) {
      this.#kept.delete(place);
      this.#storage.removeItem(this.#prefix + place);
      return;
    }
    this.#kept.set(place, kept);
    try {
      this.#storage.setItem(this.#prefix + place, JSON.stringify(kept));
    } catch {
      // The storage is full: after a reload it is asked which of both is wanted.
    }
  }

  /** The conversations of which the server keeps something. */
  conversations(): string[] {
    return [...new Set([...this.#kept.keys()].map((place) => place.slice(0, place.indexOf('.'))))];
  }
}
