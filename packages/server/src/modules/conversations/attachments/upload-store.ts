import { sql } from 'kysely';
import type { AgentActor, CustomerActor } from '../../../platform/actor.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';

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
  owner: AgentActor | CustomerActor,
  upload: { id: string; name: string; size: number },
): Promise<void> {
  await tx.sql
    .insertInto('uploads')
    .values({ ...upload, owner_type: owner.type, owner_id: owner.id, created_at: tx.now })
    .execute();
}

/**
 * What an owner has here that no message carries: files on their way, with the bytes they were announced with, and those accepted but
 * not sent. Held until the end of the transaction: of two files announced at once, one sees the other.
 */
export async function lockUnsent(
  tx: Tx,
  owner: AgentActor | CustomerActor,
): Promise<{ files: number; bytes: number }> {
  await sql`select pg_advisory_xact_lock(hashtext(${`conversations.unsent:${owner.id}`}))`.execute(tx.sql);
  const onTheirWay = tx.sql
    .selectFrom('uploads')
    .select('size')
    .where('completed_at', 'is', null)
    .where('owner_type', '=', owner.type)
    .where('owner_id', '=', owner.id);
  const accepted = tx.sql
    .selectFrom('attachments')
    .select('size')
    .where('conversation_id', 'is', null)
    .where('owner_type', '=', owner.type)
    .where('owner_id', '=', owner.id);
  return tx.sql
    .selectFrom(onTheirWay.unionAll(accepted).as('unsent'))
    .select((of) => [
      of.fn.countAll<number>().as('files'),
      of.fn.coalesce(of.cast<number>(of.fn.sum('size'), 'bigint'), sql<number>`0`).as('bytes'),
    ])
    .executeTakeFirstOrThrow();
}

/** The upload if it is the caller's own; otherwise as if it were not there. */
export async function accessUpload(
  reader: Reader,
  owner: AgentActor | CustomerActor,
  id: string,
): Promise<UploadRow> {
  const row = await reader.sql
    .selectFrom('uploads')
    .select(['id', 'name', 'size', 'received', 'completed_at'])
    .where('id', '=', id)
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
): Promise<Pick<AgentActor | CustomerActor, 'type' | 'id'> | undefined> {
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
