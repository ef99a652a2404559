import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';

/** How a merge found its two tickets, as far as taking it back needs. */
export const mergeBefore = z.object({
  status: z.enum(['new', 'open', 'pending', 'on_hold', 'solved']),
  statusAt: z.coerce.date(),
  solvedAt: z.coerce.date().nullable(),
  /** What the target got that it did not have. */
  addedFollowers: z.array(z.string()),
  addedTags: z.array(z.string()),
  /** Back-office tickets that are the target's since then. */
  movedChildren: z.array(z.string()).default([]),
  /** Links by which the target is on the trackers of the source. */
  addedLinks: z.array(z.string()).default([]),
});
type MergeBefore = z.infer<typeof mergeBefore>;

export interface MergeRecord {
  readonly id: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly mergedAt: Date;
  readonly before: MergeBefore;
}

/** The merge of a ticket into another that was not taken back, or undefined. */
export async function findMerge(reader: Reader, sourceId: string): Promise<MergeRecord | undefined> {
  const row = await reader.sql
    .selectFrom('ticket_merges')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('undone_at', 'is', null)
    .orderBy('merged_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      sourceId: row.source_id,
      targetId: row.target_id,
      mergedAt: row.merged_at,
      before: mergeBefore.parse(row.before),
    }
  );
}

export async function insertMerge(tx: Tx, merge: MergeRecord): Promise<void> {
  await tx.sql
    .insertInto('ticket_merges')
    .values({
      id: merge.id,
      source_id: merge.sourceId,
      target_id: merge.targetId,
      merged_at: merge.mergedAt,
      before: JSON.stringify(merge.before),
    })
    .execute();
}

export async function markUndone(tx: Tx, mergeId: string): Promise<void> {
  await tx.sql.updateTable('ticket_merges').set({ undone_at: tx.now }).where('id', '=', mergeId).execute();
}
