import type { CustomerSummary } from '@fairlead/contract';
import type { Clock } from '../../platform/clock.ts';
import type { ConversationRecord } from './conversation.ts';

/** Conversations that are remembered: more than a node has at work at one time. */
const most = 5_000;
/** Milliseconds for which a customer's name and tier are taken to be what they were. */
const customerAge = 5_000;

/** A conversation and its customer, as this node left them when it last wrote there. */
interface LatelyKnown {
  readonly conversation: ConversationRecord;
  /** Null when it is too long since they were read. */
  readonly customer: CustomerSummary | null;
}

/**
 * Remembers the conversations that this node wrote last, so that the next message need not read them. Any of them may have been changed
 * elsewhere since: what is decided on one holds only if it is written under the condition that its version is still this one.
 */
export interface LatelyKnownTable {
  find(conversationId: string): LatelyKnown | undefined;
  remember(conversation: ConversationRecord, customer: CustomerSummary): void;
  forget(conversationId: string): void;
}

export function createLatelyKnown(clock: Clock): LatelyKnownTable {
  // In the order in which they were written, oldest first.
  const known = new Map<
    string,
    { conversation: ConversationRecord; customer: CustomerSummary; readAt: number }
  >();
  return {
    find(id) {
      const it = known.get(id);
      if (!it) return undefined;
      const fresh = clock.now().getTime() - it.readAt < customerAge;
      return { conversation: it.conversation, customer: fresh ? it.customer : null };
    },
    remember(conversation, customer) {
      const before = known.get(conversation.id);
      const readAt = before?.customer === customer ? before.readAt : clock.now().getTime();
      known.delete(conversation.id);
      known.set(conversation.id, { conversation, customer, readAt });
      for (const oldest of known.keys()) {
        if (known.size <= most) break;
        known.delete(oldest);
      }
    },
    forget: (id) => known.delete(id),
  };
}
