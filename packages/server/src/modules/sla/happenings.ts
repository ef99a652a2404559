import type { Event } from '../../platform/events/event.ts';
import { messagePosted } from '../conversations/index.ts';
import { customerTierChanged } from '../people/index.ts';
import { type TicketStanding, ticketChanged, ticketOpened } from '../tickets/index.ts';
import type { Written } from './joined-messages.ts';

/** What the clocks of a ticket run by, in the order in which it happened. */
export type Happening = { readonly at: Date; readonly eventId: string } & (
  | {
      readonly type: 'opened';
      readonly standing: TicketStanding;
      readonly answers: boolean;
      readonly measured: boolean;
    }
  | { readonly type: 'changed'; readonly standing: TicketStanding; readonly chooses: boolean }
  | { readonly type: 'wrote'; readonly by: 'customer' | 'agent' }
);

export const happeningTypes = [
  ticketOpened.type,
  ticketChanged.type,
  messagePosted.type,
  customerTierChanged.type,
];
/** What about a ticket makes its policy be chosen anew. */
const choosing = new Set(['category', 'priority', 'teamId', 'customerId']);

/**
 * The facts of a ticket and its conversation as clocks take them, whatever order they come in and however often. What a customer's
 * message did to the ticket happened when they wrote, not when the server came to it. What was `joined` was written in the threads of tickets that were merged into it.
 */
export function happeningsOf(events: readonly Event[], joined: readonly Written[] = []): Happening[] {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()];
  unique.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1));
  const opened = unique.find((event) => event.type === ticketOpened.type);
  if (!opened) return [];
  // What the exchange said of a customer before the ticket was theirs is no part of it.
  const theirsSince = unique.findLast(
    (it) =>
      it.type === ticketChanged.type && ticketChanged.schema.parse(it.payload).parts.includes('customerId'),
  )?.occurredAt;
  let wroteAt = opened.occurredAt;
  let changedAt = opened.occurredAt;
  let standing: TicketStanding = ticketOpened.schema.parse(opened.payload);
  const story = [...unique, ...joined].sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  const found = story.flatMap((event): Happening[] => {
    const { id: eventId, occurredAt } = event;
    if ('by' in event) {
      if (event.by === 'customer') wroteAt = occurredAt;
      return [{ type: 'wrote', at: occurredAt, eventId, by: event.by }];
    }
    if (event.type === ticketOpened.type) {
      const { conversationId, isTracker, ...standing } = ticketOpened.schema.parse(event.payload);
      const answers = conversationId !== null;
      return [{ type: 'opened', at: occurredAt, eventId, standing, answers, measured: !isTracker }];
    }
    if (occurredAt < opened.occurredAt) return [];
    if (event.type === ticketChanged.type) {
      const { after, parts } = ticketChanged.schema.parse(event.payload);
      const chooses = parts.some((part) => choosing.has(part));
      const at = event.cause === 'customer_wrote' && wroteAt > changedAt ? wroteAt : occurredAt;
      if (parts.includes('status')) changedAt = at;
      standing = after;
      return [{ type: 'changed', at, eventId, standing: after, chooses }];
    }
    // The ticket stands as before, and still its policy may be another one.
    if (event.type === customerTierChanged.type)
      return theirsSince && occurredAt < theirsSince
        ? []
        : [{ type: 'changed', at: occurredAt, eventId, standing, chooses: true }];
    const { kind, author } = messagePosted.schema.parse(event.payload);
    if (kind !== 'text' || (author !== 'customer' && author !== 'agent')) return [];
    if (author === 'customer') wroteAt = occurredAt;
    return [{ type: 'wrote', at: occurredAt, eventId, by: author }];
  });
  // Stable: of the same moment, the message comes before what it did.
  const rest = found.filter((it) => it.type !== 'opened').sort((a, b) => a.at.getTime() - b.at.getTime());
  return [...found.filter((it) => it.type === 'opened'), ...rest];
}
