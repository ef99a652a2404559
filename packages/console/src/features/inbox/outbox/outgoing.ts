import type {
  Attachment,
  Channel,
  ErrorCode,
  LetterCopies,
  MessageParams,
  UsedMacro,
} from '@fairlead/contract';
import type { DraftOffer } from '../composer/draft-store.ts';

/** Of a reply that is a translation: its draft, whether a low score was seen, and what the agent wrote. */
interface OutgoingTranslation {
  readonly id: string;
  readonly confirmed: boolean;
  readonly source: string;
  /** The answers to choose from, as they were before; absent in what an earlier release kept. */
  readonly replies?: readonly string[];
}

/** What the composer hands over. */
export interface NewOutgoing {
  readonly conversationId: string;
  readonly kind: 'text' | 'note';
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
  /** Answers that the customer can choose from. */
  readonly quickReplies: readonly string[];
  /** The macros that it was made with, with those of their actions that are done along with it. */
  readonly macros: readonly UsedMacro[];
  /** Who gets a copy of the letter; null where it is none. */
  readonly letter: LetterCopies | null;
  /** The copilot’s offer that it began as; null for none. */
  readonly offer: DraftOffer | null;
  /** Null where the agent’s own words go out. */
  readonly translation: OutgoingTranslation | null;
  /** The platform on which it is posted for everybody; null or absent: the customer alone reads it, where a conversation has both. */
  readonly publicOn?: Channel | null;
  /** The last message on screen when the agent began to write. */
  readonly seenSeq: number;
}

/** A message on its way to the server; kept until the server has it. */
export interface Outgoing extends NewOutgoing {
  /** Repeating it repeats nothing. */
  readonly key: string;
  /** The agent saw what arrived meanwhile, and sends all the same. */
  readonly confirmed: boolean;
  readonly createdAt: number;
  /**
   * `held`: may still be undone. `waiting`: goes out as soon as it can. `moved_on`: the thread has moved on and the agent must
   * decide. `failed`: refused; see `error`.
   */
  readonly state: 'held' | 'waiting' | 'sending' | 'moved_on' | 'failed';
  /** Not before this moment, in milliseconds. */
  readonly sendAt: number;
  readonly attempts: number;
  readonly error: { readonly code: ErrorCode; readonly params: MessageParams } | null;
}
