import type { CustomerSummary } from '@fairlead/contract';
import type { Clock } from '../../platform/clock.ts';
import type { AgentCard } from '../people/index.ts';
import type { ConversationRecord } from './conversation.ts';

/** Conversations that are remembered: more than a node has at work at one time. */
const most = 5_000;
/** Milliseconds for which names and a customer's tier are taken to be what they were. */
const peopleAge = 5_000;

/** Who appears in a conversation: its customer, and whoever holds it. */
interface People {
  readonly customer: CustomerSummary;
  readonly assignee: AgentCard | null;
}

/** A conversation and its people, as this node left them when it last wrote there. */
interface LatelyKnown {
  readonly conversation: ConversationRecord;
  /** Null when it is too long since they were read. */
  readonly people: People | null;
}

/**
 * Remembers the conversations that this node wrote last, so that the next message need not read them. Any of them may have been changed
 * elsewhere since: what is decided on one holds only if it is written under the condition that its version is still this one.
 */
export interface LatelyKnownTable {
  find(conversationId: string): LatelyKnown | undefined;
  remember(conversation: ConversationRecord, people: People): void;
  forget(conversationId: string): void;
}

export function createLatelyKnown(clock: Clock): LatelyKnownTable {
  // In the order in which they were written, oldest first.
  const known = new Map<string, { conversation: ConversationRecord; people: People; readAt: number }>();
  return {
    find(id) {
      const it = known.get(id);
      if (!it) return undefined;
      const fresh = clock.now().getTime() - it.readAt < peopleAge;
      return { conversation: it.conversation, people: fresh ? it.people : null };
    },
    remember(conversation, people) {
      const before = known.get(conversation.id);
      const same = before?.people.customer === people.customer && before.people.assignee === people.assignee;
      const readAt = before && same ? before.readAt : clock.now().getTime();
      known.delete(conversation.id);
      known.set(conversation.id, { conversation, people, readAt });
      for (const oldest of known.keys()) {
        if (known.size <= most) break;
        known.delete(oldest);
      }
    },
    forget: (id) => known.delete(id),
  };
}
