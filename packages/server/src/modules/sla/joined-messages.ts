import type { Event } from '../../platform/events/event.ts';
import { messagePosted } from '../conversations/index.ts';
import { ticketMerged, ticketOpened, ticketUnmerged } from '../tickets/index.ts';

/** Which tickets were merged into a ticket by its facts and are so still, and since when. */
export function mergedIn(ticketId: string, facts: readonly Event[]): Map<string, Date> {
  const merged = new Map<string, Date>();
  for (const { type, payload, occurredAt } of facts) {
    if (type !== ticketMerged.type && type !== ticketUnmerged.type) continue;
    const { sourceId, targetId } = ticketMerged.schema.parse(payload);
    if (targetId !== ticketId) continue;
    if (type === ticketMerged.type) merged.set(sourceId, occurredAt);
    else merged.delete(sourceId);
  }
  return merged;
}

/** Something that was written to or by the customer. */
export interface Written {
  readonly id: string;
  readonly occurredAt: Date;
  readonly by: 'customer' | 'agent';
}

/**
 * What was written in the threads of the tickets that were merged into a ticket, as far as it is the ticket's: all since then, and what still waited for an answer, which
 * waits for the ticket's from then on. `factsOf` are a ticket's own facts, `threadOf` those of its conversation, both in the order in which they happened. Pure.
 */
export function joinedMessages(
  ticketId: string,
  factsOf: (ticketId: string) => readonly Event[],
  threadOf: (ticketId: string) => readonly Event[],
): Written[] {
  return [...mergedIn(ticketId, factsOf(ticketId))].flatMap(([sourceId, since]) => {
    const written = [
      ...factsOf(sourceId).flatMap(asked),
      ...threadOf(sourceId).flatMap(said),
      ...joinedMessages(sourceId, factsOf, threadOf),
    ].sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
    const last = written.findLast(({ occurredAt }) => occurredAt < since);
    const owed = last?.by === 'customer' ? [{ ...last, occurredAt: since }] : [];
    return [...owed, ...written.filter(({ occurredAt }) => occurredAt >= since)];
  });
}

function said({ id, type, occurredAt, payload }: Event): Written[] {
  if (type !== messagePosted.type) return [];
  const { kind, author } = messagePosted.schema.parse(payload);
  return kind === 'text' && (author === 'customer' || author === 'agent')
    ? [{ id, occurredAt, by: author }]
    : [];
}

/** A ticket with a thread begins with something that its customer asked. */
function asked({ id, type, occurredAt, payload }: Event): Written[] {
  if (type !== ticketOpened.type || ticketOpened.schema.parse(payload).conversationId === null) return [];
  return [{ id, occurredAt, by: 'customer' }];
}
