import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { SideMessages } from '../../../platform/database/database-types.ts';
import type { SideMessageRecord } from './side.ts';

const recordOf = (row: Selectable<SideMessages>): SideMessageRecord => ({
  id: row.id,
  sideId: row.side_id,
  seq: row.seq,
  direction: row.direction as SideMessageRecord['direction'],
  author: row.author_id === null ? null : { id: row.author_id, name: row.author_name ?? '' },
  from: { address: row.from_address, name: row.from_name },
  known: row.known,
  automatic: row.automatic,
  invitationAnswer: row.invitation_answer as SideMessageRecord['invitationAnswer'],
  text: row.body,
  history: row.history,
  attachmentIds: row.attachment_ids,
  headerId: row.header_id,
  clientKey: row.client_key,
  delivery:
    row.delivery_state === null
      ? null
      : { state: row.delivery_state as 'queued' | 'sent' | 'failed', error: row.delivery_error },
  createdAt: row.created_at,
});

export async function insertSideMessage(tx: Tx, record: SideMessageRecord): Promise<void> {
  await tx.sql
    .insertInto('side_messages')
    .values({
      id: record.id,
      side_id: record.sideId,
      seq: record.seq,
      direction: record.direction,
      author_id: record.author?.id ?? null,
      author_name: record.author?.name ?? null,
      from_address: record.from.address,
      from_name: record.from.name,
      known: record.known,
      automatic: record.automatic,
      invitation_answer: record.invitationAnswer,
      body: record.text,
      history: record.history,
      attachment_ids: [...record.attachmentIds],
      header_id: record.headerId,
      client_key: record.clientKey,
      delivery_state: record.delivery?.state ?? null,
      delivery_error: record.delivery?.error ?? null,
      created_at: record.createdAt,
    })
    .execute();
}

/** Notes how far a letter of ours has come. */
export async function saveSideDelivery(tx: Tx, record: SideMessageRecord): Promise<void> {
  await tx.sql
    .updateTable('side_messages')
    .set({ delivery_state: record.delivery?.state ?? null, delivery_error: record.delivery?.error ?? null })
    .where('id', '=', record.id)
    .execute();
}

export async function findSideMessage(reader: Reader, id: string): Promise<SideMessageRecord | undefined> {
  const row = await reader.sql
    .selectFrom('side_messages')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** What was written in it under a key. */
export async function findSideMessageByKey(
  reader: Reader,
  sideId: string,
  clientKey: string,
): Promise<SideMessageRecord | undefined> {
  const row = await reader.sql
    .selectFrom('side_messages')
    .selectAll()
    .where('side_id', '=', sideId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Its letters in order, after a place. */
export async function listSideMessages(
  reader: Reader,
  sideId: string,
  { after, limit }: { after: number; limit: number },
): Promise<SideMessageRecord[]> {
  const rows = await reader.sql
    .selectFrom('side_messages')
    .selectAll()
    .where('side_id', '=', sideId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** The last of its letters before a place, in order. */
export async function lastSideMessages(
  reader: Reader,
  sideId: string,
  before: number,
  limit: number,
): Promise<SideMessageRecord[]> {
  const rows = await reader.sql
    .selectFrom('side_messages')
    .selectAll()
    .where('side_id', '=', sideId)
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf).reverse();
}

/** The letters of an inbox's side conversations by their Message-IDs. */
export async function sideMessagesByHeader(
  reader: Reader,
  inboxId: string,
  headerIds: readonly string[],
): Promise<SideMessageRecord[]> {
  if (headerIds.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('side_messages')
    .innerJoin('side_conversations', 'side_conversations.id', 'side_messages.side_id')
    .selectAll('side_messages')
    .where('side_conversations.inbox_id', '=', inboxId)
    .where('side_messages.header_id', '=', (of) => of.fn.any(of.val(headerIds as string[])))
    .execute();
  return rows.map(recordOf);
}
