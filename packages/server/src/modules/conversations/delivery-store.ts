import type { Channel, SystemLine } from '@fairlead/contract';
import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Messages } from '../../platform/database/database-types.ts';
import type { MessageRecord } from './conversation.ts';
import { recordOf } from './message-store.ts';

/**
 * Of these entries the lines with such keys, in conversations of such channels, of which nothing was decided yet; in the order of their threads. Without those
 * behind which something left already, or is about to: a line that comes late tells what is over.
 */
export async function listUntoldLines(
  reader: Reader,
  entries: ReadonlyArray<Pick<QueuedMessage, 'conversationId' | 'messageId'>>,
  keys: readonly SystemLine[],
  channels: readonly Channel[],
): Promise<MessageRecord[]> {
  const { rows } = await sql<Selectable<Messages>>`
    select m.* from unnest(
      ${entries.map((it) => it.conversationId)}::uuid[], ${entries.map((it) => it.messageId)}::uuid[]
    ) as e (conversation_id, id)
    join messages m on m.conversation_id = e.conversation_id and m.id = e.id
    join conversations c on c.id = m.conversation_id
    where m.system_key = any(${keys}::text[]) and c.channel = any(${channels}::text[]) and m.delivery_state is null
      and not exists (
        select from messages later
        where later.conversation_id = m.conversation_id and later.seq > m.seq and later.delivery_state in ('queued', 'sent')
      )
    order by m.conversation_id, m.seq
  `.execute(reader.sql);
  return rows.map(recordOf);
}

/** Lines that went out, or are about to, since the customer of a conversation last wrote, the oldest first. */
export async function listLinesSince(
  reader: Reader,
  conversationId: string,
): Promise<Array<NonNullable<MessageRecord['system']>>> {
  const { rows } = await sql<Selectable<Messages>>`
    select m.* from messages m
    where m.conversation_id = ${conversationId} and m.kind = 'system' and m.delivery_state is not null
      and m.seq > coalesce((
        select max(seq) from messages where conversation_id = ${conversationId} and author_type = 'customer'
      ), 0)
    order by m.seq
  `.execute(reader.sql);
  return rows.flatMap((row) => recordOf(row).system ?? []);
}

/** Has messages that failed for this reason wait to be sent again, in these conversations; answers which, in the order of their threads. */
export async function queueAgain(
  tx: Tx,
  conversationIds: readonly string[],
  error: string,
): Promise<Array<{ conversationId: string; messageId: string }>> {
  if (conversationIds.length === 0) return [];
  const rows = await tx.sql
    .updateTable('messages')
    .set({ delivery_state: 'queued', delivery_error: null })
    .where('conversation_id', '=', (of) => of.fn.any(of.val(conversationIds as string[])))
    .where('delivery_state', '=', 'failed')
    .where('delivery_error', '=', error)
    .returning(['conversation_id', 'id', 'seq'])
    .execute();
  return rows
    .toSorted((a, b) => a.seq - b.seq)
    .map((row) => ({ conversationId: row.conversation_id, messageId: row.id }));
}

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
export async function hasQueuedBefore(reader: Reader, message: InThread): Promise<boolean> {
  return (await queuedBefore(reader, message).executeTakeFirst()) !== undefined;
}

/**
 * The same, after the commit of whoever is just settling one of them: they may have looked for the next one when this one did not wait yet, and would order
 * nothing for it. Whoever settles one later than this looks finds it.
 */
export async function staysQueuedBefore(tx: Tx, message: InThread): Promise<boolean> {
  return (await queuedBefore(tx, message).forShare().executeTakeFirst()) !== undefined;
}

interface InThread {
  conversationId: string;
  seq: number;
}

const queuedBefore = (reader: Reader, { conversationId, seq }: InThread) =>
  reader.sql
    .selectFrom('messages')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('seq', '<', seq)
    .where('delivery_state', '=', 'queued')
    .limit(1);

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
