import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';

/** How far a mailbox was read: all of its letters up to `lastUid`, while its UIDVALIDITY is this one. */
export interface MailboxPlace {
  readonly uidValidity: number;
  readonly lastUid: number;
}

/** How far a mailbox was read; undefined before the first time. */
export async function readPlace(
  reader: Reader,
  inboxId: string,
  name: string,
): Promise<MailboxPlace | undefined> {
  const row = await reader.sql
    .selectFrom('mailboxes')
    .select(['uid_validity', 'last_uid'])
    .where('inbox_id', '=', inboxId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row && { uidValidity: row.uid_validity, lastUid: row.last_uid };
}

/** Moves the place on, in the transaction that stores what was read. */
export async function savePlace(tx: Tx, inboxId: string, name: string, place: MailboxPlace): Promise<void> {
  const values = { uid_validity: place.uidValidity, last_uid: place.lastUid };
  await tx.sql
    .insertInto('mailboxes')
    .values({ inbox_id: inboxId, name, ...values })
    .onConflict((at) => at.columns(['inbox_id', 'name']).doUpdateSet(values))
    .execute();
}

/**
 * Makes this node the one that fetches the letters of every inbox that nobody fetches now, and says so again of those it has. Answers
 * the ids of all that are its own until `until`.
 */
export async function leaseInboxes(tx: Tx, nodeId: string, until: Date): Promise<string[]> {
  const { rows } = await sql<{ inbox_id: string }>`
    update email_inboxes e set fetched_by = ${nodeId}, fetched_until = ${until}
    from inboxes i
    where i.id = e.inbox_id and i.enabled and e.imap is not null
      and (e.fetched_by = ${nodeId} or e.fetched_until is null or e.fetched_until < ${tx.now})
    returning e.inbox_id
  `.execute(tx.sql);
  return rows.map((row) => row.inbox_id);
}

/** Lets other nodes fetch what this one fetched. */
export async function releaseInboxes(tx: Tx, nodeId: string): Promise<void> {
  await tx.sql
    .updateTable('email_inboxes')
    .set({ fetched_by: null, fetched_until: null })
    .where('fetched_by', '=', nodeId)
    .execute();
}
