import { type SlaKind, type SlaState, ticketStatus } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { SlaClocks } from '../../platform/database/database-types.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Pause } from './measure-clocks.ts';
import { type Promised, promise } from './promise.ts';

/** A clock as it is kept. */
export interface ClockRecord {
  readonly ticketId: string;
  readonly kind: SlaKind;
  readonly round: number;
  readonly state: SlaState;
  readonly policyId: string;
  readonly policyName: string;
  readonly calendarId: string | null;
  /** Milliseconds that count, as `elapsed`. */
  readonly target: number;
  readonly elapsed: number;
  readonly runningSince: Date | null;
  readonly startedAt: Date;
  readonly warnAt: Date | null;
  readonly dueAt: Date | null;
  readonly metAt: Date | null;
  readonly breachedAt: Date | null;
  readonly pauses: readonly Pause[];
  /** What was told or done already. */
  readonly done: readonly string[];
}

const pauses = z.array(
  z.object({ from: z.coerce.date(), to: z.coerce.date().nullable(), status: ticketStatus }),
);

const recordOf = (row: Selectable<SlaClocks>): ClockRecord => ({
  ticketId: row.ticket_id,
  kind: row.kind as SlaKind,
  round: row.round,
  state: row.state as SlaState,
  policyId: row.policy_id,
  policyName: row.policy_name,
  calendarId: row.calendar_id,
  target: row.target,
  elapsed: row.elapsed,
  runningSince: row.running_since,
  startedAt: row.started_at,
  warnAt: row.warn_at,
  dueAt: row.due_at,
  metAt: row.met_at,
  breachedAt: row.breached_at,
  pauses: pauses.parse(row.pauses),
  done: row.done,
});

/** The clocks of tickets, in the order in which they began. */
export async function listClocks(reader: Reader, ticketIds: readonly string[]): Promise<ClockRecord[]> {
  const rows = await reader.sql
    .selectFrom('sla_clocks')
    .selectAll()
    .where('ticket_id', '=', (of) => of.fn.any(of.val(ticketIds as string[])))
    .orderBy('started_at')
    .orderBy('kind')
    .orderBy('round')
    .execute();
  return rows.map(recordOf);
}

/** Which clock of which ticket. */
export type ClockKey = Pick<ClockRecord, 'ticketId' | 'kind' | 'round'>;

/** Keeps clocks that are new or have changed, and removes those that are `gone`. */
export async function saveClocks(
  tx: Tx,
  changed: readonly ClockRecord[],
  gone: readonly ClockKey[],
): Promise<void> {
  if (changed.length + gone.length === 0) return;
  const rows = changed.map((clock) => ({
    ticket_id: clock.ticketId,
    kind: clock.kind,
    round: clock.round,
    state: clock.state,
    policy_id: clock.policyId,
    policy_name: clock.policyName,
    calendar_id: clock.calendarId,
    target: clock.target,
    elapsed: clock.elapsed,
    running_since: clock.runningSince,
    started_at: clock.startedAt,
    warn_at: clock.warnAt,
    due_at: clock.dueAt,
    met_at: clock.metAt,
    breached_at: clock.breachedAt,
    pauses: clock.pauses,
    done: clock.done,
  }));
  await sql`
    with given as (
      select * from jsonb_populate_recordset(null::sla_clocks, ${JSON.stringify(rows)}::jsonb)
    ), gone as (
      delete from sla_clocks c using unnest(
        ${gone.map((it) => it.ticketId)}::uuid[], ${gone.map((it) => it.kind)}::text[], ${gone.map((it) => it.round)}::int[]
      ) as g (ticket_id, kind, round)
      where (g.ticket_id, g.kind, g.round) = (c.ticket_id, c.kind, c.round)
    )
    insert into sla_clocks select * from given
    on conflict (ticket_id, kind, round) do update set
      state = excluded.state, policy_id = excluded.policy_id, policy_name = excluded.policy_name,
      calendar_id = excluded.calendar_id, target = excluded.target, elapsed = excluded.elapsed,
      running_since = excluded.running_since, started_at = excluded.started_at, warn_at = excluded.warn_at,
      due_at = excluded.due_at, met_at = excluded.met_at, breached_at = excluded.breached_at, done = excluded.done,
      pauses = excluded.pauses
  `.execute(tx.sql);
}

/** Holds the measured tickets among these until the end of the transaction; those that were not measured yet are from now on. */
export async function lockMeasured(
  tx: Tx,
  tickets: ReadonlyArray<{ id: string; conversationId: string | null }>,
): Promise<void> {
  const ids = tickets.map((it) => it.id);
  await sql`
    insert into sla_tickets (ticket_id, conversation_id)
    select * from unnest(${ids}::uuid[], ${tickets.map((it) => it.conversationId)}::uuid[]) as it (id, conversation) order by id
    on conflict (ticket_id) do nothing
  `.execute(tx.sql);
  await sql`select from sla_tickets where ticket_id = any(${ids}::uuid[]) order by ticket_id for update`.execute(
    tx.sql,
  );
}

/** Says when tickets are to be looked at next. */
export async function saveMeasured(
  tx: Tx,
  tickets: ReadonlyArray<{ id: string; nextAt: Date | null }>,
): Promise<void> {
  await sql`
    update sla_tickets t set next_at = it.next_at
    from unnest(${tickets.map((it) => it.id)}::uuid[], ${tickets.map((it) => it.nextAt)}::timestamptz[]) as it (id, next_at)
    where t.ticket_id = it.id and t.next_at is distinct from it.next_at
  `.execute(tx.sql);
}

/** Takes tickets at which something is to be done now, soonest first, but those that another sweep holds; held until the end of the transaction. */
export async function takeDue(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ ticket_id: string }>`
    select ticket_id from sla_tickets where next_at <= ${tx.now} order by next_at limit ${limit} for update skip locked
  `.execute(tx.sql);
  return rows.map((row) => row.ticket_id);
}

/** The next sweeps leave a ticket alone until then. */
export async function postpone(tx: Tx, ticketId: string, until: Date): Promise<void> {
  await tx.sql.updateTable('sla_tickets').set({ next_at: until }).where('ticket_id', '=', ticketId).execute();
}

/** The measured tickets of conversations. */
export async function ticketsOfConversations(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ ticket_id: string }>`${prepared}
    select ticket_id from sla_tickets where conversation_id = any(${ids}::uuid[])
  `.execute(reader.sql);
  return rows.map((row) => row.ticket_id);
}

/** What facts of tickets led to, by their event. */
export async function listChoices(
  reader: Reader,
  ticketIds: readonly string[],
): Promise<Map<string, Promised | null>> {
  const rows = await reader.sql
    .selectFrom('sla_choices')
    .select(['event_id', 'promise'])
    .where('ticket_id', '=', (of) => of.fn.any(of.val(ticketIds as string[])))
    .execute();
  return new Map(rows.map((row) => [row.event_id, row.promise === null ? null : promise.parse(row.promise)]));
}

export async function insertChoices(
  tx: Tx,
  choices: ReadonlyArray<{ ticketId: string; eventId: string; promised: Promised | null }>,
): Promise<void> {
  if (choices.length === 0) return;
  await sql`${prepared}
    insert into sla_choices (ticket_id, event_id, promise)
    select ticket_id, event_id, promise::jsonb from unnest(
      ${choices.map((it) => it.ticketId)}::uuid[], ${choices.map((it) => it.eventId)}::uuid[],
      ${choices.map((it) => it.promised && JSON.stringify(it.promised))}::text[]
    ) as it (ticket_id, event_id, promise)
  `.execute(tx.sql);
}
