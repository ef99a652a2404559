import type { HoursSince, TicketStatus } from '@fairlead/contract';
import type { Event } from '../../platform/events/event.ts';
import { messagePosted } from '../conversations/index.ts';
import { type TicketRecord, ticketChanged, ticketOpened } from '../tickets/index.ts';

/** The facts that a ticket's story is made of. */
export const storyTypes: readonly string[] = [ticketOpened.type, ticketChanged.type, messagePosted.type];

/** How a ticket stood at a moment, and since when hours are counted; null for what had not happened. */
export interface Stand {
  readonly ticket: TicketRecord;
  readonly since: Readonly<Record<HoursSince, Date | null>>;
}

/**
 * A ticket as it stood at a moment, from the facts of it and its conversation in the order in which they happened: status, priority,
 * category, team and agent as they were then, all else as it is. The ticket is as it is now.
 */
export function standAt(now: TicketRecord, story: readonly Event[], at: Date): Stand {
  let ticket = now;
  let status: Date | null = null;
  let customer: Date | null = null;
  let agent: Date | null = null;
  for (const event of story) {
    if (event.occurredAt > at) break;
    if (event.type === messagePosted.type) {
      const { kind, author } = messagePosted.schema.parse(event.payload);
      if (kind === 'text' && author === 'customer') customer = event.occurredAt;
      if (kind === 'text' && author === 'agent') agent = event.occurredAt;
      continue;
    }
    const standing =
      event.type === ticketOpened.type
        ? ticketOpened.schema.parse(event.payload)
        : ticketChanged.schema.parse(event.payload).after;
    const { priority, category, teamId, assigneeId } = standing;
    if (status === null || standing.status !== ticket.status) status = event.occurredAt;
    ticket = { ...now, status: standing.status, priority, category, teamId, assigneeId };
  }
  const known = status ?? (ticket.status === now.status ? now.statusAt : now.createdAt);
  return { ticket, since: { status: known, opened: now.createdAt, customer, agent } };
}

/**
 * What makes a ticket's waiting another one: a rule by time is run on it once until then. Its status always does; what else hours are
 * asked of does too.
 */
export function stateKey({ ticket, since }: Stand, asked: ReadonlySet<HoursSince>): string {
  const moments = (['customer', 'agent'] as const)
    .filter((it) => asked.has(it))
    .map((it) => `${it}=${since[it]?.toISOString() ?? ''}`);
  return [
    `time:${ticket.status satisfies TicketStatus}@${since.status?.toISOString() ?? ''}`,
    ...moments,
  ].join(' ');
}
