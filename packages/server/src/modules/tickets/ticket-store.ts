import {
  activeStatuses,
  type Category,
  type Channel,
  type Locale,
  type TicketFields,
  type TicketPriority,
  type TicketSource,
  type TicketStatus,
  ticketPriority,
} from '@fairlead/contract';
import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Tickets } from '../../platform/database/database-types.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Announcement } from '../../platform/events/event.ts';
import { appending } from '../../platform/events/event-store.ts';
import { fail } from '../../platform/fail.ts';
import { searchTokens } from '../conversations/index.ts';
import type { ChecklistEntry, TicketRecord } from './ticket.ts';

/** A priority as it is stored, so that it sorts. */
export const rankOf = (priority: TicketPriority) => ticketPriority.options.indexOf(priority);

/** The row as the module thinks of it; for the stores of this module only. */
export function recordOf(row: Selectable<Tickets>): TicketRecord {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    subject: row.subject,
    category: row.category as Category,
    priority: ticketPriority.options[row.priority] ?? 'normal',
    prioritySet: row.priority_set,
    status: row.status as TicketStatus,
    statusAt: row.status_at,
    teamId: row.team_id,
    assigneeId: row.assignee_id,
    followerIds: row.follower_ids,
    tags: row.tags,
    customerId: row.customer_id,
    conversationId: row.conversation_id,
    threadTeamId: row.thread_team_id,
    threadAssigneeId: row.thread_assignee_id,
    parentId: row.parent_id,
    parentWaits: row.parent_waits,
    followsId: row.follows_id,
    language: row.language,
    locale: row.locale as Locale,
    channel: row.channel as Channel | null,
    source: row.source as TicketSource,
    fields: row.fields as TicketFields,
    checklist: row.checklist as unknown as ChecklistEntry[],
    commentCount: row.comment_count,
    sideUnread: row.side_unread,
    isTracker: row.is_tracker,
    dueAt: row.due_at,
    mergedIntoId: row.merged_into_id,
    reopenedCount: row.reopened_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    solvedAt: row.solved_at,
    closedAt: row.closed_at,
  };
}

const columnsOf = (record: Omit<TicketRecord, 'number'>) => ({
  id: record.id,
  version: record.version,
  subject: record.subject,
  category: record.category,
  priority: rankOf(record.priority),
  priority_set: record.prioritySet,
  status: record.status,
  status_at: record.statusAt,
  team_id: record.teamId,
  assignee_id: record.assigneeId,
  follower_ids: [...record.followerIds],
  tags: [...record.tags],
  customer_id: record.customerId,
  conversation_id: record.conversationId,
  thread_team_id: record.threadTeamId,
  thread_assignee_id: record.threadAssigneeId,
  parent_id: record.parentId,
  parent_waits: record.parentWaits,
  follows_id: record.followsId,
  language: record.language,
  locale: record.locale,
  channel: record.channel,
  source: record.source,
  fields: record.fields,
  checklist: record.checklist,
  comment_count: record.commentCount,
  side_unread: record.sideUnread,
  words: wordsOf(record),
  is_tracker: record.isTracker,
  merged_into_id: record.mergedIntoId,
  reopened_count: record.reopenedCount,
  created_at: record.createdAt,
  updated_at: record.updatedAt,
  solved_at: record.solvedAt,
  closed_at: record.closedAt,
});

/** What a ticket is found by: the words of its subject, its tags, and its evidence. In the text form of a tsvector. */
function wordsOf({ subject, tags, fields }: Pick<TicketRecord, 'subject' | 'tags' | 'fields'>): string {
  const text = [subject, ...tags, ...Object.values(fields)].join(' ');
  return searchTokens(text)
    .map((token) => `'${token}'`)
    .join(' ');
}

/**
 * Adds tickets and the facts that they were opened, in one statement; their numbers are given by the database, there and to the facts, and
 * answered by id. Those whose conversation has one already that is not closed are left out. Throws `people.team_not_found`: the statement
 * itself finds out, so that opening needs no other one.
 */
export async function insertTickets(
  tx: Tx,
  tickets: ReadonlyArray<{
    record: Omit<TicketRecord, 'number'>;
    opened: Announcement;
    weighAt: Date | null;
  }>,
): Promise<Map<string, number>> {
  if (tickets.length === 0) return new Map();
  const rows = tickets.map(({ record, weighAt }) => ({ ...columnsOf(record), weigh_at: weighAt }));
  const names = sql.raw(Object.keys(rows[0] ?? {}).join(', '));
  const facts = tickets.map((it) => it.opened);
  const added = sql<SqlBool>`it.subject_id in (select id from made)`;
  const numbered = sql`jsonb_build_object('number', (select number from made where id = it.subject_id))`;
  const { rows: made } = await sql<{ id: string; number: number }>`${prepared}
    with made as (
      insert into tickets (${names}) select ${names} from jsonb_populate_recordset(null::tickets, ${JSON.stringify(rows)}::jsonb)
      on conflict (conversation_id) where status <> 'closed' do nothing returning id, number
    ), ${appending(tx, facts, added, numbered)} select id, number from made
  `
    .execute(tx.sql)
    .catch((error: unknown) => {
      const { code, constraint } = error as { code?: string; constraint?: string };
      if (code === '23503' && constraint === 'tickets_team_id_fkey') throw fail('people.team_not_found');
      throw error;
    });
  return new Map(made.map(({ id, number }) => [id, number]));
}

/** Saves changed tickets, locked before, each one version further, in one statement. Answers them as saved. */
export async function saveTickets(tx: Tx, records: readonly TicketRecord[]): Promise<TicketRecord[]> {
  const saved = records.map((record) => ({ ...record, version: record.version + 1 }));
  await sql`
    update tickets t set
      version = v.version, conversation_id = v.conversation_id, subject = v.subject, category = v.category, priority = v.priority,
      priority_set = v.priority_set, status = v.status,
      status_at = v.status_at, team_id = v.team_id, assignee_id = v.assignee_id, follower_ids = v.follower_ids,
      tags = v.tags, customer_id = v.customer_id, thread_team_id = v.thread_team_id,
      thread_assignee_id = v.thread_assignee_id, parent_id = v.parent_id, parent_waits = v.parent_waits, fields = v.fields,
      checklist = v.checklist, comment_count = v.comment_count, side_unread = v.side_unread, words = v.words, merged_into_id = v.merged_into_id,
      reopened_count = v.reopened_count, updated_at = v.updated_at, solved_at = v.solved_at, closed_at = v.closed_at
    from jsonb_populate_recordset(null::tickets, ${JSON.stringify(saved.map(columnsOf))}::jsonb) v
    where t.id = v.id
  `.execute(tx.sql);
  return saved;
}

/** Says when what is at risk on a ticket is to be weighed again; null for not before it changes. */
export async function putWeighAt(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.sql
    .updateTable('tickets')
    .set({ weigh_at: at })
    .where('id', '=', id)
    .where('weigh_at', 'is distinct from', at)
    .execute();
}

/** The ids of tickets whose risk is to be weighed again at `now`, longest due first. */
export async function listToWeigh(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('tickets')
    .select('id')
    .where('weigh_at', '<=', now)
    .orderBy('weigh_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** One ticket, or undefined. */
export async function findTicket(reader: Reader, id: string): Promise<TicketRecord | undefined> {
  const row = await reader.sql.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** Those of these tickets that exist, in no order. */
export async function findTickets(reader: Reader, ids: readonly string[]): Promise<TicketRecord[]> {
  if (ids.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
  return rows.map(recordOf);
}

/** The newest tickets since a moment that are cases of customers themselves, so many at most. */
export async function listNewest(reader: Reader, since: Date, limit: number): Promise<TicketRecord[]> {
  const rows = await reader.sql
    .selectFrom('tickets')
    .selectAll()
    .where('created_at', '>=', since)
    .where('merged_into_id', 'is', null)
    .where('is_tracker', '=', false)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** Tickets held until the end of the transaction, locked in the order of their ids. */
export async function lockTickets(tx: Tx, ids: readonly string[]): Promise<Map<string, TicketRecord>> {
  const rows = await tx.sql
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

/** The ids of the tickets of conversations: of each the one that is not closed, or else the latest. */
export async function latestOfConversations(
  reader: Reader,
  conversationIds: readonly string[],
): Promise<Map<string, string>> {
  if (conversationIds.length === 0) return new Map();
  const { rows } = await sql<{ conversation: string; id: string }>`${prepared}
    select distinct on (conversation_id) conversation_id as conversation, id from tickets
    where conversation_id = any(${conversationIds}::uuid[])
    order by conversation_id, (status = 'closed'), id desc
  `.execute(reader.sql);
  return new Map(rows.map((row) => [row.conversation, row.id]));
}

/** What is at stake on the tickets of conversations that are worked on. */
export async function stakesOfConversations(
  reader: Reader,
  conversationIds: readonly string[],
): Promise<Map<string, Pick<TicketRecord, 'category' | 'fields'>>> {
  if (conversationIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; category: Category; fields: TicketFields }>`${prepared}
    select conversation_id as id, category, fields from tickets
    where conversation_id = any(${conversationIds}::uuid[]) and status = any(${activeStatuses}::text[])
  `.execute(reader.sql);
  return new Map(rows.map(({ id, ...stake }) => [id, stake]));
}

/** Of conversations with tickets that are worked on: when the soonest promise is due, and when the latest was opened whose promises nobody has noted. */
export async function soonestDue(
  reader: Reader,
  conversationIds: readonly string[],
): Promise<Map<string, { dueAt: Date | null; unnotedSince: Date | null }>> {
  if (conversationIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; due: Date | null; unnoted: Date | null }>`${prepared}
    select conversation_id as id, min(due_at) as due, max(created_at) filter (where due_at is null) as unnoted from tickets
    where conversation_id = any(${conversationIds}::uuid[]) and status = any(${activeStatuses}::text[]) group by conversation_id
  `.execute(reader.sql);
  return new Map(rows.map(({ id, due, unnoted }) => [id, { dueAt: due, unnotedSince: unnoted }]));
}

/** The number of the ticket that a conversation has and that is not closed, or undefined. */
export async function openNumberOf(reader: Reader, conversationId: string): Promise<number | undefined> {
  const row = await reader.sql
    .selectFrom('tickets')
    .select('number')
    .where('conversation_id', '=', conversationId)
    .where('status', '<>', 'closed')
    .executeTakeFirst();
  return row?.number;
}

/** A ticket's children, oldest first. */
export async function listChildren(reader: Reader, parentId: string): Promise<TicketRecord[]> {
  const rows = await reader.sql
    .selectFrom('tickets')
    .selectAll()
    .where('parent_id', '=', parentId)
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(recordOf);
}

/** How many children a ticket still waits for. */
export async function countWaitedFor(reader: Reader, parentId: string): Promise<number> {
  const row = await reader.sql
    .selectFrom('tickets')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('parent_id', '=', parentId)
    .where('parent_waits', '=', true)
    .where('status', 'not in', ['solved', 'closed'])
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The ids of tickets that were solved before a moment, oldest first. */
export async function listSolvedBefore(reader: Reader, before: Date, limit: number): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('tickets')
    .select('id')
    .where('status', '=', 'solved')
    .where('solved_at', '<=', before)
    .orderBy('solved_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Tickets of these statuses in the order of their ids, after one of them. */
export async function listOfStatuses(
  reader: Reader,
  statuses: readonly TicketStatus[],
  { after, limit }: { after: string | null; limit: number },
): Promise<TicketRecord[]> {
  let query = reader.sql
    .selectFrom('tickets')
    .selectAll()
    .where('status', 'in', statuses)
    .orderBy('id')
    .limit(limit);
  if (after) query = query.where('id', '>', after);
  return (await query.execute()).map(recordOf);
}

/** How many tickets there are of these statuses, counted up to `maximum`. */
export async function countOfStatuses(
  reader: Reader,
  statuses: readonly TicketStatus[],
  maximum: number,
): Promise<number> {
  const some = reader.sql.selectFrom('tickets').select('id').where('status', 'in', statuses).limit(maximum);
  const row = await reader.sql
    .selectFrom(some.as('it'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The ids of the tickets that somebody has and that are worked on. */
export async function listHeldBy(reader: Reader, agentId: string): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('tickets')
    .select('id')
    .where('assignee_id', '=', agentId)
    .where('status', 'in', activeStatuses)
    .execute();
  return rows.map((row) => row.id);
}

/** The ids of those tickets of customers that are not closed. */
export async function listActiveOfCustomers(
  reader: Reader,
  customerIds: readonly string[],
): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('tickets')
    .select('id')
    .where('customer_id', '=', (of) => of.fn.any(of.val(customerIds as string[])))
    .where('status', '<>', 'closed')
    .execute();
  return rows.map((row) => row.id);
}

/** Says when tickets are due, and answers those of which that is news. */
export async function saveDue(
  tx: Tx,
  due: ReadonlyArray<{ id: string; dueAt: Date | null }>,
): Promise<TicketRecord[]> {
  const { rows } = await sql<Selectable<Tickets>>`
    with given as (
      select * from unnest(${due.map((it) => it.id)}::uuid[], ${due.map((it) => it.dueAt)}::timestamptz[]) as it (id, due_at)
    ), held as (
      select t.id, g.due_at from tickets t join given g on g.id = t.id where t.due_at is distinct from g.due_at
      order by t.id for no key update of t
    )
    update tickets t set due_at = held.due_at from held where t.id = held.id returning t.*
  `.execute(tx.sql);
  return rows.map(recordOf);
}

/** The ids of a customer's tickets. */
export async function listIdsOfCustomer(reader: Reader, customerId: string): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('tickets')
    .select('id')
    .where('customer_id', '=', customerId)
    .execute();
  return rows.map((row) => row.id);
}
