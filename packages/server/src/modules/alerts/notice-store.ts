import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { AlertNotices } from '../../platform/database/database-types.ts';
import { type NoticeRecord, noticeFacts } from './alert.ts';

const recordOf = (row: Selectable<AlertNotices>): NoticeRecord => ({
  id: row.id,
  customerId: row.customer_id,
  alertId: row.alert_id,
  occasion: row.occasion,
  facts: noticeFacts.parse(row.facts),
  at: row.at,
  dueAt: row.due_at,
});

/** Keeps notices; one of whose occasion there is one already is left out. */
export async function insertNotices(tx: Tx, notices: readonly NoticeRecord[]): Promise<void> {
  if (notices.length === 0) return;
  await tx.sql
    .insertInto('alert_notices')
    .values(
      notices.map((it) => ({
        id: it.id,
        customer_id: it.customerId,
        alert_id: it.alertId,
        occasion: it.occasion,
        facts: JSON.stringify(it.facts),
        at: it.at,
        due_at: it.dueAt,
      })),
    )
    .onConflict((of) => of.column('occasion').doNothing())
    .execute();
}

/** The newest first. */
export async function listNotices(
  reader: Reader,
  customerId: string,
  limit: number,
): Promise<NoticeRecord[]> {
  const rows = await reader.sql
    .selectFrom('alert_notices')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

type Way = 'chat_done_at' | 'email_done_at';

/** What that way has still to tell of what falls due at a moment, or, without one, of what was due at once: the oldest first; held until the end of the transaction. */
export async function lockDue(
  tx: Tx,
  { customerId, due, way, limit }: { customerId: string; due: Date | null; way: Way; limit: number },
): Promise<NoticeRecord[]> {
  const rows = await tx.sql
    .selectFrom('alert_notices')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where(way, 'is', null)
    .where((of) => (due ? of('due_at', '=', due) : of('due_at', '=', of.ref('at'))))
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute();
  return rows.map(recordOf);
}

/** That way is done with them: they were told, or are not to be. */
export async function noteDone(tx: Tx, ids: readonly string[], way: Way): Promise<void> {
  await tx.sql
    .updateTable('alert_notices')
    .set({ [way]: tx.now })
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
}

/** What was told long ago is forgotten. */
export async function deleteNoticesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.sql.deleteFrom('alert_notices').where('at', '<', before).execute();
}
