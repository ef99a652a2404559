import { locale, type TicketStatus, type TrackerRun, ticketStatus } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { TrackerRuns } from '../../platform/database/database-types.ts';

const texts = z.partialRecord(locale, z.string());

/** Something that is done to all tickets of a tracker, as this module thinks of it. */
export interface RunRecord {
  readonly id: string;
  readonly trackerId: string;
  readonly agentId: string;
  readonly clientKey: string;
  readonly kind: TrackerRun['kind'];
  readonly texts: z.infer<typeof texts>;
  readonly fallback: z.infer<typeof locale> | null;
  readonly status: TicketStatus | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const recordOf = (row: Selectable<TrackerRuns>): RunRecord => ({
  id: row.id,
  trackerId: row.tracker_id,
  agentId: row.agent_id,
  clientKey: row.client_key,
  kind: row.kind as RunRecord['kind'],
  texts: texts.parse(row.texts),
  fallback: locale.nullable().parse(row.fallback),
  status: ticketStatus.nullable().parse(row.status),
  createdAt: row.created_at,
  finishedAt: row.finished_at,
});

/** Adds a run with all tickets that are on the tracker now, but those that were merged: where they went on is on it too. False when its key was used before. */
export async function insertRun(tx: Tx, run: RunRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('tracker_runs')
    .values({
      id: run.id,
      tracker_id: run.trackerId,
      agent_id: run.agentId,
      client_key: run.clientKey,
      kind: run.kind,
      texts: JSON.stringify(run.texts),
      fallback: run.fallback,
      status: run.status,
      created_at: run.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['tracker_id', 'client_key']).doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return false;
  await sql`
    insert into tracker_run_tickets (run_id, ticket_id)
    select ${run.id}::uuid, l.from_id from ticket_links l join tickets t on t.id = l.from_id
    where l.to_id = ${run.trackerId} and l.kind = 'caused_by' and t.merged_into_id is null
  `.execute(tx.sql);
  return true;
}

export async function findRun(reader: Reader, id: string): Promise<RunRecord | undefined> {
  const row = await reader.sql.selectFrom('tracker_runs').selectAll().where('id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** A tracker's runs with how far they have come, newest first; or the one with this key. */
export async function listRuns(
  reader: Reader,
  trackerId: string,
  clientKey: string | null = null,
): Promise<TrackerRun[]> {
  const { rows } = await sql<Selectable<TrackerRuns> & { total: number; done: number; failed: number }>`
    select r.*, t.* from tracker_runs r cross join lateral (
      select count(*) as total, count(*) filter (where state = 'done') as done,
        count(*) filter (where state = 'failed') as failed
      from tracker_run_tickets where run_id = r.id
    ) t
    where r.tracker_id = ${trackerId} and (${clientKey}::text is null or r.client_key = ${clientKey})
    order by r.id desc limit 50
  `.execute(reader.sql);
  return rows.map((row) => ({
    id: row.id,
    trackerId: row.tracker_id,
    kind: row.kind as RunRecord['kind'],
    total: row.total,
    done: row.done,
    failed: row.failed,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }));
}

/** The next ticket that a run has not come to, or undefined. */
export async function nextOfRun(reader: Reader, runId: string): Promise<string | undefined> {
  const row = await reader.sql
    .selectFrom('tracker_run_tickets')
    .select('ticket_id')
    .where('run_id', '=', runId)
    .where('state', '=', 'waiting')
    .orderBy('ticket_id')
    .limit(1)
    .executeTakeFirst();
  return row?.ticket_id;
}

/** Whether a run still has to do a ticket; held until the end of the transaction, so that it is done once. */
export async function lockOfRun(tx: Tx, runId: string, ticketId: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('tracker_run_tickets')
    .select('state')
    .where('run_id', '=', runId)
    .where('ticket_id', '=', ticketId)
    .forUpdate()
    .executeTakeFirst();
  return row?.state === 'waiting';
}

export async function markOfRun(
  tx: Tx,
  runId: string,
  ticketId: string,
  state: 'done' | 'failed',
): Promise<void> {
  await tx.sql
    .updateTable('tracker_run_tickets')
    .set({ state })
    .where('run_id', '=', runId)
    .where('ticket_id', '=', ticketId)
    .execute();
}

/** A run has a ticket no more, done or not. */
export async function leaveOutOfRun(tx: Tx, runId: string, ticketId: string): Promise<void> {
  await tx.sql
    .deleteFrom('tracker_run_tickets')
    .where('run_id', '=', runId)
    .where('ticket_id', '=', ticketId)
    .execute();
}

export async function finishRun(tx: Tx, runId: string): Promise<void> {
  await tx.sql
    .updateTable('tracker_runs')
    .set({ finished_at: tx.now })
    .where('id', '=', runId)
    .where('finished_at', 'is', null)
    .execute();
}
