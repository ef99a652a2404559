import type { RuleConditions } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import type { Event } from '../../platform/events/event.ts';
import { listEventsSince } from '../../platform/events/event-store.ts';
import { firstWords, readMessages } from '../conversations/index.ts';
import { readCustomers } from '../people/index.ts';
import type { TicketRecord } from '../tickets/index.ts';
import { asksForText, type TicketFacts } from './condition-rules.ts';
import { standAt, storyTypes } from './ticket-story.ts';

/** A moment at which a rule looks at a ticket, and what it hears of then. */
export interface Look extends Pick<TicketFacts, 'at' | 'before' | 'score'> {
  readonly ticket: TicketRecord;
  /** The place of the customer's message that is heard of. */
  readonly seq: number | null;
}

/** What conditions are asked of, for each look in order: two statements for all, and one more for each text that matters. */
export async function readFacts(
  reader: Reader,
  conditions: RuleConditions,
  looks: readonly Look[],
): Promise<TicketFacts[]> {
  const tickets = looks.map(({ ticket }) => ticket);
  const stories = await readStories(reader, tickets);
  const customers = await readCustomers(
    reader,
    tickets.flatMap(({ customerId }) => customerId ?? []),
  );
  const facts: TicketFacts[] = [];
  for (const look of looks) {
    const { ticket, at, before, score } = look;
    const customer = customers.get(ticket.customerId ?? '');
    facts.push({
      ...standAt(ticket, stories.get(ticket.id) ?? [], at),
      at,
      before,
      score,
      tier: customer?.tier ?? null,
      verified: customer?.verified ?? null,
      text: asksForText(conditions) ? await textOf(reader, look) : '',
    });
  }
  return facts;
}

async function readStories(reader: Reader, tickets: readonly TicketRecord[]): Promise<Map<string, Event[]>> {
  const since = new Map<string, Date>();
  for (const { id, conversationId, createdAt } of tickets) {
    since.set(id, createdAt);
    // A thread may have gone on for longer than its ticket; who wrote last matters, whenever that was.
    if (conversationId) since.set(conversationId, new Date(0));
  }
  const subjects = [...since].map(([subjectId, from]) => ({ subjectId, since: from }));
  const events = Map.groupBy(await listEventsSince(reader, subjects, storyTypes), (it) => it.subjectId);
  return new Map(
    tickets.map(({ id, conversationId }) => {
      const all = [...(events.get(id) ?? []), ...((conversationId && events.get(conversationId)) || [])];
      return [id, all.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())] as const;
    }),
  );
}

async function textOf(reader: Reader, { ticket, seq }: Look): Promise<string> {
  const { conversationId, fields } = ticket;
  if (!conversationId) return fields.description ?? '';
  if (seq === null) return firstWords(reader, conversationId);
  const [message] = await readMessages(reader, conversationId, { after: seq - 1, limit: 1 }, 'everything');
  return message?.text ?? '';
}
