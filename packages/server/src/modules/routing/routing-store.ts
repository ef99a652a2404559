import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { readSetting, writeSetting } from '../../platform/setting-store.ts';
import { conversationAssigned, conversationQueued } from '../conversations/index.ts';
import type { Decline } from './askable-agents.ts';
import { type HandlingTimes, handlingTimes } from './handling-times.ts';

const handlingKey = 'routing.handling_times';

/** Waits until no other node routes, and keeps it so until the end of the transaction: two routers would fill the same place twice. */
export async function takeTurn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('routing.turn', 0))`.execute(tx.sql);
}

/** The event that queued each of these conversations last. `since` is when the first of them began to wait; it only keeps the search out of older months. */
export async function listQueuings(
  reader: Reader,
  ids: readonly string[],
  since: Date,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  // The clocks of two nodes differ.
  const dayBefore = new Date(since.getTime() - 86_400_000);
  const { rows } = await sql<{ id: string; event_id: string }>`
    select it.id, queued.id as event_id from unnest(${ids}::uuid[]) as it (id) cross join lateral (
      select e.id from events e
      where e.subject_id = it.id and e.occurred_at >= ${dayBefore} and e.type = ${conversationQueued.type}
      order by e.occurred_at desc, e.id desc limit 1
    ) as queued
  `.execute(reader.sql);
  return new Map(rows.map((row) => [row.id, row.event_id]));
}

/** Who put these conversations back into the queue, or let offers of them lapse, at `since` or later. */
export async function listDeclines(
  reader: Reader,
  ids: readonly string[],
  since: Date,
): Promise<Map<string, Decline[]>> {
  const declines = new Map<string, Decline[]>();
  if (ids.length === 0) return declines;
  const { rows } = await sql<{ subject_id: string; agent: string; occurred_at: Date }>`
    select subject_id, payload -> 'before' ->> 'assigneeId' as agent, occurred_at from events
    where subject_id = any(${ids}::uuid[]) and occurred_at >= ${since} and type = ${conversationQueued.type}
      and payload -> 'before' ->> 'assigneeId' is not null
    order by occurred_at, id
  `.execute(reader.sql);
  for (const { subject_id, agent, occurred_at } of rows) {
    const known = declines.get(subject_id) ?? [];
    declines.set(subject_id, [...known, { agentId: agent, at: occurred_at }]);
  }
  return declines;
}

/** Since when its last agent held a conversation that was closed at `until`; null if nobody did. */
export async function heldSince(reader: Reader, conversationId: string, until: Date): Promise<Date | null> {
  const { rows } = await sql<{ occurred_at: Date }>`
    select occurred_at from events
    where subject_id = ${conversationId}::uuid and type = ${conversationAssigned.type} and occurred_at <= ${until}
      and (payload -> 'after' ->> 'accepted')::boolean
    order by occurred_at desc limit 1
  `.execute(reader.sql);
  return rows[0]?.occurred_at ?? null;
}

/** What is known of handling times; nothing, if what is kept cannot be read. */
export async function readHandlingTimes(reader: Reader): Promise<HandlingTimes> {
  return handlingTimes.catch({}).parse((await readSetting(reader, handlingKey)) ?? {});
}

/** Keeps them. The caller has the turn, since what is known is changed by reading and writing it. */
export async function saveHandlingTimes(tx: Tx, times: HandlingTimes): Promise<void> {
  await writeSetting(tx, handlingKey, times);
}
