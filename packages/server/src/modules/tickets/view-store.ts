import { type TicketView, viewFilter } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { TicketViews } from '../../platform/database/database-types.ts';

/** A saved view as this module thinks of it. */
export type ViewRecord = Omit<TicketView, 'editable' | 'updatedAt'> & { updatedAt: Date };

const recordOf = (row: Selectable<TicketViews>): ViewRecord => ({
  id: row.id,
  name: row.name,
  filter: viewFilter.parse(row.filter),
  columns: row.columns as TicketView['columns'],
  sort: row.sort as TicketView['sort'],
  direction: row.direction as TicketView['direction'],
  sharing: row.team_id ? { teamId: row.team_id } : (row.sharing as 'personal' | 'all'),
  ownerId: row.owner_id,
  updatedAt: row.updated_at,
});

/** The views that somebody has: their own, those of these teams, and those for all, by name. */
export async function listViewsFor(
  reader: Reader,
  agentId: string,
  teamIds: readonly string[],
): Promise<ViewRecord[]> {
  const rows = await reader.sql
    .selectFrom('ticket_views')
    .selectAll()
    .where((of) =>
      of.or([
        of('owner_id', '=', agentId),
        of('sharing', '=', 'all'),
        of('team_id', '=', of.fn.any(of.val(teamIds as string[]))),
      ]),
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

export async function findView(reader: Reader, id: string): Promise<ViewRecord | undefined> {
  const row = await reader.sql.selectFrom('ticket_views').selectAll().where('id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** How many views somebody has saved. */
export async function countViewsOf(reader: Reader, agentId: string): Promise<number> {
  const row = await reader.sql
    .selectFrom('ticket_views')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('owner_id', '=', agentId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Adds a view, or saves a changed one. */
export async function putView(tx: Tx, view: ViewRecord): Promise<void> {
  const columns = {
    name: view.name,
    filter: JSON.stringify(view.filter),
    columns: [...view.columns],
    sort: view.sort,
    direction: view.direction,
    sharing: typeof view.sharing === 'string' ? view.sharing : 'team',
    team_id: typeof view.sharing === 'string' ? null : view.sharing.teamId,
    updated_at: view.updatedAt,
  };
  await tx.sql
    .insertInto('ticket_views')
    .values({ id: view.id, owner_id: view.ownerId, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

/** Makes what is shared with a team its owners' own; answers the ids. */
export async function makeViewsPersonal(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.sql
    .updateTable('ticket_views')
    .set({ sharing: 'personal', team_id: null, updated_at: tx.now })
    .where('team_id', '=', teamId)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id).sort();
}

export async function removeView(tx: Tx, id: string): Promise<void> {
  await sql`delete from ticket_views where id = ${id}`.execute(tx.sql);
}
