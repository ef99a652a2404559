import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { TicketComments } from '../../platform/database/database-types.ts';

/** What an agent wrote on a ticket, as this module thinks of it. */
export interface CommentRecord {
  readonly id: string;
  readonly ticketId: string;
  readonly seq: number;
  readonly author: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly attachmentIds: readonly string[];
  readonly clientKey: string;
  readonly createdAt: Date;
}

const recordOf = (row: Selectable<TicketComments>): CommentRecord => ({
  id: row.id,
  ticketId: row.ticket_id,
  seq: row.seq,
  author: { id: row.author_id, name: row.author_name },
  text: row.body,
  attachmentIds: row.attachment_ids,
  clientKey: row.client_key,
  createdAt: row.created_at,
});

export async function insertComment(tx: Tx, record: CommentRecord): Promise<void> {
  await tx.sql
    .insertInto('ticket_comments')
    .values({
      id: record.id,
      ticket_id: record.ticketId,
      seq: record.seq,
      author_id: record.author.id,
      author_name: record.author.name,
      body: record.text,
      attachment_ids: [...record.attachmentIds],
      client_key: record.clientKey,
      created_at: record.createdAt,
    })
    .execute();
}

/** The comment that was written under a key, or undefined. */
export async function findComment(
  reader: Reader,
  ticketId: string,
  clientKey: string,
): Promise<CommentRecord | undefined> {
  const row = await reader.sql
    .selectFrom('ticket_comments')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** A ticket's comments in order, after a place. */
export async function listComments(
  reader: Reader,
  ticketId: string,
  { after, limit }: { after: number; limit: number },
): Promise<CommentRecord[]> {
  const rows = await reader.sql
    .selectFrom('ticket_comments')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}
