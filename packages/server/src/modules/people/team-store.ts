import type { Team } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';

/** Teams by name: those with these ids, or all. */
export async function listTeams(reader: Reader, ids?: readonly string[]): Promise<Team[]> {
  if (ids?.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('teams')
    .select(['id', 'name', 'description', 'skill'])
    .select(
      sql<string[]>`array(select agent_id from team_members where team_id = teams.id order by agent_id)`.as(
        'members',
      ),
    )
    .$if(ids !== undefined, (query) => query.where('id', '=', (of) => of.fn.any(of.val(ids as string[]))))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ members, ...row }) => ({ ...row, memberIds: members }));
}

/** Holds teams until the end of the transaction, so that none is removed meanwhile. Answers the ids that exist. */
export async function lockTeams(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('teams')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return new Set(rows.map((row) => row.id));
}

export async function insertTeam(
  tx: Tx,
  team: Pick<Team, 'id' | 'name' | 'description' | 'skill'>,
): Promise<void> {
  await tx.sql
    .insertInto('teams')
    .values({ ...team, created_at: tx.now })
    .execute();
}

export async function saveTeam(
  tx: Tx,
  id: string,
  change: Partial<Pick<Team, 'name' | 'description' | 'skill'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tx.sql.updateTable('teams').set(change).where('id', '=', id).execute();
}

/** Removes a team and its memberships. The database refuses (see isInUse) while something else refers to it. */
export async function removeTeam(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('teams').where('id', '=', id).execute();
}

/** Whether an error of the database says that a row is still referred to. */
export function isInUse(error: unknown): boolean {
  return (error as { code?: string }).code === '23503';
}

/** The ids of an agent's teams. */
export async function listTeamsOf(reader: Reader, agentId: string): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('team_members')
    .select('team_id')
    .where('agent_id', '=', agentId)
    .orderBy('team_id')
    .execute();
  return rows.map((row) => row.team_id);
}

/** Makes these an agent's teams; answers whether that changed anything. */
export async function replaceTeamsOf(tx: Tx, agentId: string, teamIds: readonly string[]): Promise<boolean> {
  const removed = await tx.sql
    .deleteFrom('team_members')
    .where('agent_id', '=', agentId)
    .where('team_id', '<>', (of) => sql`all(${of.val(teamIds as string[])}::uuid[])`)
    .executeTakeFirst();
  const added = await addMembers(
    tx,
    teamIds.map((teamId) => ({ teamId, agentId })),
  );
  return removed.numDeletedRows > 0n || added.length > 0;
}

/** Makes these a team's members; answers who came and who left. */
export async function replaceMembers(
  tx: Tx,
  teamId: string,
  agentIds: readonly string[],
): Promise<{ added: string[]; removed: string[] }> {
  const removed = await tx.sql
    .deleteFrom('team_members')
    .where('team_id', '=', teamId)
    .where('agent_id', '<>', (of) => sql`all(${of.val(agentIds as string[])}::uuid[])`)
    .returning('agent_id')
    .execute();
  const added = await addMembers(
    tx,
    agentIds.map((agentId) => ({ teamId, agentId })),
  );
  return { added, removed: removed.map((row) => row.agent_id) };
}

async function addMembers(
  tx: Tx,
  members: ReadonlyArray<{ teamId: string; agentId: string }>,
): Promise<string[]> {
  if (members.length === 0) return [];
  const rows = await tx.sql
    .insertInto('team_members')
    .values(members.map((it) => ({ team_id: it.teamId, agent_id: it.agentId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('agent_id')
    .execute();
  return rows.map((row) => row.agent_id);
}
