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
  askable: z.array(z.enum(['second_channel', 'own_activity'])),
});

const recordOf = (row: Selectable<AccountRecoveries>): RecoveryRecord => ({
  id: row.id,
  ticketId: row.ticket_id,
  claimantId: row.claimant_id,
  uid: row.uid,
  holderId: row.holder_id,
  contested: row.contested,
  addressProvenAt: row.address_proven_at,
  channelProvenAt: row.channel_proven_at,
  documentProvenAt: row.document_proven_at,
  activityProvenAt: row.activity_proven_at,
  activityTries: row.activity_tries,
  requestedAt: row.requested_at,
  firstBy: row.first_by,
  decidedBy: row.decided_by,
  until: row.until,
  grantedAt: row.granted_at,
  conversationId: row.conversation_id,
  ...kept.parse(row),
});

const changing = (it: RecoveryRecord) => ({
  tier: it.tier,
  reasons: [...it.reasons],
  contested: it.contested,
  address_proven_at: it.addressProvenAt,
  channel_proven_at: it.channelProvenAt,
  document_proven_at: it.documentProvenAt,
  activity_proven_at: it.activityProvenAt,
  activity_tries: it.activityTries,
  state: it.state,
  first_by: it.firstBy,
  decided_by: it.decidedBy,
  notes: JSON.stringify(it.notes),
  until: it.until,
  granted_at: it.grantedAt,
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
      askable: [...it.askable],
      conversation_id: it.conversationId,
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

/** Holds the number of an account until the end of the transaction: who begins or decides does it first, and so sees what others did. */
export async function lockUid(tx: Tx, uid: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`recovery:${uid}`}, 0))`.execute(tx.sql);
}

/** All that are open for an account, held; after `lockUid`. */
export async function lockOpenOf(tx: Tx, uid: string): Promise<RecoveryRecord[]> {
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

/** All that are open for these accounts, the oldest first. */
export async function listOpenOf(reader: Reader, uids: readonly string[]): Promise<RecoveryRecord[]> {
  const rows = await reader.sql
    .selectFrom('account_recoveries')
    .selectAll()
    .where('uid', '=', (of) => of.fn.any(of.val(uids as string[])))
    .where('state', 'in', openStates)
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

/** Those of these accounts that were granted since then, the latest first. */
export async function listGrantedOf(
  reader: Reader,
  uids: readonly string[],
  since: Date,
): Promise<RecoveryRecord[]> {
  const rows = await reader.sql
    .selectFrom('account_recoveries')
    .selectAll()
    .where('uid', '=', (of) => of.fn.any(of.val(uids as string[])))
    .where('granted_at', '>', since)
    .orderBy('granted_at', 'desc')
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
