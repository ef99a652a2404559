import type { TimelineEntry } from '@fairlead/contract';
import { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Event } from '../../platform/events/event.ts';
import { type EventPlace, listEventsOf } from '../../platform/events/event-store.ts';
import { fail } from '../../platform/fail.ts';
import { readAgentCards } from '../people/index.ts';
import { accessTicket } from './access-ticket.ts';
import { ticketOpened } from './events.ts';
import { reachableOf } from './reachable-of.ts';
import { listChildren } from './ticket-store.ts';
import { entryOf, isShown, timelineTypes } from './timeline-rules.ts';

/** What happened to a ticket and its conversation, and which children were opened that the agent may see, latest first. Throws `ticket.not_found`. */
export async function readTimeline(
  reader: Reader,
  actor: AgentActor,
  ticketId: string,
  query: { cursor?: string | undefined; limit: number },
): Promise<{ items: TimelineEntry[]; next: string | null }> {
  const ticket = await accessTicket(reader, actor, ticketId);
  const subjects = [ticket.id, ...(ticket.conversationId ? [ticket.conversationId] : [])];
  const before = query.cursor ? placeOf(query.cursor) : null;
  const page = { before, limit: query.limit + 1 };
  const children = ticket.parentId ? [] : await listChildren(reader, ticket.id);
  const seen = (await reachableOf(reader, actor, children)).map(({ id }) => id);
  const own = await listEventsOf(reader, subjects, { ...page, types: timelineTypes });
  const opened = await listEventsOf(reader, seen, { ...page, types: [ticketOpened.type] });
  const found = [...own, ...opened].sort(latestFirst).slice(0, page.limit);
  const events = found.slice(0, query.limit);
  const last = found.length > query.limit ? events.at(-1) : undefined;
  const shown = events.filter(isShown);
  const names = await namesOf(reader, shown);
  return {
    items: shown.map((event) => entryOf(event, ticket.id, names.get(event.actor.id ?? '') ?? null)),
    next: last ? cursorOf(last) : null,
  };
}

const latestFirst = (one: Event, other: Event): number =>
  other.occurredAt.getTime() - one.occurredAt.getTime() || (one.id < other.id ? 1 : -1);

async function namesOf(reader: Reader, events: readonly Event[]): Promise<Map<string, string>> {
  const ids = events.flatMap(({ actor }) => (actor.type === 'agent' && actor.id ? [actor.id] : []));
  if (ids.length === 0) return new Map();
  const cards = await readAgentCards(reader, [...new Set(ids)]);
  return new Map([...cards].map(([id, card]) => [id, card.name]));
}

const written = z.tuple([z.iso.datetime(), z.uuid()]);

const cursorOf = ({ occurredAt, id }: EventPlace) =>
  Buffer.from(JSON.stringify([occurredAt.toISOString(), id])).toString('base64url');

function placeOf(cursor: string): EventPlace {
  try {
    const [at, id] = written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { occurredAt: new Date(at), id };
  } catch {
    throw fail('request.invalid', { field: 'cursor' });
  }
}
