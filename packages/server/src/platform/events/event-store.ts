import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../actor.ts';
import { newId } from '../crypto/ids.ts';
import type { Reader, Tx } from '../database/database.ts';
import { prepared } from '../database/prepared.ts';
import type { Announcement, Event } from './event.ts';

interface EventRow {
  id: string;
  occurred_at: Date;
  type: string;
  subject_id: string;
  actor_type: string;
  actor_id: string | null;
  cause: string | null;
  payload: unknown;
}

const eventOf = (row: EventRow): Event => ({
  id: row.id,
  type: row.type,
  occurredAt: row.occurred_at,
  subjectId: row.subject_id,
  actor: { type: row.actor_type as Actor['type'], id: row.actor_id },
  cause: row.cause,
  payload: row.payload,
});

/**
 * Facts as the common table expressions `facts` and `outboxed` of a statement that also writes what they describe; `only` says of
 * which rows (`it.subject_id`), and `besides` what payloads hold that the statement itself finds out (jsonb). The relay is woken once that is
 * committed.
 */
export function appending(
  tx: Tx,
  announcements: readonly Announcement[],
  only: RawBuilder<SqlBool> = sql<SqlBool>`true`,
  besides?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  tx.wakeRelay();
  const moments = [...new Set(announcements.map((it) => (it.at ?? tx.now).getTime()))];
  return sql`
    facts as (
      insert into events (id, occurred_at, type, subject_id, actor_type, actor_id, cause, payload)
      select id, at, type, subject_id, actor_type, actor_id, cause, payload::jsonb${besides ? sql` || ${besides}` : sql``}
      from unnest(
        ${announcements.map(() => newId())}::uuid[],
        ${announcements.map((it) => it.at ?? tx.now)}::timestamptz[],
        ${announcements.map((it) => it.event.type)}::text[],
        ${announcements.map((it) => it.subjectId)}::uuid[],
        ${announcements.map((it) => it.actor.type)}::text[],
        ${announcements.map((it) => ('id' in it.actor ? it.actor.id : null))}::uuid[],
        ${announcements.map((it) => it.cause ?? (it.actor.type === 'system' ? it.actor.name : null))}::text[],
        ${announcements.map((it) => JSON.stringify(it.event.schema.parse(it.payload)))}::text[]
      ) as it (id, at, type, subject_id, actor_type, actor_id, cause, payload)
      where ${only}
      returning id, occurred_at
    ),
    outboxed as (
      insert into event_outbox (id, occurred_at, event_ids)
      select line.id, line.at, array_agg(facts.id)
      from unnest(${moments.map(() => newId())}::uuid[], ${moments.map((it) => new Date(it))}::timestamptz[]) as line (id, at)
      join facts on facts.occurred_at = line.at group by line.id, line.at
    )`;
}

/** Facts in a statement of their own. */
export async function appendEvents(tx: Tx, announcements: readonly Announcement[]): Promise<void> {
  await sql`with ${appending(tx, announcements)} select 1`.execute(tx.sql);
}

/**
 * Takes events off the outbox, oldest first: lines until they hold `limit` events, leaving those that another relay holds. They are
 * back if the transaction fails. The lateral limit keeps the planner to one index probe per event, however many events there are.
 */
export async function claimEvents(tx: Tx, limit: number): Promise<Event[]> {
  const { rows } = await sql<EventRow>`${prepared}
    with due as (
      select id, event_ids from event_outbox order by id limit ${limit} for update skip locked
    ), counted as (
      select id, sum(cardinality(event_ids)) over (order by id) - cardinality(event_ids) as before from due
    ), claimed as (
      delete from event_outbox o using counted c where o.id = c.id and c.before < ${limit}
      returning o.event_ids, o.occurred_at
    )
    select e.id, e.occurred_at, e.type, e.subject_id, e.actor_type, e.actor_id, e.cause, e.payload from claimed c
    cross join unnest(c.event_ids) as it (id)
    cross join lateral (select * from events where occurred_at = c.occurred_at and id = it.id limit 1) e
    order by e.id
  `.execute(tx.sql);
  return rows.map(eventOf);
}

/** Whether there are events to hand out, and retries that are due: nearly always neither, and one statement says so. */
export async function whatIsDue(reader: Reader): Promise<{ events: boolean; retries: boolean }> {
  const { rows } = await sql<{ events: boolean; retries: boolean }>`${prepared}
    select (select id from event_outbox order by id limit 1) is not null as events,
      exists (select from event_retries where next_attempt_at <= ${reader.now}) as retries
  `.execute(reader.sql);
  return rows[0] ?? { events: true, retries: true };
}

/** A delivery that failed and is due again. */
export interface Retry {
  id: string;
  subscriber: string;
  attempts: number;
  event: Event;
}

/** Locks retries that are due. */
export async function claimRetries(tx: Tx, limit: number): Promise<Retry[]> {
  const { rows } = await sql<EventRow & { retry_id: string; subscriber: string; attempts: number }>`
    select e.*, r.id as retry_id, r.subscriber, r.attempts
    from event_retries r join events e on e.id = r.event_id and e.occurred_at = r.occurred_at
    where r.next_attempt_at <= ${tx.now} order by r.next_attempt_at limit ${limit}
    for update of r skip locked
  `.execute(tx.sql);
  return rows.map((row) => ({
    id: row.retry_id,
    subscriber: row.subscriber,
    attempts: row.attempts,
    event: eventOf(row),
  }));
}

/** Records that a subscriber failed on an event; without a next attempt it is a dead letter. */
export async function recordFailure(
  tx: Tx,
  failure: { event: Event; subscriber: string; attempts: number; error: string; nextAttemptAt: Date | null },
): Promise<void> {
  await tx.sql
    .insertInto('event_retries')
    .values({
      id: newId(),
      event_id: failure.event.id,
      occurred_at: failure.event.occurredAt,
      subscriber: failure.subscriber,
      attempts: failure.attempts,
      error: failure.error.slice(0, 2000),
      next_attempt_at: failure.nextAttemptAt,
      failed_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['event_id', 'subscriber']).doUpdateSet({
        attempts: failure.attempts,
        error: failure.error.slice(0, 2000),
        next_attempt_at: failure.nextAttemptAt,
        failed_at: tx.now,
      }),
    )
    .execute();
}

export async function removeRetry(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('event_retries').where('id', '=', id).execute();
}

/** The dead letters, newest first. */
export function listDeadLetters(reader: Reader, limit: number) {
  return reader.sql
    .selectFrom('event_retries as r')
    .innerJoin('events as e', (join) =>
      join.onRef('e.id', '=', 'r.event_id').onRef('e.occurred_at', '=', 'r.occurred_at'),
    )
    .select([
      'r.id',
      'r.event_id',
      'r.subscriber',
      'r.error',
      'r.attempts',
      'r.occurred_at',
      'r.failed_at',
      'e.type',
    ])
    .where('r.next_attempt_at', 'is', null)
    .orderBy('r.failed_at', 'desc')
    .limit(limit)
    .execute();
}

/** Makes a dead letter due again with fresh attempts; false if there is none. */
export async function reviveDeadLetter(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('event_retries')
    .set({ next_attempt_at: tx.now, attempts: 0 })
    .where('id', '=', id)
    .where('next_attempt_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Gives a dead letter up; false if there is none. */
export async function discardDeadLetter(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('event_retries')
    .where('id', '=', id)
    .where('next_attempt_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** How many events wait for the relay, and since when the oldest. */
export async function outboxState(reader: Reader): Promise<{ waiting: number; oldest: Date | null }> {
  const row = await reader.sql
    .selectFrom('event_outbox')
    .select((of) => [
      of.fn.coalesce(of.fn.sum<number>(sql`cardinality(event_ids)`), sql<number>`0`).as('waiting'),
      of.fn.min('occurred_at').as('oldest'),
    ])
    .executeTakeFirstOrThrow();
  return { waiting: row.waiting, oldest: row.oldest };
}

/**
 * Makes the partitions of the month of `from` and of the following ones, where they are missing. Fails after `lockMilliseconds` where others read
 * or write events all the while.
 */
export async function ensurePartitions(
  tx: Tx,
  from: Date,
  { months, lockMilliseconds }: { months: number; lockMilliseconds: number },
): Promise<void> {
  await sql`set local lock_timeout = ${sql.lit(lockMilliseconds)}`.execute(tx.sql);
  for (let ahead = 0; ahead < months; ahead++) {
    const start = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + ahead, 1));
    const end = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + ahead + 1, 1));
    const name = `events_${start.toISOString().slice(0, 7).replace('-', '_')}`;
    await sql`create table if not exists ${sql.table(name)} partition of events
      for values from (${sql.lit(start.toISOString())}) to (${sql.lit(end.toISOString())})`.execute(tx.sql);
  }
}

/** Where a page of a time line begins: before this event. */
export interface EventPlace {
  readonly occurredAt: Date;
  readonly id: string;
}

/** What happened to these subjects, latest first: each subject's events are one walk of their index. */
export async function listEventsOf(
  reader: Reader,
  subjectIds: readonly string[],
  page: { before: EventPlace | null; types: readonly string[]; limit: number },
): Promise<Event[]> {
  const { before, types, limit } = page;
  const earlier = before
    ? sql`and (occurred_at, id) < (${before.occurredAt}::timestamptz, ${before.id}::uuid)`
    : sql``;
  const { rows } = await sql<EventRow>`
    select e.* from unnest(${subjectIds}::uuid[]) as s (id)
    cross join lateral (
      select * from events where subject_id = s.id and type = any(${types}::text[]) ${earlier}
      order by occurred_at desc, id desc limit ${limit}
    ) e
    order by e.occurred_at desc, e.id desc limit ${limit}
  `.execute(reader.sql);
  return rows.map(eventOf);
}

/** What happened of these types since a moment, to whomever, latest first. */
export async function listEventsOfTypes(
  reader: Reader,
  types: readonly string[],
  { since, before, limit }: { since: Date; before: EventPlace | null; limit: number },
): Promise<Event[]> {
  const earlier = before
    ? sql`and (occurred_at, id) < (${before.occurredAt}::timestamptz, ${before.id}::uuid)`
    : sql``;
  const { rows } = await sql<EventRow>`
    select * from events where occurred_at >= ${since} and type = any(${types}::text[]) ${earlier}
    order by occurred_at desc, id desc limit ${limit}
  `.execute(reader.sql);
  return rows.map(eventOf);
}

/** How much of these types happened since a moment, counted up to `maximum`. */
export async function countEventsOfTypes(
  reader: Reader,
  types: readonly string[],
  { since, maximum }: { since: Date; maximum: number },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from events where occurred_at >= ${since} and type = any(${types}::text[]) limit ${maximum}
    ) it
  `.execute(reader.sql);
  return rows[0]?.count ?? 0;
}

/** What happened to subjects of these types, each since a moment, in the order in which it happened. For whoever works a state out anew. */
export async function listEventsSince(
  reader: Reader,
  subjects: ReadonlyArray<{ subjectId: string; since: Date }>,
  types: readonly string[],
): Promise<Event[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<EventRow>`
    select e.* from unnest(
      ${subjects.map((it) => it.subjectId)}::uuid[], ${subjects.map((it) => it.since)}::timestamptz[]
    ) as s (id, since)
    cross join lateral (
      select * from events where subject_id = s.id and occurred_at >= s.since and type = any(${types}::text[])
    ) e
    order by e.occurred_at, e.id
  `.execute(reader.sql);
  return rows.map(eventOf);
}
