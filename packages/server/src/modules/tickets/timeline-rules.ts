import type { TimelineEntry } from '@fairlead/contract';
import type { Event } from '../../platform/events/event.ts';

/** The facts that a time line tells. */
export const timelineTypes: readonly string[] = [
  'ticket.opened',
  'ticket.changed',
  'ticket.commented',
  'ticket.side_started',
  'ticket.side_written',
  'ticket.side_failed',
  'ticket.side_settled',
  'ticket.linked',
  'ticket.unlinked',
  'ticket.merged',
  'ticket.unmerged',
  'ticket.children_solved',
  'ticket.announced',
  'conversation.started',
  'conversation.queued',
  'conversation.assigned',
  'conversation.closed',
  'conversation.reopened',
  'message.posted',
  'exchange.account_recovery_changed',
];

type Plain = TimelineEntry['details'][string];
type Payload = Readonly<Record<string, unknown>>;

/** System lines repeat what other facts say already. */
export function isShown(event: Pick<Event, 'type' | 'payload'>): boolean {
  return event.type !== 'message.posted' || (event.payload as { kind?: string }).kind !== 'system';
}

/** A fact as a line of the time line of `ticketId`. `name` is its agent's. */
export function entryOf(event: Event, ticketId: string, name: string | null): TimelineEntry {
  const payload = event.payload as Payload;
  const [before, after] = [recordIn(payload['before']), recordIn(payload['after'])];
  const type = event.actor.type;
  return {
    id: event.id,
    at: event.occurredAt.toISOString(),
    of: subjectOf(event, ticketId),
    type: event.type,
    actor: { type, id: event.actor.id, name: type === 'agent' ? name : null },
    cause: event.cause,
    changes: before && after ? changesOf(before, after) : [],
    details: Object.fromEntries(
      Object.entries(payload).flatMap(
        ([key, value]): Array<[string, Plain]> => (isPlain(value) ? [[key, value]] : []),
      ),
    ),
  };
}

/** Of another ticket only a child's opening is told. */
function subjectOf({ subjectId, type }: Event, ticketId: string): TimelineEntry['of'] {
  if (subjectId === ticketId) return 'ticket';
  return type === 'ticket.opened' ? 'child' : 'conversation';
}

function changesOf(before: Payload, after: Payload): TimelineEntry['changes'] {
  return Object.keys(after).flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return was !== is && isPlain(was) && isPlain(is) ? [{ field, before: was, after: is }] : [];
  });
}

const recordIn = (value: unknown): Payload | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : null;

function isPlain(value: unknown): value is Plain {
  if (Array.isArray(value)) return value.every((it) => typeof it === 'string');
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
