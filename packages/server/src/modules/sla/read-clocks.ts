import type { PortalPromise, ResponseOf, slaEndpoints, TicketClocks } from '@fairlead/contract';
import { z } from 'zod';
import type { AgentActor, CustomerActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  accessOwn,
  accessTicket,
  presentTickets,
  reachableOf,
  readTickets,
  ticketScopeOf,
} from '../tickets/index.ts';
import { type ClockRecord, listClocks, ticketsOfConversations } from './clock-store.ts';
import { countDue, type DuePlace, listDue } from './due-list-store.ts';
import { presentClock, presentCurrent, presentPromise } from './present-clocks.ts';
import { readChoice } from './read-stories.ts';
import { settleClocks } from './settle-clocks.ts';

type Query = z.output<(typeof slaEndpoints)['breaching']['query']>;
const hour = 3_600_000;

/** The current clocks of those of these tickets, and of these conversations' tickets, that the agent may see and that are measured. */
export async function readClocks(
  reader: Reader,
  actor: AgentActor,
  { ticketIds = [], conversationIds = [] }: z.output<(typeof slaEndpoints)['clocks']['query']>,
): Promise<{ items: TicketClocks[] }> {
  const ofThreads = conversationIds.length > 0 ? await ticketsOfConversations(reader, conversationIds) : [];
  const records = await readTickets(reader, [...new Set([...ticketIds, ...ofThreads])]);
  const seen = await reachableOf(
    reader,
    actor,
    records.filter((it) => it.status !== 'closed' || ticketIds.includes(it.id)),
  );
  const clocks = await clocksOf(
    reader,
    seen.map((it) => it.id),
  );
  return {
    items: seen.flatMap(({ id, conversationId }) => {
      const all = clocks.get(id);
      return all ? [{ ticketId: id, conversationId, clocks: presentCurrent(all) }] : [];
    }),
  };
}

/** Every clock that a ticket has had, latest first, and what holds now. Throws `ticket.not_found`. */
export async function readTicketClocks(
  reader: Reader,
  actor: AgentActor,
  id: string,
): Promise<ResponseOf<(typeof slaEndpoints)['ticket']>> {
  const choice = await readChoice(reader, await accessTicket(reader, actor, id));
  return {
    ticketId: id,
    clocks: (await listClocks(reader, [id])).toReversed().map(presentClock),
    choice: choice && { policyId: choice.policyId, policyName: choice.policyName, why: choice.why },
  };
}

/**
 * The same for a module below that tells them; null where nothing is owed, it stands still, or the moment has passed. Of a ticket that was only just opened the clocks
 * are worked out for it, as they would be in a moment.
 */
export const nextUpdateOf =
  (platform: Platform) =>
  async (id: string): Promise<Date | null> => {
    const { database } = platform;
    const reader = database.reader();
    if ((await listClocks(reader, [id])).length === 0)
      await database.write((tx) => settleClocks(tx, platform, [id]));
    const { updateBy, late, paused } = presentPromise(await listClocks(reader, [id]), reader.now);
    return updateBy === null || late || paused ? null : new Date(updateBy);
  };

/** By when a customer is to hear of their ticket. Throws `ticket.not_found`. */
export async function readPromise(reader: Reader, actor: CustomerActor, id: string): Promise<PortalPromise> {
  await accessOwn(reader, actor, id);
  return presentPromise(await listClocks(reader, [id]), reader.now);
}

/** Tickets that are late or soon will be; see the endpoint. */
export async function readBreaching(
  reader: Reader,
  actor: AgentActor,
  query: Query,
): Promise<ResponseOf<(typeof slaEndpoints)['breaching']>> {
  const { withinMinutes, teamId, mine, cursor, limit } = query;
  const found = await listDue(reader, await ticketScopeOf(reader, actor), {
    before: new Date(reader.now.getTime() + withinMinutes * 60_000),
    teamId,
    assigneeId: mine === 'true' ? actor.id : undefined,
    after: cursor === undefined ? null : readPlace(cursor),
    limit: limit + 1,
  });
  const places = found.slice(0, limit);
  const ids = places.map((it) => it.ticketId);
  const records = await readTickets(reader, ids);
  const views = new Map((await presentTickets(reader, records)).map((it) => [it.id, it]));
  const clocks = await clocksOf(reader, ids);
  const last = found.length > limit ? places.at(-1) : undefined;
  return {
    items: places.flatMap(({ ticketId, dueAt }) => {
      const ticket = views.get(ticketId);
      const current = presentCurrent(clocks.get(ticketId) ?? []);
      return ticket ? [{ ticket, clocks: current, dueAt: dueAt.toISOString() }] : [];
    }),
    next: last ? writePlace(last) : null,
  };
}

/** How many tickets within reach are late, and how many are due within the hour. */
export async function countBreaching(reader: Reader, actor: AgentActor) {
  return countDue(reader, await ticketScopeOf(reader, actor), new Date(reader.now.getTime() + hour));
}

async function clocksOf(reader: Reader, ids: readonly string[]): Promise<Map<string, ClockRecord[]>> {
  return ids.length > 0 ? Map.groupBy(await listClocks(reader, ids), (it) => it.ticketId) : new Map();
}

const written = z.tuple([z.number().int().min(0).max(8.64e15), z.uuid()]);

const writePlace = ({ dueAt, ticketId }: DuePlace) =>
  Buffer.from(JSON.stringify([dueAt.getTime(), ticketId])).toString('base64url');

/** Throws `request.invalid` for what is no cursor of ours. */
function readPlace(cursor: string): DuePlace {
  try {
    const [due, ticketId] = written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { dueAt: new Date(due), ticketId };
  } catch {
    throw fail('request.invalid', { field: 'cursor' });
  }
}
