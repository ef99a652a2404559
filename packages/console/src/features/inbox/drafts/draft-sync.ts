import { CallError, type SavedDraft } from '@fairlead/contract';
import { backoff } from '../../../live/backoff.ts';
import type { DraftPart, DraftStore, MessageKind } from '../composer/draft-store.ts';
import { partOf, wordsOf } from './draft-words.ts';
import type { KeptVersions } from './kept-versions.ts';

interface Place {
  readonly id: string;
  readonly kind: MessageKind;
}

export interface DraftServer {
  /** One's own drafts of a conversation, and what others share. */
  list(id: string): Promise<SavedDraft[]>;
  save(place: Place, part: DraftPart, version: number | null, shared: boolean): Promise<SavedDraft>;
  remove(place: Place, version: number): Promise<void>;
}

export interface DraftSyncOptions {
  drafts: DraftStore;
  kept: KeptVersions;
  agentId: string;
  server: DraftServer;
  /** The same by requests that outlive the page. */
  leaving: DraftServer;
  /** The server has it so now. */
  onSaved: (place: Place, draft: SavedDraft | null) => void;
  /** The server has another than is known: look. */
  onChanged: (id: string) => void;
  /** What stood here was sent, cleared or taken over elsewhere. */
  onGone: (id: string) => void;
}

/** How a draft stands to what the server keeps of it. */
export interface DraftStanding {
  readonly shared: boolean;
  /** What the server keeps instead of what is written here, null for nothing; undefined while both go together. */
  readonly other: SavedDraft | null | undefined;
}

interface Entry extends Place {
  standing: DraftStanding;
  /** What is asked for; undefined while it is to stay. */
  sharing: boolean | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Since when something is not saved. */
  since: number | null;
  running: Promise<void> | null;
  /** Grows with every request, so that an answer from before it is known to be old. */
  turn: number;
  failures: number;
  /** Nothing is saved until the server's was looked at. */
  unsure: boolean;
}

/** A pause in writing after which it is saved, and the longest that writing on may put it off. */
const pause = 1_500;
const longest = 6_000;
const kinds: readonly MessageKind[] = ['text', 'note'];

/**
 * Keeps what an agent writes at the server, and brings here what was written elsewhere. Writing is saved when it pauses, never with every key.
 * Nothing is overwritten that was not seen: where both sides were changed, saving stops until the agent has chosen.
 */
export class DraftSync {
  readonly #options: DraftSyncOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #going = false;

  constructor(options: DraftSyncOptions) {
    this.#options = options;
  }

  /** Begins to save; answers how to stop, which saves what is not saved yet. */
  start(): () => void {
    this.#going = true;
    const { drafts, kept } = this.#options;
    const stopListening = drafts.subscribe((id) => {
      for (const entry of this.#of(id)) this.#plan(entry);
    });
    for (const id of kept.conversations()) this.#follow(id);
    for (const entry of this.#entries.values()) this.#plan(entry);
    return () => {
      this.leave();
      this.#going = false;
      stopListening();
      for (const entry of this.#entries.values()) clearTimeout(entry.timer);
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** How a draft stands; the same object until it changes. */
  standing(id: string, kind: MessageKind): DraftStanding {
    return this.#entries.get(`${id}.${kind}`)?.standing ?? together;
  }

  /** Fetches what the server keeps of a conversation, takes the agent's own in, and answers all of it. */
  async look(id: string): Promise<SavedDraft[]> {
    const entries = this.#follow(id);
    for (let round = 1; ; round++) {
      await Promise.all(entries.flatMap((it) => it.running ?? []));
      const turns = entries.map((it) => it.turn);
      const items = await this.#options.server.list(id);
      const current = entries.every((it, index) => it.turn === turns[index]);
      if (!current && round < 5) continue;
      if (current) for (const entry of entries) this.#take(entry, this.#own(items, entry.kind));
      return items;
    }
  }

  /** Lets colleagues see a draft, or no longer. */
  share({ id, kind }: Place, on: boolean): void {
    for (const entry of this.#of(id)) {
      if (entry.kind !== kind) continue;
      entry.sharing = on;
      void this.#run(entry);
    }
  }

  /** Saves now what is not saved yet. */
  async flush(id: string): Promise<void> {
    for (const entry of this.#of(id)) {
      await entry.running;
      await this.#run(entry);
    }
  }

  /** Takes in what an answer says of one's own draft. */
  adopt(draft: SavedDraft): void {
    for (const entry of this.#follow(draft.conversationId)) {
      if (entry.kind !== draft.kind) continue;
      entry.turn++;
      this.#take(entry, draft);
    }
  }

  /** Decides between what is written here and what the server keeps instead. What was not chosen is gone. */
  choose({ id, kind }: Place, which: 'mine' | 'other'): void {
    const { drafts } = this.#options;
    for (const entry of this.#of(id)) {
      const { other } = entry.standing;
      if (entry.kind !== kind || other === undefined) continue;
      this.#remember(entry, other);
      if (which === 'other') drafts.put(id, kind, other ? partOf(other) : null);
      this.#plan(entry);
    }
  }

  /** The network, or the server, is back. */
  wake(): void {
    for (const entry of this.#entries.values()) if (entry.failures > 0) void this.#run(entry);
  }

  /** The page closes. */
  leave(): void {
    for (const entry of this.#entries.values()) {
      if (!entry.running) void this.#run(entry, this.#options.leaving);
    }
  }

  #of(id: string): Entry[] {
    return kinds.flatMap((kind) => this.#entries.get(`${id}.${kind}`) ?? []);
  }

  #follow(id: string): Entry[] {
    for (const kind of kinds) {
      const key = `${id}.${kind}`;
      if (this.#entries.has(key)) continue;
      const shared = this.#options.kept.get(id, kind)?.shared ?? false;
      this.#entries.set(key, {
        id,
        kind,
        standing: shared ? { shared, other: undefined } : together,
        sharing: undefined,
        timer: undefined,
        since: null,
        running: null,
        turn: 0,
        failures: 0,
        unsure: false,
      });
    }
    return this.#of(id);
  }

  #own(items: readonly SavedDraft[], kind: MessageKind): SavedDraft | null {
    return items.find((it) => it.agentId === this.#options.agentId && it.kind === kind) ?? null;
  }

  #part({ id, kind }: Place): DraftPart {
    return this.#options.drafts.get(id)[kind];
  }

  #isSaved(entry: Entry): boolean {
    const kept = this.#options.kept.get(entry.id, entry.kind);
    const words = wordsOf(this.#part(entry));
    if (words !== (kept?.words ?? '')) return false;
    return words === '' || entry.sharing === undefined || entry.sharing === kept?.shared;
  }

  /** What the server keeps, against what is written here. */
  #take(entry: Entry, remote: SavedDraft | null): void {
    const { drafts, kept } = this.#options;
    entry.unsure = false;
    const known = kept.get(entry.id, entry.kind);
    if (remote?.version !== known?.version) {
      const here = wordsOf(this.#part(entry));
      const there = remote ? wordsOf(partOf(remote)) : '';
      const changedHere = here !== '' && here !== (known?.words ?? '');
      if (changedHere && here !== there) return this.#stand(entry, { other: remote });
      this.#remember(entry, remote);
      if (here !== there) drafts.put(entry.id, entry.kind, remote ? partOf(remote) : null);
      if (here !== '' && there === '') this.#options.onGone(entry.id);
    } else this.#stand(entry, { other: undefined });
    this.#plan(entry);
  }

  #remember(entry: Entry, draft: SavedDraft | null): void {
    const { version, shared } = draft ?? {};
    const words = draft ? wordsOf(partOf(draft)) : '';
    const kept = version === undefined || shared === undefined ? null : { version, shared, words };
    this.#options.kept.set(entry.id, entry.kind, kept);
    this.#stand(entry, { shared: shared ?? false, other: undefined });
  }

  #stand(entry: Entry, change: Partial<DraftStanding>): void {
    const next = { ...entry.standing, ...change };
    if (next.shared === entry.standing.shared && next.other === entry.standing.other) return;
    entry.standing = next;
    for (const listener of this.#listeners) listener();
  }

  /** Orders what is not saved to be saved: soon, and what is to be gone at once. */
  #plan(entry: Entry): void {
    if (this.#isSaved(entry)) {
      clearTimeout(entry.timer);
      entry.since = null;
      return;
    }
    if (entry.running) return;
    const now = Date.now();
    entry.since ??= now;
    const gone = wordsOf(this.#part(entry)) === '';
    const wait = gone ? 0 : Math.max(0, Math.min(pause, entry.since + longest - now));
    this.#after(entry, wait);
  }

  #after(entry: Entry, milliseconds: number): void {
    clearTimeout(entry.timer);
    if (!this.#going) return;
    entry.timer = setTimeout(() => void this.#run(entry), milliseconds);
  }

  #run(entry: Entry, server = this.#options.server): Promise<void> {
    clearTimeout(entry.timer);
    if (entry.running) return entry.running;
    if (entry.unsure || entry.standing.other !== undefined || this.#isSaved(entry)) return Promise.resolve();
    entry.turn++;
    entry.since = null;
    entry.running = this.#send(entry, server).then((again) => {
      entry.running = null;
      entry.turn++;
      if (again) this.#plan(entry);
    });
    return entry.running;
  }

  /** Answers whether what was written meanwhile may be saved at once. */
  async #send(entry: Entry, server: DraftServer): Promise<boolean> {
    const { kept, onSaved, onChanged } = this.#options;
    const { id, kind } = entry;
    const part = this.#part(entry);
    const words = wordsOf(part);
    const known = kept.get(id, kind);
    const shared = entry.sharing ?? known?.shared ?? false;
    try {
      if (words === '') {
        if (known) await server.remove({ id, kind }, known.version);
        this.#remember(entry, null);
        onSaved({ id, kind }, null);
      } else {
        const saved = await server.save({ id, kind }, part, known?.version ?? null, shared);
        kept.set(id, kind, { version: saved.version, shared, words });
        this.#stand(entry, { shared });
        onSaved({ id, kind }, saved);
      }
      if (entry.sharing === shared || words === '') entry.sharing = undefined;
      entry.failures = 0;
      return true;
    } catch (error) {
      const { code, status } = error instanceof CallError ? error : { code: '', status: 0 };
      if (code === 'conversation.draft_changed') {
        entry.unsure = true;
        queueMicrotask(() => onChanged(id));
      } else if (code === 'conversation.not_found') {
        kept.set(id, kind, null);
      } else if (status === 0 || status >= 500 || status === 429 || status === 401) {
        entry.failures++;
        this.#after(entry, Math.max(pause, backoff(entry.failures)));
      }
      // What is refused for good stays here, and is tried again once more is written.
      return false;
    }
  }
}

const together: DraftStanding = { shared: false, other: undefined };
