import type { Channel, CloseReason, ConversationState, Locale, Topic } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Conversations } from '../../platform/database/database-types.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { ConversationRecord } from './conversation.ts';

/** What the module knows of a conversation. */
const known = [
  'id',
  'number',
  'version',
  'state',
  'channel',
  'inbox_id',
  'topic',
  'language',
  'locale',
  'customer_id',
  'team_id',
  'assignee_id',
  'accepted',
  'offered_at',
  'queued_at',
  'declined_by',
  'declined_at',
  'priority',
  'last_seq',
  'last_public_seq',
  'preview_text',
  'preview_author',
  'waiting_since',
  'expected_minutes',
  'expectation_told',
  'agent_read_seq',
  'agent_read_public_seq',
  'customer_delivered_seq',
  'customer_read_seq',
  'close_reason',
  'previous_id',
  'created_at',
  'last_activity_at',
  'closed_at',
] as const;

/** The row as the module thinks of it; for the stores of this module only. */
export function recordOf(row: Pick<Selectable<Conversations>, (typeof known)[number]>): ConversationRecord {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state as ConversationState,
    channel: row.channel as Channel,
    inboxId: row.inbox_id,
    topic: row.topic as Topic | null,
    language: row.language,
    locale: row.locale as Locale,
    customerId: row.customer_id,
    teamId: row.team_id,
    assigneeId: row.assignee_id,
    accepted: row.accepted,
    offeredAt: row.offered_at,
    queuedAt: row.queued_at,
    declinedBy: row.declined_by,
    declinedAt: row.declined_at,
    priority: row.priority,
    lastSeq: row.last_seq,
    lastPublicSeq: row.last_public_seq,
    preview:
      row.preview_text === null
        ? null
        : {
            text: row.preview_text,
            author: row.preview_author as 'customer' | 'agent' | 'bot',
          },
    waitingSince: row.waiting_since,
    expectedMinutes: row.expected_minutes,
    expectationTold: row.expectation_told,
    agentReadSeq: row.agent_read_seq,
    agentReadPublicSeq: row.agent_read_public_seq,
    customerDeliveredSeq: row.customer_delivered_seq,
    customerReadSeq: row.customer_read_seq,
    closeReason: row.close_reason as CloseReason | null,
    previousId: row.previous_id,
    createdAt: row.created_at,
    lastActivityAt: row.last_activity_at,
    closedAt: row.closed_at,
  };
}

/** A conversation as a row, without what never changes; for the stores of this module only. */
export const columnsOf = (record: ConversationRecord) => ({
  id: record.id,
  version: record.version,
  state: record.state,
  topic: record.topic,
  language: record.language,
  customer_id: record.customerId,
  team_id: record.teamId,
  assignee_id: record.assigneeId,
  accepted: record.accepted,
  offered_at: record.offeredAt,
  queued_at: record.queuedAt,
  declined_by: record.declinedBy,
  declined_at: record.declinedAt,
  priority: record.priority,
  last_seq: record.lastSeq,
  last_public_seq: record.lastPublicSeq,
  preview_text: record.preview?.text ?? null,
  preview_author: record.preview?.author ?? null,
  waiting_since: record.waitingSince,
  expected_minutes: record.expectedMinutes,
  expectation_told: record.expectationTold,
  agent_read_seq: record.agentReadSeq,
  agent_read_public_seq: record.agentReadPublicSeq,
  customer_delivered_seq: record.customerDeliveredSeq,
  customer_read_seq: record.customerReadSeq,
  close_reason: record.closeReason,
  last_activity_at: record.lastActivityAt,
  closed_at: record.closedAt,
});

/** One conversation, or undefined. */
export async function findConversation(reader: Reader, id: string): Promise<ConversationRecord | undefined> {
  const row = await reader.sql
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Conversations by id, as they are now. */
export async function findConversations(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, ConversationRecord>> {
  const rows = await reader.sql
    .selectFrom('conversations')
    .modifyFront(prepared)
    .select(known)
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

/**
 * Conversations held until the end of the transaction, so that what is decided on them stays true. They are locked in the order of
 * their ids, which keeps two transactions from waiting for each other; and without their keys, which rows that refer to them (words
 * for the search, mentions) share.
 */
export async function lockConversations(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, ConversationRecord>> {
  const rows = await tx.sql
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

/** The chat that a customer has open, if any. Each ticket of the portal has a thread of its own, which nothing else joins. */
export async function findOpen(reader: Reader, customerId: string): Promise<ConversationRecord | undefined> {
  const row = await reader.sql
    .selectFrom('conversations')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('channel', '=', 'chat')
    .where('state', '<>', 'closed')
    .orderBy('last_activity_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** A customer's conversations, latest activity first. */
export async function listOfCustomer(
  reader: Reader,
  customerId: string,
  limit = 50,
): Promise<ConversationRecord[]> {
  const rows = await reader.sql
    .selectFrom('conversations')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('last_activity_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** The same without the threads of tickets, which the portal shows: at most 50. */
export async function listChats(reader: Reader, customerId: string): Promise<ConversationRecord[]> {
  const rows = await reader.sql
    .selectFrom('conversations')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('channel', '=', 'chat')
    .orderBy('last_activity_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.map(recordOf);
}

/** Makes starts and the merging of one customer wait for each other until the end of the transaction. */
export async function lockCustomer(tx: Tx, customerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${customerId}, 0))`.execute(tx.sql);
}

/** The same for several, and `then` for others, in one order whoever asks: two that hold some of the same do not wait for each other for ever. */
export async function lockCustomersInOrder(
  tx: Tx,
  customerIds: readonly string[],
  then: readonly string[] = [],
): Promise<void> {
  const sorted = [customerIds, then].flatMap((ids) => [...new Set(ids)].sort());
  await sql`${prepared}
    select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(${sorted}::text[]) as it (id)
  `.execute(tx.sql);
}

/** A conversation that is to be added. */
type Unnumbered = Omit<ConversationRecord, 'number' | 'version'>;

/** Adds a conversation; its number is given by the database. */
export async function insertConversation(
  tx: Tx,
  record: Unnumbered,
  startKey: string | null,
): Promise<ConversationRecord> {
  const [inserted] = await insertConversations(tx, [{ record, startKey }]);
  if (!inserted) throw new Error('no conversation was added');
  return inserted;
}

/** The same for several, in one statement. Answers them in their order, which is that of their numbers. */
export async function insertConversations(
  tx: Tx,
  begun: ReadonlyArray<{ readonly record: Unnumbered; readonly startKey: string | null }>,
): Promise<ConversationRecord[]> {
  const rows = begun.map(({ record, startKey }) => ({
    ...columnsOf({ ...record, number: 0, version: 1 }),
    channel: record.channel,
    inbox_id: record.inboxId,
    locale: record.locale,
    previous_id: record.previousId,
    start_key: startKey,
    created_at: record.createdAt,
  }));
  const result = await sql<{ id: string; number: number; version: number }>`${prepared}
    insert into conversations (${sql.join(inserted.map((it) => sql.ref(it)))})
    select ${sql.join(inserted.map((it) => sql.ref(it)))}
    from jsonb_populate_recordset(null::conversations, ${JSON.stringify(rows)}::jsonb)
    returning id, number, version
  `.execute(tx.sql);
  const numbers = new Map(result.rows.map((row) => [row.id, row]));
  return begun.flatMap(({ record }) => {
    const given = numbers.get(record.id);
    return given ? [{ ...record, number: given.number, version: given.version }] : [];
  });
}

/** All that is known of a conversation but its number, and the key under which it was begun. */
const inserted = [...known.filter((it) => it !== 'number'), 'start_key'] as const;

export async function countOfCustomer(reader: Reader, customerId: string): Promise<number> {
  const row = await reader.sql
    .selectFrom('conversations')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  return row.count;
}
