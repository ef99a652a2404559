import { type Channel, letterCopies, locale, messageSources, type SystemLine } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Messages } from '../../platform/database/database-types.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { MessageRecord } from './conversation.ts';

/** A row of the table as this module thinks of it. */
export function recordOf(row: Selectable<Messages>): MessageRecord {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    publicSeq: row.public_seq,
    kind: row.kind as MessageRecord['kind'],
    author: {
      type: row.author_type as MessageRecord['author']['type'],
      id: row.author_id,
      name: row.author_name,
    },
    text: row.body,
    system:
      row.system_key === null
        ? null
        : {
            key: row.system_key as SystemLine,
            params: (row.system_params ?? {}) as Record<string, string | number>,
          },
    attachmentIds: row.attachment_ids,
    mentions: row.mentions,
    quickReplies: row.quick_replies ?? [],
    translatedFrom: row.translated_from === null ? null : locale.parse(row.translated_from),
    publicOn: row.public_on as Channel | null,
    sources: row.sources === null ? [] : messageSources.parse(row.sources),
    copies: row.letter === null ? null : letterCopies.parse(row.letter),
    clientKey: row.client_key,
    createdAt: row.created_at,
    delivery:
      row.delivery_state === null
        ? null
        : { state: row.delivery_state as 'queued' | 'sent' | 'failed', error: row.delivery_error },
  };
}

/** Messages as rows of their table, for the statement that adds them. */
export const rowsOf = (records: readonly MessageRecord[]) =>
  records.map((record) => ({
    conversation_id: record.conversationId,
    seq: record.seq,
    public_seq: record.publicSeq,
    id: record.id,
    kind: record.kind,
    author_type: record.author.type,
    author_id: record.author.id,
    author_name: record.author.name,
    body: record.text,
    system_key: record.system?.key ?? null,
    system_params: record.system?.params ?? null,
    attachment_ids: record.attachmentIds,
    mentions: record.mentions,
    quick_replies: record.quickReplies.length > 0 ? record.quickReplies : null,
    translated_from: record.translatedFrom,
    public_on: record.publicOn,
    sources: record.sources.length > 0 ? record.sources : null,
    letter: record.copies,
    client_key: record.clientKey,
    created_at: record.createdAt,
    delivery_state: record.delivery?.state ?? null,
    delivery_error: record.delivery?.error ?? null,
  }));

/**
 * Messages already written under client keys, to answer a retry with what it wrote the first time. The lateral limit keeps the
 * planner to one index probe per key: it would otherwise read the whole table, whose growth it cannot know.
 */
export async function findByClientKeys(
  reader: Reader,
  wanted: ReadonlyArray<{ conversationId: string; clientKey: string }>,
): Promise<MessageRecord[]> {
  const { rows } = await sql<Selectable<Messages>>`
    select m.* from unnest(
      ${wanted.map((it) => it.conversationId)}::uuid[], ${wanted.map((it) => it.clientKey)}::text[]
    ) as w (conversation_id, client_key)
    cross join lateral (
      select * from messages where conversation_id = w.conversation_id and client_key = w.client_key limit 1
    ) m
  `.execute(reader.sql);
  return rows.map(recordOf);
}

/** The message that a customer wrote under a key in any of their conversations. */
export async function findOfCustomer(reader: Reader, customerId: string, clientKey: string) {
  const row = await reader.sql
    .selectFrom('messages as m')
    .innerJoin('conversations as c', 'c.id', 'm.conversation_id')
    .selectAll('m')
    .where('c.customer_id', '=', customerId)
    .where('m.client_key', '=', clientKey)
    .executeTakeFirst();
  return row && recordOf(row);
}

export async function findMessage(reader: Reader, conversationId: string, id: string) {
  const row = await reader.sql
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Words of a customer, as they stand in a thread. */
export interface CustomerWords {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly text: string;
  readonly createdAt: Date;
}

/** Those of these entries that customers wrote, in the order of their threads. */
export async function textsOfCustomers(
  reader: Reader,
  places: ReadonlyArray<{ readonly conversationId: string; readonly seq: number }>,
): Promise<CustomerWords[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<Selectable<Messages>>`
    select m.* from unnest(
      ${places.map((it) => it.conversationId)}::uuid[], ${places.map((it) => it.seq)}::int[]
    ) as p (conversation_id, seq)
    cross join lateral (
      select * from messages
      where conversation_id = p.conversation_id and seq = p.seq and kind = 'text' and author_type = 'customer'
      limit 1
    ) m
    order by m.conversation_id, m.seq
  `.execute(reader.sql);
  return rows.map(recordOf);
}

/** The messages of a thread that carry any of these files. */
export async function messagesWithFiles(
  reader: Reader,
  conversationId: string,
  fileIds: readonly string[],
): Promise<MessageRecord[]> {
  const rows = await reader.sql
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where(sql<boolean>`attachment_ids && ${fileIds}::uuid[]`)
    .orderBy('seq')
    .execute();
  return rows.map(recordOf);
}

/** The messages of a thread that carry files, oldest first: the last `limit` of them. */
export async function listWithFiles(
  reader: Reader,
  conversationId: string,
  limit: number,
): Promise<MessageRecord[]> {
  const rows = await reader.sql
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where(sql<boolean>`attachment_ids <> '{}'`)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf).reverse();
}

/** What was written along with a file in a thread; empty where nothing was. */
export async function textWithFile(reader: Reader, conversationId: string, fileId: string): Promise<string> {
  const row = await reader.sql
    .selectFrom('messages')
    .select('body')
    .where('conversation_id', '=', conversationId)
    .where(sql<boolean>`attachment_ids @> array[${fileId}]::uuid[]`)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.body ?? '';
}

/** Where in a thread to read. */
export interface Stretch {
  after?: number | undefined;
  before?: number | undefined;
  limit: number;
}

/**
 * A stretch of a thread in order: after `after`, or the last ones (before `before`). `sight` is whose numbering counts. A public
 * place is never above the place in the thread, nor further below it than there are hidden entries, so the key serves both.
 */
export async function readMessages(
  reader: Reader,
  conversationId: string,
  stretch: Stretch,
  sight: 'everything' | 'public',
): Promise<MessageRecord[]> {
  const forward = stretch.after !== undefined;
  let query = reader.sql
    .selectFrom('messages')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('seq', forward ? 'asc' : 'desc')
    .limit(stretch.limit);
  const { after, before } = stretch;
  if (after !== undefined) query = query.where('seq', '>', after);
  if (sight === 'everything') {
    if (before !== undefined) query = query.where('seq', '<', before);
  } else {
    query = query.where('public_seq', '>', after ?? 0);
    if (before !== undefined) {
      const hidden = sql<number>`(select last_seq - last_public_seq from conversations where id = ${conversationId})`;
      query = query.where('public_seq', '<', before).where('seq', '<', sql<number>`${before} + ${hidden}`);
    }
  }
  const rows = await query.execute();
  const records = rows.map(recordOf);
  return forward ? records : records.reverse();
}

/** The first entries of threads, at most `limit` of each, by conversation; with all that only agents see. */
export async function readBeginnings(
  reader: Reader,
  conversationIds: readonly string[],
  limit: number,
): Promise<Map<string, MessageRecord[]>> {
  if (conversationIds.length === 0) return new Map();
  const { rows } = await sql<Selectable<Messages>>`
    select m.* from unnest(${conversationIds}::uuid[]) as it (id)
    cross join lateral (
      select * from messages where conversation_id = it.id order by seq limit ${limit}
    ) m
    order by m.conversation_id, m.seq
  `.execute(reader.sql);
  return Map.groupBy(rows.map(recordOf), (it) => it.conversationId);
}

/** What the customers of conversations wrote after a place in each, a line per message: at most their last `limit` ones. Left out where they wrote nothing. */
export async function readCustomerWords(
  reader: Reader,
  places: ReadonlyArray<{ readonly id: string; readonly after: number }>,
  limit: number,
): Promise<Map<string, string>> {
  if (places.length === 0) return new Map();
  const { rows } = await sql<{ id: string; words: string }>`${prepared}
    select p.id, string_agg(m.body, E'\\n' order by m.seq) as words
    from unnest(${places.map((it) => it.id)}::uuid[], ${places.map((it) => it.after)}::int[]) as p (id, after)
    cross join lateral (
      select seq, body from messages
      where conversation_id = p.id and seq > p.after and kind = 'text' and author_type = 'customer'
      order by seq desc limit ${limit}
    ) m
    group by p.id
  `.execute(reader.sql);
  return new Map(rows.map((row) => [row.id, row.words]));
}

/** The public place of the last message at or before a place in the whole thread; 0 if there is none. */
export async function publicSeqAt(reader: Reader, conversationId: string, seq: number): Promise<number> {
  const row = await reader.sql
    .selectFrom('messages')
    .select('public_seq')
    .where('conversation_id', '=', conversationId)
    .where('seq', '<=', seq)
    .where('public_seq', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.public_seq ?? 0;
}

/** Sets how far a message to the customer has come. */
export async function saveDelivery(tx: Tx, record: MessageRecord): Promise<void> {
  await tx.sql
    .updateTable('messages')
    .set({ delivery_state: record.delivery?.state ?? null, delivery_error: record.delivery?.error ?? null })
    .where('conversation_id', '=', record.conversationId)
    .where('seq', '=', record.seq)
    .execute();
}

/** From so many characters on a reply says more than a civility does. */
const tellingReply = 24;

/** What agents answered last in each of these conversations, civilities aside where there is more; left out where nobody did. */
export async function lastReplies(
  reader: Reader,
  conversationIds: readonly string[],
): Promise<Map<string, string>> {
  if (conversationIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; body: string }>`
    select p.id, m.body from unnest(${conversationIds}::uuid[]) as p (id)
    cross join lateral (
      select body from messages
      where conversation_id = p.id and kind = 'text' and author_type = 'agent' and body <> ''
      order by (char_length(body) >= ${tellingReply}) desc, seq desc limit 1
    ) m
  `.execute(reader.sql);
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** The last line of each conversation that is one of these; conversations without are absent. */
export async function lastLines(
  reader: Reader,
  conversationIds: readonly string[],
  keys: readonly SystemLine[],
): Promise<Map<string, NonNullable<MessageRecord['system']>>> {
  if (conversationIds.length === 0) return new Map();
  const { rows } = await sql<Selectable<Messages>>`${prepared}
    select last.* from unnest(${conversationIds}::uuid[]) as c (id) cross join lateral (
      select * from messages m
      where m.conversation_id = c.id and m.kind = 'system' and m.system_key = any(${keys}::text[])
      order by m.seq desc limit 1
    ) last`.execute(reader.sql);
  return new Map(
    rows.map(recordOf).flatMap(({ conversationId, system }) => (system ? [[conversationId, system]] : [])),
  );
}
