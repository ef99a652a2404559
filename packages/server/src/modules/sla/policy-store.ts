import { type PolicyBody, policyBody, type SlaPolicy } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';

/** All policies in their order. */
export async function listPolicies(reader: Reader): Promise<SlaPolicy[]> {
  const rows = await reader.sql
    .selectFrom('sla_policies')
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id, position, calendar_id, warn_share, ...rest }) => ({
    id,
    position,
    ...policyBody.parse({ ...rest, calendarId: calendar_id, warnShare: warn_share }),
  }));
}

/** Nobody else changes policies until the end of the transaction. */
export async function holdPolicies(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sla.policies'))`.execute(tx.sql);
}

export async function savePolicy(tx: Tx, id: string, position: number, body: PolicyBody): Promise<void> {
  const columns = {
    position,
    name: body.name,
    enabled: body.enabled,
    conditions: JSON.stringify(body.conditions),
    targets: JSON.stringify(body.targets),
    calendar_id: body.calendarId,
    warn_share: body.warnShare,
    steps: JSON.stringify(body.steps),
  };
  await tx.sql
    .insertInto('sla_policies')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

/** False if there is none. */
export async function deletePolicyRow(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.sql.deleteFrom('sla_policies').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Positions 1, 2, ... in the order of the ids. */
export async function placePolicies(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update sla_policies p set position = it.position
    from unnest(${ids}::uuid[]) with ordinality as it (id, position) where p.id = it.id
  `.execute(tx.sql);
}
