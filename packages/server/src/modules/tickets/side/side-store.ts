import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { SideConversations } from '../../../platform/database/database-types.ts';
import type { SideRecord } from './side.ts';

const recordOf = (row: Selectable<SideConversations>): SideRecord => ({
  id: row.id,
  ticketId: row.ticket_id,
  inboxId: row.inbox_id,
  subject: row.subject,
  parties: row.parties,
  state: row.state as SideRecord['state'],
  messageCount: row.message_count,
  unread: row.unread,
  createdBy: { id: row.created_by, name: row.created_by_name },
  clientKey: row.client_key,
  createdAt: row.created_at,
  lastActivityAt: row.last_activity_at,
});

export async function insertSide(tx: Tx, record: SideRecord): Promise<void> {
  await tx.sql
    .insertInto('side_conversations')
    .values({
      id: record.id,
      ticket_id: record.ticketId,
      inbox_id: record.inboxId,
      subject: record.subject,
      parties: [...record.parties],
      state: record.state,
      message_count: record.messageCount,
      unread: record.unread,
      created_by: record.createdBy.id,
      created_by_name: record.createdBy.name,
      client_key: record.clientKey,
      created_at: record.createdAt,
      last_activity_at: record.lastActivityAt,
    })
    .execute();
}

/** Saves what can change of one that is held. */
export async function saveSide(tx: Tx, record: SideRecord): Promise<void> {
  await tx.sql
    .updateTable('side_conversations')
    .set({
      parties: [...record.parties],
      state: record.state,
      message_count: record.messageCount,
      unread: record.unread,
      last_activity_at: record.lastActivityAt,
    })
    .where('id', '=', record.id)
    .execute();
}

export async function findSide(reader: Reader, id: string): Promise<SideRecord | undefined> {
  const row = await reader.sql
    .selectFrom('side_conversations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The one with an address among its parties in which something was written last, since a moment. */
export async function latestSideWith(
  reader: Reader,
  inboxId: string,
  address: string,
  since: Date,
): Promise<SideRecord | undefined> {
  const row = await reader.sql
    .selectFrom('side_conversations')
    .selectAll()
    .where('inbox_id', '=', inboxId)
    .where('last_activity_at', '>=', since)
    .where((of) => of(of.val(address.toLowerCase()), '=', of.fn.any('parties')))
    .orderBy('last_activity_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The same as `findSide`, held until the end of the transaction; its ticket is to be held before. */
export async function lockSide(tx: Tx, id: string): Promise<SideRecord | undefined> {
  const row = await tx.sql
    .selectFrom('side_conversations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** What an agent began under a key on a ticket. */
export async function findSideByKey(
  reader: Reader,
  ticketId: string,
  clientKey: string,
): Promise<SideRecord | undefined> {
  const row = await reader.sql
    .selectFrom('side_conversations')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Those of a ticket, the oldest first. */
export async function listSides(reader: Reader, ticketId: string): Promise<SideRecord[]> {
  const rows = await reader.sql
    .selectFrom('side_conversations')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}
