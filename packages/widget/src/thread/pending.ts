import type { Attachment, ErrorCode, Topic } from '@fairlead/contract';
import type { MessageParams } from '@fairlead/contract/format-message';

/** A message that the server has not acknowledged yet. */
export interface Pending {
  /** The idempotency key: the same message sent again is not written twice. */
  readonly key: string;
  /** Null: it starts a conversation. */
  readonly conversationId: string | null;
  readonly topic: Topic | null;
  readonly text: string;
  /** They were shown what looks like a secret in it, and said that it is none. */
  readonly anyway?: boolean | undefined;
  readonly attachments: readonly Attachment[];
  readonly createdAt: string;
  /** The thread's last `seq` when it was written; its own must be later. */
  readonly afterSeq: number;
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly error: { code: ErrorCode; params: MessageParams } | null;
  /** The stored message that seems to be this one, seen before the acknowledgement: shown instead of it. */
  readonly echoId: string | null;
}
