import type {
  Channel,
  CloseReason,
  ConversationState,
  LetterCopies,
  Locale,
  MessageSource,
  SystemLine,
  Topic,
} from '@fairlead/contract';
import type { SecretKind } from '@fairlead/shield';

/** A conversation as this module thinks of it. Use cases make a changed copy and save it. */
export interface ConversationRecord {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly state: ConversationState;
  readonly channel: Channel;
  readonly inboxId: string;
  readonly topic: Topic | null;
  readonly language: string;
  readonly locale: Locale;
  readonly customerId: string;
  readonly teamId: string;
  readonly assigneeId: string | null;
  readonly accepted: boolean;
  readonly offeredAt: Date | null;
  readonly queuedAt: Date | null;
  readonly declinedBy: string | null;
  readonly declinedAt: Date | null;
  readonly priority: number;
  readonly lastSeq: number;
  readonly lastPublicSeq: number;
  readonly preview: { text: string; author: 'customer' | 'agent' | 'bot' } | null;
  readonly waitingSince: Date | null;
  readonly expectedMinutes: number | null;
  /** Whether they were told what to expect since they were queued. */
  readonly expectationTold: boolean;
  readonly agentReadSeq: number;
  readonly agentReadPublicSeq: number;
  readonly customerDeliveredSeq: number;
  readonly customerReadSeq: number;
  readonly closeReason: CloseReason | null;
  readonly previousId: string | null;
  readonly createdAt: Date;
  readonly lastActivityAt: Date;
  readonly closedAt: Date | null;
}

/** An entry of a thread as this module thinks of it. */
export interface MessageRecord {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly publicSeq: number | null;
  readonly kind: 'text' | 'note' | 'system';
  readonly author: { type: 'customer' | 'agent' | 'bot' | 'system'; id: string | null; name: string | null };
  readonly text: string;
  readonly system: { key: SystemLine; params: Record<string, string | number> } | null;
  readonly attachmentIds: readonly string[];
  readonly mentions: readonly string[];
  readonly quickReplies: readonly string[];
  /** What its author wrote it in, where the reader is told that it is a translation. */
  readonly translatedFrom: Locale | null;
  /** The platform on which everybody reads it; null: the customer alone does, or nobody noted it. */
  readonly publicOn: Channel | null;
  /** Where the bot has it from. */
  readonly sources: readonly MessageSource[];
  /** Of a letter of ours: who gets a copy, and the subject that it was given. */
  readonly copies: LetterCopies | null;
  readonly clientKey: string | null;
  readonly createdAt: Date;
  readonly delivery: { state: 'queued' | 'sent' | 'failed'; error: string | null } | null;
}

/** What is to be appended to a thread; its place and time are given by placeMessages. */
export type MessageDraft = Pick<MessageRecord, 'kind' | 'author' | 'text'> &
  Partial<
    Pick<
      MessageRecord,
      | 'id'
      | 'system'
      | 'attachmentIds'
      | 'mentions'
      | 'quickReplies'
      | 'translatedFrom'
      | 'publicOn'
      | 'sources'
      | 'copies'
      | 'clientKey'
      | 'delivery'
    >
  > & {
    /** Of a customer's words: they were shown what looks like a secret in them, and said that it is none. */
    readonly anyway?: boolean | undefined;
    /** What was taken out already of what came along with a customer's words. */
    readonly removed?: readonly SecretKind[] | undefined;
  };
