import type { TicketSort, ViewFilter } from '@fairlead/contract';
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Reader } from '../../platform/database/database.ts';
import type { Tickets } from '../../platform/database/database-types.ts';
import { searchTokens } from '../conversations/index.ts';
import { customersFound } from '../people/index.ts';
import { conditionOf, type Viewer } from './filter-store.ts';
import type { TicketRecord } from './ticket.ts';
import type { TicketScope } from './ticket-reach.ts';
import { recordOf } from './ticket-store.ts';

type Condition = RawBuilder<SqlBool>;

/** Where a page begins: after this ticket, in the order of the list. */
export interface Place extends Pick<TicketRecord, 'id' | 'updatedAt' | 'createdAt' | 'dueAt'> {
  /** As lists by priority have it: -1 for what is done with. */
  readonly urgency: number;
}

/** A page of a list. */
export interface ListPage {
  readonly sort: TicketSort;
  readonly direction: 'asc' | 'desc';
  readonly after: Place | null;
  readonly limit: number;
}

/** What is asked of tickets besides being within reach. `narrow`: so few fit that they are looked through for those within reach. */
export interface Wanted {
  readonly where: Condition;
  readonly narrow: boolean;
}

/**
 * Tickets within reach, in order. Whoever sees only some gets them from each way into their reach (a team, themselves, ...): each is
 * a short walk of its own index, however many tickets there are that they may not see.
 */
export async function listTickets(
  reader: Reader,
  scope: TicketScope,
  wanted: Wanted,
  page: ListPage,
): Promise<TicketRecord[]> {
  const order = orderOf(page);
  const ways = scope.all || wanted.narrow ? [reachOf(scope)] : waysOf(scope);
  const walks = ways.map(
    (way) => sql`(select t.id from tickets t where ${way} and ${wanted.where} and ${afterPlace(page)}
      order by ${order} limit ${page.limit})`,
  );
  const { rows } = await sql<Selectable<Tickets>>`
    select t.* from tickets t where t.id in (${sql.join(walks, sql` union all `)})
    order by ${order} limit ${page.limit}
  `.execute(reader.sql);
  return rows.map(recordOf);
}

/** Up to so many finds are collected and then sorted; more are met soon enough by walking the list. */
const few = 2_000;

/** Those of a list that are found by number (`#10423`), by customer (name, UID, e-mail), or by words of subject, tags and evidence. */
export async function searchTickets(
  reader: Reader,
  scope: TicketScope,
  wanted: Wanted,
  text: string,
  page: ListPage,
): Promise<TicketRecord[]> {
  const wish = wishOf(text);
  if (!wish) return [];
  const { rows: found } = await sql<{ id: string }>`
    select id from (${wish.finds}) it (id) limit ${few + 1}
  `.execute(reader.sql);
  const fits =
    found.length <= few ? sql<SqlBool>`t.id = any(${found.map((it) => it.id)}::uuid[])` : wish.fits;
  const where = sql<SqlBool>`${wanted.where} and ${fits}`;
  return listTickets(reader, scope, { where, narrow: true }, page);
}

/** How many tickets within reach fit each condition, counted up to `maximum` and one more. */
export async function countTickets(
  reader: Reader,
  scope: TicketScope,
  conditions: ReadonlyMap<string, Condition>,
  maximum: number,
): Promise<Map<string, number>> {
  const counts = [...conditions].map(
    ([name, where]) => sql`select ${name}::text as name, (select count(*) from (
      select 1 from tickets t where ${reachOf(scope)} and ${where} limit ${maximum + 1}) it) as count`,
  );
  if (counts.length === 0) return new Map();
  const { rows } = await sql<{ name: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(
    reader.sql,
  );
  return new Map(rows.map(({ name, count }) => [name, count]));
}

/** The ways into an agent's reach, each as its index has it. */
function waysOf(scope: TicketScope): Condition[] {
  const me = sql`${scope.agentId}::uuid`;
  const teams = [...scope.teamIds];
  return [
    ...teams.map((id) => sql<SqlBool>`t.team_id = ${id}::uuid`),
    sql<SqlBool>`t.assignee_id = ${me}`,
    sql<SqlBool>`(t.follower_ids <> '{}' and t.follower_ids @> array[${me}])`,
    ...teams.map((id) => sql<SqlBool>`t.apart_team_id = ${id}::uuid`),
    sql<SqlBool>`t.apart_assignee_id = ${me}`,
  ];
}

/** What an agent may see at all, as maySeeTicket decides it for one ticket. */
export function reachOf(scope: TicketScope): Condition {
  return scope.all ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(waysOf(scope), sql` or `)})`;
}

/** What a list is sorted by, besides the id that comes last. */
const keysOf: Record<TicketSort, readonly string[]> = {
  updated: ['t.updated_at'],
  created: ['t.created_at'],
  priority: ['t.urgency', 't.updated_at'],
  due: ['t.due_order'],
};

function orderOf({ sort, direction }: ListPage): RawBuilder<unknown> {
  const way = direction === 'asc' ? sql`asc` : sql`desc`;
  return sql.join([...keysOf[sort], 't.id'].map((key) => sql`${sql.ref(key)} ${way}`));
}

function afterPlace({ sort, direction, after }: ListPage): Condition {
  if (!after) return sql<SqlBool>`true`;
  const beyond = direction === 'asc' ? sql`>` : sql`<`;
  const keys = sql.join([...keysOf[sort], 't.id'].map((key) => sql.ref(key)));
  const moments = {
    updated: after.updatedAt,
    priority: after.updatedAt,
    created: after.createdAt,
    due: after.dueAt,
  };
  const moment = sql`coalesce(${moments[sort]}::timestamptz, 'infinity')`;
  const urgency = sort === 'priority' ? [sql`${after.urgency}::smallint`] : [];
  return sql<SqlBool>`(${keys}) ${beyond} (${sql.join([...urgency, moment, sql`${after.id}::uuid`])})`;
}

/** A wish as a query for the ids of what it finds, and as a condition on one ticket; undefined when nothing is left of it. */
function wishOf(text: string): { finds: RawBuilder<unknown>; fits: Condition } | undefined {
  const number = /^#?(\d{1,15})$/.exec(text)?.[1];
  const customers = customersFound(text);
  const words = searchTokens(text).join(' & ');
  const query = sql`to_tsquery('simple', ${words})`;
  const ways = [
    ...(number ? [sql<SqlBool>`t.number = ${Number(number)}`] : []),
    ...(customers ? [sql<SqlBool>`t.customer_id in (${customers})`] : []),
    ...(words === '' ? [] : [sql<SqlBool>`t.words @@ ${query}`]),
  ];
  if (ways.length === 0) return undefined;
  return {
    finds: sql.join(
      ways.map((way) => sql`(select t.id from tickets t where ${way} limit ${few + 1})`),
      sql` union all `,
    ),
    fits: sql<SqlBool>`(${sql.join(ways, sql` or `)})`,
  };
}

/** What filters and an owner ask for together. */
export function wantedOf(
  filters: readonly ViewFilter[],
  viewer: Viewer,
  of: { customerId?: string | undefined; conversationId?: string | undefined },
): Wanted {
  const conditions = [
    ...filters.map((filter) => conditionOf(filter, viewer)),
    ...(of.customerId ? [sql<SqlBool>`t.customer_id = ${of.customerId}::uuid`] : []),
    ...(of.conversationId ? [sql<SqlBool>`t.conversation_id = ${of.conversationId}::uuid`] : []),
  ];
  const own = filters.some((filter) =>
    filter.all.some(({ field }) => field === 'mine' || field === 'followed'),
  );
  const where =
    conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : sql<SqlBool>`true`;
  return { where, narrow: own || of.customerId !== undefined || of.conversationId !== undefined };
}
