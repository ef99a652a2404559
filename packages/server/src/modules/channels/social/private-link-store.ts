import type { Reader, Tx } from '../../../platform/database/database.ts';

/** Where the links of an inbox lead, and when they are offered; undefined where there are none. */
export async function readPrivateLink(
  reader: Reader,
  inboxId: string,
): Promise<{ chatInboxId: string; use: string } | undefined> {
  const row = await reader.sql
    .selectFrom('inbox_private_links')
    .select(['chat_inbox_id', 'use'])
    .where('inbox_id', '=', inboxId)
    .executeTakeFirst();
  return row && { chatInboxId: row.chat_inbox_id, use: row.use };
}

/** Puts that in the place of what was set; null removes it. */
export async function writePrivateLink(
  tx: Tx,
  inboxId: string,
  link: { chatInboxId: string; use: string } | null,
): Promise<void> {
  await tx.sql.deleteFrom('inbox_private_links').where('inbox_id', '=', inboxId).execute();
  if (!link) return;
  await tx.sql
    .insertInto('inbox_private_links')
    .values({ inbox_id: inboxId, chat_inbox_id: link.chatInboxId, use: link.use })
    .execute();
}
