import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { newId } from '../crypto/ids.ts';
import type { Tx } from '../database/database.ts';

/** A kind of fact: its name in the past tense and the shape of what is kept of it. */
export interface EventType<T = unknown> {
  readonly type: string;
  readonly schema: z.ZodType<T>;
}

/** A fact as subscribers get it. */
export interface Event<T = unknown> {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Date;
  /** What it happened to: a conversation, an agent, a customer. */
  readonly subjectId: string;
  readonly actor: { type: Actor['type']; id: string | null };
  /** What brought it about besides the actor (`routing`, `rule:<id>`), so that reactions can avoid loops. */
  readonly cause: string | null;
  readonly payload: T;
}

/** Declares a kind of fact. Payloads hold ids and states, not what people wrote: facts are kept after texts are erased. */
export function eventType<T>(type: string, schema: z.ZodType<T>): EventType<T> {
  return { type, schema };
}

/** A fact to append. */
export interface Announcement<T = unknown> {
  readonly event: EventType<T>;
  readonly subjectId: string;
  readonly actor: Actor;
  readonly payload: T;
  readonly cause?: string;
}

/**
 * Appends facts in the transaction of the change that they describe. The relay hands them to their subscribers after commit: at
 * least once, to each on its own. Several go in one statement, since the path of a message runs through here.
 */
export async function announceAll(tx: Tx, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  tx.wakeRelay();
  const ids = announcements.map(() => newId());
  await sql`
    with added as (
      insert into events (id, occurred_at, type, subject_id, actor_type, actor_id, cause, payload)
      select id, ${tx.now}::timestamptz, type, subject_id, actor_type, actor_id, cause, payload::jsonb
      from unnest(
        ${ids}::uuid[],
        ${announcements.map((it) => it.event.type)}::text[],
        ${announcements.map((it) => it.subjectId)}::uuid[],
        ${announcements.map((it) => it.actor.type)}::text[],
        ${announcements.map((it) => ('id' in it.actor ? it.actor.id : null))}::uuid[],
        ${announcements.map((it) => it.cause ?? (it.actor.type === 'system' ? it.actor.name : null))}::text[],
        ${announcements.map((it) => JSON.stringify(it.event.schema.parse(it.payload)))}::text[]
      ) as it (id, type, subject_id, actor_type, actor_id, cause, payload)
      returning id, occurred_at
    )
    insert into event_outbox (event_id, occurred_at) select id, occurred_at from added
  `.execute(tx.sql);
}

/** Appends one fact; see announceAll. */
export function announce<T>(
  tx: Tx,
  event: EventType<T>,
  fact: { subjectId: string; actor: Actor; payload: T; cause?: string },
): Promise<void> {
  return announceAll(tx, [{ event, ...fact }]);
}
