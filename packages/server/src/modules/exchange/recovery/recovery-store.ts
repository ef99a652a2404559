import { lostAccess, recoveryReasons, recoveryState, recoveryTier } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { AccountRecoveries } from '../../../platform/database/database-types.ts';
import { openStates, type RecoveryRecord } from './ladder.ts';

const kept = z.object({
  lost: z.array(lostAccess),
  tier: recoveryTier,
  reasons: z.array(z.enum(recoveryReasons)),
  state: recoveryState,
  notes: z.array(z.object({ by: z.string(), at: z.string(), text: z.string() })),
});

const recordOf = (row: Selectable<AccountRecoveries>): RecoveryRecord => ({
  id: row.id,
  ticketId: row.ticket_id,
  claimantId: row.claimant_id,
  uid: row.uid,
  holderId: row.holder_id,
  contested: row.contested,
  addressProvenAt: row.address_proven_at,
  documentProvenAt: row.document_proven_at,
  requestedAt: row.requested_at,
  firstBy: row.first_by,
  decidedBy: row.decided_by,
  until: row.until,
  ...kept.parse(row),
});

const changing = (it: RecoveryRecord) => ({
  tier: it.tier,
  reasons: [...it.reasons],
  contested: it.contested,
  address_proven_at: it.addressProvenAt,
  document_proven_at: it.documentProvenAt,
  state: it.state,
  first_by: it.firstBy,
  decided_by: it.decidedBy,
  notes: JSON.stringify(it.notes),
  until: it.until,
});

/** False if there is one on the ticket already. */
export async function insertRecovery(tx: Tx, it: RecoveryRecord): Promise<boolean> {
  const row = await tx.sql
    .insertInto('account_recoveries')
    .values({
      id: it.id,
      ticket_id: it.ticketId,
      claimant_id: it.claimantId,
      uid: it.uid,
      holder_id: it.holderId,
      lost: [...it.lost],
      requested_at: it.requestedAt,
      ...changing(it),
    })
    .onConflict((of) => of.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveRecovery(tx: Tx, it: RecoveryRecord): Promise<void> {
  await tx.sql.updateTable('account_recoveries').set(changing(it)).where('id', '=', it.id).execute();
}

export async function lockRecovery(tx: Tx, id: string): Promise<RecoveryRecord | undefined> {
  const row = await tx.sql
    .selectFrom('account_recoveries')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** All that are open for an account, held. Who begins one holds the number first, so that of two that begin at once the later sees the other. */
export async function lockOpenOf(tx: Tx, uid: string): Promise<RecoveryRecord[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`recovery:${uid}`}, 0))`.execute(tx.sql);
  const rows = await tx.sql
    .selectFrom('account_recoveries')
    .selectAll()
    .where('uid', '=', uid)
    .where('state', 'in', openStates)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(recordOf);
}

export async function findRecovery(reader: Reader, id: string): Promise<RecoveryRecord | undefined> {
  const row = await reader.sql
    .selectFrom('account_recoveries')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

export async function findRecoveryOn(reader: Reader, ticketId: string): Promise<RecoveryRecord | undefined> {
  const row = await reader.sql
    .selectFrom('account_recoveries')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Those that are open, the oldest first; then so many of the others, the newest first. */
export async function listRecoveries(reader: Reader, others: number): Promise<RecoveryRecord[]> {
  const all = reader.sql.selectFrom('account_recoveries').selectAll();
  const open = await all.where('state', 'in', openStates).orderBy('requested_at').limit(500).execute();
  const rest = await all
    .where('state', 'not in', openStates)
    .orderBy('requested_at', 'desc')
    .limit(others)
    .execute();
  return [...open, ...rest].map(recordOf);
}

/** Those for which time has done its part. */
export async function listDue(reader: Reader, now: Date): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('account_recoveries')
    .select('id')
    .where('until', '<=', now)
    .orderBy('until')
    .limit(200)
    .execute();
  return rows.map(({ id }) => id);
}
