import { type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';

/** A message that is to leave through its channel. */
export interface QueuedMessage {
  conversationId: string;
  messageId: string;
  createdAt: Date;
}

/** Messages posted before a moment that are not yet sent, oldest first, after a place among them. */
export async function listQueued(
  reader: Reader,
  before: Date,
  after: QueuedMessage | undefined,
  limit: number,
): Promise<QueuedMessage[]> {
  let query = reader.sql
    .selectFrom('messages')
    .select(['conversation_id as conversationId', 'id as messageId', 'created_at as createdAt'])
    .where('delivery_state', '=', 'queued')
    .where('created_at', '<', before)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit);
  if (after) {
    query = query.where(
      sql<SqlBool>`(created_at, id) > (${after.createdAt}::timestamptz, ${after.messageId}::uuid)`,
    );
  }
  return query.execute();
}

/** Whether a message still waits to be sent; if so it is held until the end of the transaction. */
export async function lockQueued(
  tx: Tx,
  { conversationId, messageId }: Pick<QueuedMessage, 'conversationId' | 'messageId'>,
): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('messages')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('id', '=', messageId)
    .where('delivery_state', '=', 'queued')
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a message of the same conversation that was posted earlier still waits to be sent. */
export async function hasQueuedBefore(
  reader: Reader,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<boolean> {
  const row = await reader.sql
    .selectFrom('messages')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('seq', '<', seq)
    .where('delivery_state', '=', 'queued')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The message of a conversation that is the next one to be sent. */
export async function nextQueued(reader: Reader, conversationId: string): Promise<string | undefined> {
  const row = await reader.sql
    .selectFrom('messages')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('delivery_state', '=', 'queued')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
