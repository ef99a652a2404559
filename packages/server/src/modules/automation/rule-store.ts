import { type RuleBody, ruleBody } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { AutomationRules } from '../../platform/database/database-types.ts';
import type { RuleRecord } from './rule.ts';

function recordOf(row: Selectable<AutomationRules>): RuleRecord {
  const { id, position, name, enabled, trigger, conditions, actions } = row;
  return {
    ...ruleBody.parse({ name, enabled, trigger, conditions, actions }),
    id,
    position,
    updatedAt: row.updated_at,
    sweptAt: row.swept_at,
  };
}

/** All rules in their order. */
export async function listRules(reader: Reader): Promise<RuleRecord[]> {
  const rows = await reader.sql
    .selectFrom('automation_rules')
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

/** Nobody else changes rules until the end of the transaction. */
export async function holdRules(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('automation.rules'))`.execute(tx.sql);
}

export async function saveRule(tx: Tx, id: string, position: number, body: RuleBody): Promise<void> {
  const columns = {
    position,
    name: body.name,
    enabled: body.enabled,
    trigger: JSON.stringify(body.trigger),
    conditions: JSON.stringify(body.conditions),
    actions: JSON.stringify(body.actions),
    updated_at: tx.now,
  };
  await tx.sql
    .insertInto('automation_rules')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

/** False if there is none. */
export async function deleteRuleRow(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('automation_rules')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Positions 1, 2, ... in the order of the ids. */
export async function placeRules(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update automation_rules r set position = it.position
    from unnest(${ids}::uuid[]) with ordinality as it (id, position) where r.id = it.id
  `.execute(tx.sql);
}

/** Says that a rule has looked through the tickets. */
export async function markSwept(tx: Tx, id: string): Promise<void> {
  await tx.sql.updateTable('automation_rules').set({ swept_at: tx.now }).where('id', '=', id).execute();
}
