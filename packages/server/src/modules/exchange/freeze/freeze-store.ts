import type { FreezeReason, FreezeState } from '@fairlead/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { AccountFreezes } from '../../../platform/database/database-types.ts';
import type { FreezeRecord } from './freeze-rules.ts';

const recordOf = (row: Selectable<AccountFreezes>): FreezeRecord => ({
  id: row.id,
  customerId: row.customer_id,
  conversationId: row.conversation_id,
  reason: row.reason as FreezeReason,
  note: row.note,
  state: row.state as FreezeState,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  frozenAt: row.frozen_at,
});

/** False where one for this customer is under way already. */
export async function insertFreeze(tx: Tx, record: FreezeRecord): Promise<boolean> {
  const row = await tx.sql
    .insertInto('account_freezes')
    .values({
      id: record.id,
      customer_id: record.customerId,
      conversation_id: record.conversationId,
      reason: record.reason,
      note: record.note,
      state: record.state,
      requested_by: record.requestedBy,
      requested_at: record.requestedAt,
      decided_by: record.decidedBy,
      decided_at: record.decidedAt,
      frozen_at: record.frozenAt,
    })
    .onConflict((of) => of.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockFreeze(tx: Tx, id: string): Promise<FreezeRecord | undefined> {
  const row = await tx.sql
    .selectFrom('account_freezes')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The one of a customer that is neither done nor refused. */
export async function lockOpenFreeze(tx: Tx, customerId: string): Promise<FreezeRecord | undefined> {
  const row = await tx.sql
    .selectFrom('account_freezes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('state', 'in', ['waiting', 'approved'])
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

export async function saveFreeze(tx: Tx, record: FreezeRecord): Promise<void> {
  await tx.sql
    .updateTable('account_freezes')
    .set({
      state: record.state,
      decided_by: record.decidedBy,
      decided_at: record.decidedAt,
      frozen_at: record.frozenAt,
    })
    .where('id', '=', record.id)
    .execute();
}

export async function findFreeze(reader: Reader, id: string): Promise<FreezeRecord | undefined> {
  const row = await reader.sql
    .selectFrom('account_freezes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The newest first. */
export async function listFreezesOf(
  reader: Reader,
  customerId: string,
  limit: number,
): Promise<FreezeRecord[]> {
  const rows = await reader.sql
    .selectFrom('account_freezes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('requested_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** Those that wait, the oldest first; then so many of the others, the newest first. */
export async function listFreezes(reader: Reader, others: number): Promise<FreezeRecord[]> {
  const waiting = reader.sql
    .selectFrom('account_freezes')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('requested_at')
    .execute();
  const rest = reader.sql
    .selectFrom('account_freezes')
    .selectAll()
    .where('state', '<>', 'waiting')
    .orderBy('requested_at', 'desc')
    .limit(others)
    .execute();
  return [...(await waiting), ...(await rest)].map(recordOf);
}
