import type { Reader, Tx } from '../../platform/database/database.ts';

/** Up to which public place answers were sent on by e-mail. */
export async function mailedSeq(reader: Reader, conversationId: string): Promise<number> {
  const row = await reader.sql
    .selectFrom('conversations')
    .select('mailed_seq')
    .where('id', '=', conversationId)
    .executeTakeFirst();
  return row?.mailed_seq ?? 0;
}

export async function saveMailedSeq(tx: Tx, conversationId: string, seq: number): Promise<void> {
  await tx.sql
    .updateTable('conversations')
    .set({ mailed_seq: seq })
    .where('id', '=', conversationId)
    .where('mailed_seq', '<', seq)
    .execute();
}
