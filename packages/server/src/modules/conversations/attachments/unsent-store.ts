import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import type { UploadOwner } from '../../../platform/files/upload-store.ts';

/**
 * What an owner has here that no message carries: files on their way, with the bytes they were announced with, and those accepted but
 * not sent. Held until the end of the transaction: of two files announced at once, one sees the other.
 */
export async function lockUnsent(tx: Tx, owner: UploadOwner): Promise<{ files: number; bytes: number }> {
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
