import { sql } from 'kysely';
import type { Reader } from '../../platform/database/database.ts';
import { type TicketScope, ticketsReached } from '../tickets/index.ts';

/** Where a page of the list begins: after this ticket. */
export interface DuePlace {
  readonly dueAt: Date;
  readonly ticketId: string;
}

/** Tickets within reach that are due before a moment, soonest first. */
export async function listDue(
  reader: Reader,
  scope: TicketScope,
  wanted: {
    before: Date;
    teamId?: string | undefined;
    assigneeId?: string | undefined;
    after: DuePlace | null;
    limit: number;
  },
): Promise<DuePlace[]> {
  const { before, teamId, assigneeId, after, limit } = wanted;
  const beyond = after
    ? sql`and (t.due_order, t.id) > (${after.dueAt}::timestamptz, ${after.ticketId}::uuid)`
    : sql``;
  const { rows } = await sql<{ ticket_id: string; due_at: Date }>`
    select t.id as ticket_id, t.due_at from tickets t
    where t.due_order <= ${before} ${beyond} and ${ticketsReached(scope)}
      ${teamId ? sql`and t.team_id = ${teamId}::uuid` : sql``}
      ${assigneeId ? sql`and t.assignee_id = ${assigneeId}::uuid` : sql``}
    order by t.due_order, t.id limit ${limit}
  `.execute(reader.sql);
  return rows.map((row) => ({ ticketId: row.ticket_id, dueAt: row.due_at }));
}

/** How many tickets within reach are late now, and how many will be by a moment. */
export async function countDue(
  reader: Reader,
  scope: TicketScope,
  by: Date,
): Promise<{ breached: number; dueSoon: number }> {
  const { rows } = await sql<{ breached: number; due_soon: number }>`
    select count(*) filter (where t.due_order <= ${reader.now}) as breached,
      count(*) filter (where t.due_order > ${reader.now}) as due_soon
    from tickets t where t.due_order <= ${by} and ${ticketsReached(scope)}
  `.execute(reader.sql);
  return { breached: rows[0]?.breached ?? 0, dueSoon: rows[0]?.due_soon ?? 0 };
}
