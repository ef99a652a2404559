import type { AgentActor, CustomerActor } from '../actor.ts';
import type { Reader, Tx } from '../database/database.ts';
import { fail } from '../fail.ts';

/** Who sends a file. */
export type UploadOwner = AgentActor | CustomerActor;

/** What a file is sent for: an upload begun for one thing is not there for another. */
export type UploadPurpose = 'message' | 'article';

/** A file on its way. */
export interface UploadRow {
  id: string;
  name: string;
  size: number;
  received: number;
  completed: boolean;
}

/** Where the bytes of one chunk wait for the others. */
export const chunkKey = (uploadId: string, offset: number) =>
  `uploads/${uploadId}/${String(offset).padStart(12, '0')}`;

export async function insertUpload(
  tx: Tx,
  owner: UploadOwner,
  upload: { id: string; name: string; size: number; purpose: UploadPurpose },
): Promise<void> {
  await tx.sql
    .insertInto('uploads')
    .values({ ...upload, owner_type: owner.type, owner_id: owner.id, created_at: tx.now })
    .execute();
}

/** The upload if it is the caller's own and for this; otherwise as if it were not there. */
export async function accessUpload(
  reader: Reader,
  owner: UploadOwner,
  purpose: UploadPurpose,
  id: string,
): Promise<UploadRow> {
  const row = await reader.sql
    .selectFrom('uploads')
    .select(['id', 'name', 'size', 'received', 'completed_at'])
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('owner_type', '=', owner.type)
    .where('owner_id', '=', owner.id)
    .executeTakeFirst();
  if (!row) throw fail('file.not_found');
  return { ...row, completed: row.completed_at !== null };
}

/** Notes that bytes arrived; false when another request was first with the same offset. */
export async function advanceUpload(tx: Tx, id: string, from: number, to: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('uploads')
    .set({ received: to })
    .where('id', '=', id)
    .where('received', '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Marks a file complete and answers whose it is now; undefined when another request did. */
export async function completeUpload(
  tx: Tx,
  id: string,
): Promise<Pick<UploadOwner, 'type' | 'id'> | undefined> {
  const row = await tx.sql
    .updateTable('uploads')
    .set({ completed_at: tx.now })
    .where('id', '=', id)
    .where('completed_at', 'is', null)
    .returning(['owner_type', 'owner_id'])
    .executeTakeFirst();
  return row && { type: row.owner_type as 'agent' | 'customer', id: row.owner_id };
}

/** Makes a customer's uploads another's. */
export async function moveUploads(tx: Tx, fromCustomerId: string, toCustomerId: string): Promise<void> {
  await tx.sql
    .updateTable('uploads')
    .set({ owner_id: toCustomerId })
    .where('owner_type', '=', 'customer')
    .where('owner_id', '=', fromCustomerId)
    .execute();
}

export async function removeUpload(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('uploads').where('id', '=', id).execute();
}

/** Uploads begun before a moment: given up, or complete and no longer needed. */
export async function takeOldUploads(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.sql
    .deleteFrom('uploads')
    .where('id', 'in', (of) =>
      of.selectFrom('uploads').select('id').where('created_at', '<', before).limit(limit),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
