import { type Attachment, type LetterCopies, maximumQuickReplies, type UsedMacro } from '@fairlead/contract';

export type MessageKind = 'text' | 'note';

/** An offer of the copilot that a text began as. */
export interface DraftOffer {
  readonly id: string;
  /** The words that were offered, where the server does not keep them. */
  readonly said: string | null;
}

/** What is being written under one tab of the composer. */
export interface DraftPart {
  readonly text: string;
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
  readonly attachments: readonly Attachment[];
  /** Answers that the customer can choose from. */
  readonly quickReplies: readonly string[];
  /** The macros that were put in, with those of their actions that are to be done. */
  readonly macros: readonly UsedMacro[];
  /** Who gets a copy of the letter, once the agent has changed what was proposed. */
  readonly letter: LetterCopies | null;
  /** The copilot’s offer that the text began as; null for none. */
  readonly offer: DraftOffer | null;
  /** The last message on screen when the agent began to write; null while no text is written. */
  readonly seenSeq: number | null;
}

/** What an agent is writing in one conversation. Reply and note are kept apart, so that neither is ever sent as the other. */
export interface Draft {
  readonly kind: MessageKind;
  readonly text: DraftPart;
  readonly note: DraftPart;
}

const emptyPart: DraftPart = {
  text: '',
  mentions: [],
  attachments: [],
  quickReplies: [],
  macros: [],
  letter: null,
  offer: null,
  seenSeq: null,
};
const emptyDraft: Draft = { kind: 'text', text: emptyPart, note: emptyPart };

/** Whether a part holds nothing worth keeping. */
export function isEmpty(part: DraftPart): boolean {
  return !isSendable(part) && part.quickReplies.length === 0;
}

/** Whether a part says something: answers to choose from alone ask nothing. */
export function isSendable(part: DraftPart): boolean {
  return hasText(part) || part.attachments.length > 0;
}

function hasText({ text }: DraftPart): boolean {
  return text.trim() !== '';
}

/** Attachments' addresses end, and nobody comes back to a draft of last month. */
const kept = 14 * 24 * 3_600_000;

/** One agent's drafts, kept in this browser across reloads. */
export class DraftStore {
  readonly #storage: Storage;
  readonly #prefix: string;
  readonly #drafts = new Map<string, Draft>();
  readonly #listeners = new Set<(conversationId: string) => void>();

  constructor(storage: Storage, agentId: string, now = Date.now()) {
    this.#storage = storage;
    this.#prefix = `fairlead.draft.${agentId}.`;
    for (const key of Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) {
      if (key.startsWith(this.#prefix)) this.#load(key, now);
    }
  }

  /** Calls `listener` with the conversation of every change. */
  subscribe = (listener: (conversationId: string) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A conversation's draft; the same object until it changes. */
  get(conversationId: string): Draft {
    return this.#drafts.get(conversationId) ?? emptyDraft;
  }

  /** Whether something is written there. */
  has(conversationId: string): boolean {
    const draft = this.get(conversationId);
    return !isEmpty(draft.text) || !isEmpty(draft.note);
  }

  /**
   * Changes one tab's part. `seenSeq` is taken when a text begins, and forgotten when the text is gone again: who adds a file first and
   * writes later has read until then. Null where what is on screen is not known.
   */
  write(conversationId: string, kind: MessageKind, change: Partial<DraftPart>, seenSeq: number | null): void {
    const draft = this.get(conversationId);
    const next = { ...draft[kind], ...change };
    const part = {
      ...next,
      // What a macro or the copilot put in is gone with the text.
      macros: hasText(next) ? next.macros : [],
      offer: hasText(next) ? next.offer : null,
      seenSeq: hasText(next) ? (next.seenSeq ?? seenSeq) : null,
    };
    this.#keep(conversationId, { ...draft, [kind]: part });
  }

  /** Chooses the tab. */
  choose(conversationId: string, kind: MessageKind): void {
    this.#keep(conversationId, { ...this.get(conversationId), kind });
  }

  /** Forgets what was written under a tab: it was sent. */
  clear(conversationId: string, kind: MessageKind): void {
    this.#keep(conversationId, { ...this.get(conversationId), [kind]: emptyPart });
  }

  /** Puts a part in the place of what is written, null for nothing: as it was left on another screen. */
  put(conversationId: string, kind: MessageKind, part: DraftPart | null): void {
    this.#keep(conversationId, { ...this.get(conversationId), [kind]: part ?? emptyPart });
  }

  /** Puts back what was taken out of the outbox, before what was written since. */
  putBack(conversationId: string, kind: MessageKind, part: DraftPart): void {
    const draft = this.get(conversationId);
    const now = draft[kind];
    const restored: DraftPart = {
      text: [part.text, now.text].filter((text) => text !== '').join('\n'),
      mentions: [...part.mentions, ...now.mentions],
      attachments: [...part.attachments, ...now.attachments],
      quickReplies: [...new Set([...part.quickReplies, ...now.quickReplies])].slice(0, maximumQuickReplies),
      macros: [...part.macros.filter(({ id }) => now.macros.every((it) => it.id !== id)), ...now.macros],
      letter: now.letter ?? part.letter,
      offer: part.offer ?? now.offer,
      seenSeq: part.seenSeq,
    };
    this.#keep(conversationId, { ...draft, kind, [kind]: restored });
  }

  #keep(conversationId: string, draft: Draft): void {
    const key = this.#prefix + conversationId;
    this.#drafts.set(conversationId, draft);
    if (isEmpty(draft.text) && isEmpty(draft.note)) this.#storage.removeItem(key);
    else {
      try {
        this.#storage.setItem(key, JSON.stringify({ ...draft, savedAt: Date.now() }));
      } catch {
        // The storage is full: the draft lives on in this page.
      }
    }
    for (const listener of this.#listeners) listener(conversationId);
  }

  #load(key: string, now: number): void {
    try {
      const { savedAt, ...draft } = JSON.parse(this.#storage.getItem(key) ?? '') as Draft & {
        savedAt: number;
      };
      if (now - savedAt < kept) this.#drafts.set(key.slice(this.#prefix.length), whole(draft));
      else this.#storage.removeItem(key);
    } catch {
      this.#storage.removeItem(key);
    }
  }
}

/** A draft as it is now: one that was kept by an earlier release lacks what came since. */
function whole({ kind, text, note }: Draft): Draft {
  return { kind, text: { ...emptyPart, ...text }, note: { ...emptyPart, ...note } };
}
