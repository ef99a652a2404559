import type { SlaKind } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { SlaAlerts } from '../../platform/database/database-types.ts';

/** Something that an agent is told of until they acknowledge it, or nobody waits for it any more. */
export interface AlertRecord {
  readonly id: string;
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly agentId: string;
  readonly kind: SlaKind;
  readonly round: number;
  readonly share: number;
  readonly dueAt: Date | null;
  /** The place in the row of those on call; null for who is told anyway. */
  readonly onCallPlace: number | null;
  readonly createdAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly clearedAt: Date | null;
}

const recordOf = (row: Selectable<SlaAlerts>): AlertRecord => ({
  id: row.id,
  ticketId: row.ticket_id,
  ticketNumber: row.ticket_number,
  agentId: row.agent_id,
  kind: row.kind as SlaKind,
  round: row.round,
  share: row.share,
  dueAt: row.due_at,
  onCallPlace: row.on_call_place,
  createdAt: row.created_at,
  acknowledgedAt: row.acknowledged_at,
  clearedAt: row.cleared_at,
});

export async function insertAlerts(tx: Tx, alerts: readonly AlertRecord[]): Promise<void> {
  if (alerts.length === 0) return;
  const rows = alerts.map((alert) => ({
    id: alert.id,
    ticket_id: alert.ticketId,
    ticket_number: alert.ticketNumber,
    agent_id: alert.agentId,
    kind: alert.kind,
    round: alert.round,
    share: alert.share,
    due_at: alert.dueAt,
    on_call_place: alert.onCallPlace,
    created_at: alert.createdAt,
    acknowledged_at: alert.acknowledgedAt,
    cleared_at: alert.clearedAt,
  }));
  await sql`
    insert into sla_alerts select * from jsonb_populate_recordset(null::sla_alerts, ${JSON.stringify(rows)}::jsonb)
  `.execute(tx.sql);
}

/** Who on call was told about tickets, in the order of their places, and then what others were told and still see. */
export async function listTold(reader: Reader, ticketIds: readonly string[]): Promise<AlertRecord[]> {
  const rows = await reader.sql
    .selectFrom('sla_alerts')
    .selectAll()
    .where('ticket_id', '=', (of) => of.fn.any(of.val(ticketIds as string[])))
    .where((of) =>
      of.or([
        of('on_call_place', 'is not', null),
        of.and([of('acknowledged_at', 'is', null), of('cleared_at', 'is', null)]),
      ]),
    )
    .orderBy('on_call_place')
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

/** What an agent was told of and still has to look at, latest first. */
export async function listAlerts(reader: Reader, agentId: string, limit: number): Promise<AlertRecord[]> {
  const rows = await reader.sql
    .selectFrom('sla_alerts')
    .selectAll()
    .where('agent_id', '=', agentId)
    .where('acknowledged_at', 'is', null)
    .where('cleared_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** An agent's alert, held until the end of the transaction; undefined when it is not theirs. */
export async function lockAlert(tx: Tx, agentId: string, id: string): Promise<AlertRecord | undefined> {
  const row = await tx.sql
    .selectFrom('sla_alerts')
    .selectAll()
    .where('id', '=', id)
    .where('agent_id', '=', agentId)
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** What an agent has not acknowledged and was told up to a moment, held until the end of the transaction. */
export async function lockAlertsUpTo(tx: Tx, agentId: string, until: Date): Promise<AlertRecord[]> {
  const rows = await tx.sql
    .selectFrom('sla_alerts')
    .selectAll()
    .where('agent_id', '=', agentId)
    .where('acknowledged_at', 'is', null)
    .where('cleared_at', 'is', null)
    .where('created_at', '<=', until)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(recordOf);
}

export async function markAcknowledged(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql
    .updateTable('sla_alerts')
    .set({ acknowledged_at: tx.now })
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
}

/** Notes that these need not be looked at any more; answers those that nobody acknowledged meanwhile. */
export async function markCleared(tx: Tx, ids: readonly string[]): Promise<AlertRecord[]> {
  const rows = await tx.sql
    .updateTable('sla_alerts')
    .set({ cleared_at: tx.now })
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('acknowledged_at', 'is', null)
    .where('cleared_at', 'is', null)
    .returningAll()
    .execute();
  return rows.map(recordOf);
}
