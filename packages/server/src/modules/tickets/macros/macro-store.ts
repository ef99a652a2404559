import { macro } from '@fairlead/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Macros } from '../../../platform/database/database-types.ts';
import type { MacroRecord } from './macro-rules.ts';

const recordOf = (row: Selectable<Macros>): MacroRecord => ({
  id: row.id,
  name: row.name,
  folder: row.folder,
  sharing: row.team_id ? { teamId: row.team_id } : (row.sharing as 'personal' | 'all'),
  ownerId: row.owner_id,
  texts: macro.shape.texts.parse(row.texts),
  actions: macro.shape.actions.parse(row.actions),
  updatedAt: row.updated_at,
});

/** The macros that somebody has: their own, those of these teams (`null` for every team), and those for all; by folder and name. */
export async function listMacrosFor(
  reader: Reader,
  agentId: string,
  teamIds: readonly string[] | null,
): Promise<MacroRecord[]> {
  const rows = await reader.sql
    .selectFrom('macros')
    .selectAll()
    .where((of) =>
      of.or([
        of('owner_id', '=', agentId),
        of('sharing', '=', 'all'),
        teamIds ? of('team_id', '=', of.fn.any(of.val(teamIds as string[]))) : of('sharing', '=', 'team'),
      ]),
    )
    .orderBy('folder')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

/** The macros that more than their owner have. */
export async function listSharedMacros(reader: Reader): Promise<MacroRecord[]> {
  const rows = await reader.sql.selectFrom('macros').selectAll().where('sharing', '<>', 'personal').execute();
  return rows.map(recordOf);
}

export async function findMacro(reader: Reader, id: string): Promise<MacroRecord | undefined> {
  const row = await reader.sql.selectFrom('macros').selectAll().where('id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** How many macros somebody has saved. */
export async function countMacrosOf(reader: Reader, agentId: string): Promise<number> {
  const row = await reader.sql
    .selectFrom('macros')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('owner_id', '=', agentId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Adds a macro, or saves a changed one. */
export async function putMacro(tx: Tx, record: MacroRecord): Promise<void> {
  const { sharing } = record;
  const columns = {
    name: record.name,
    folder: record.folder,
    sharing: typeof sharing === 'object' ? 'team' : sharing,
    team_id: typeof sharing === 'object' ? sharing.teamId : null,
    texts: JSON.stringify(record.texts),
    actions: JSON.stringify(record.actions),
    updated_at: record.updatedAt,
  };
  await tx.sql
    .insertInto('macros')
    .values({ id: record.id, owner_id: record.ownerId, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

/** Makes what is shared with a team its owners' own; answers the ids. */
export async function makeMacrosPersonal(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.sql
    .updateTable('macros')
    .set({ sharing: 'personal', team_id: null, updated_at: tx.now })
    .where('team_id', '=', teamId)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id).sort();
}

export async function removeMacro(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('macros').where('id', '=', id).execute();
}

/** In how many messages each of these macros was used, and when last; those that never were are left out. */
export async function readUses(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, { uses: number; usedAt: Date }>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom('macro_uses')
    .select((of) => ['macro_id', of.fn.countAll<number>().as('uses'), of.fn.max('used_at').as('usedAt')])
    .where('macro_id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .groupBy('macro_id')
    .execute();
  return new Map(rows.map(({ macro_id, uses, usedAt }) => [macro_id, { uses, usedAt }]));
}

/** Notes that a macro was used in a message; the same again changes nothing. */
export async function putUse(
  tx: Tx,
  use: { conversationId: string; messageId: string; macroId: string; agentId: string },
): Promise<void> {
  await tx.sql
    .insertInto('macro_uses')
    .values({
      conversation_id: use.conversationId,
      message_id: use.messageId,
      macro_id: use.macroId,
      agent_id: use.agentId,
      used_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The names of the macros that replies of a conversation were made with, each once, the first used first. */
export async function macrosUsedIn(reader: Reader, conversationId: string): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('macro_uses as u')
    .innerJoin('macros as m', 'm.id', 'u.macro_id')
    .select(['m.name', (of) => of.fn.min('u.used_at').as('first')])
    .where('u.conversation_id', '=', conversationId)
    .groupBy(['m.id', 'm.name'])
    .orderBy('first')
    .execute();
  return rows.map(({ name }) => name);
}
