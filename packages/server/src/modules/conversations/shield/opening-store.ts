import { type RemovedKind, removedKinds, type SealReason, sealReasons } from '@fairlead/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';

/** That an agent opened a sealed original. */
export interface OpeningRecord {
  readonly id: string;
  readonly conversationId: string;
  readonly removalId: string;
  readonly kind: RemovedKind;
  readonly agentId: string;
  readonly reason: SealReason;
  readonly note: string;
  readonly openedAt: Date;
}

/** Has openings by one agent wait for each other until the end of the transaction, so that two at once count as two. */
export async function queueUpOpenings(tx: Tx, agentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`shield opening ${agentId}`}, 0))`.execute(
    tx.sql,
  );
}

export async function countOpeningsSince(reader: Reader, agentId: string, since: Date): Promise<number> {
  const { count } = await reader.sql
    .selectFrom('shield_openings')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('agent_id', '=', agentId)
    .where('opened_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertSealOpening(tx: Tx, it: OpeningRecord): Promise<void> {
  await tx.sql
    .insertInto('shield_openings')
    .values({
      id: it.id,
      conversation_id: it.conversationId,
      removal_id: it.removalId,
      kind: it.kind,
      agent_id: it.agentId,
      reason: it.reason,
      note: it.note,
      opened_at: it.openedAt,
    })
    .execute();
}

/** The latest first. */
export async function listSealOpenings(reader: Reader, limit: number): Promise<OpeningRecord[]> {
  const rows = await reader.sql
    .selectFrom('shield_openings')
    .selectAll()
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    removalId: row.removal_id,
    kind: z.enum(removedKinds).parse(row.kind),
    agentId: row.agent_id,
    reason: z.enum(sealReasons).parse(row.reason),
    note: row.note,
    openedAt: row.opened_at,
  }));
}
