import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../../platform/database/database.ts';
import { customersFound } from '../people/index.ts';
import type { ConversationRecord } from './conversation.ts';
import type { Scope } from './conversation-rules.ts';
import { recordOf } from './conversation-store.ts';
import { searchTokens } from './search-tokens.ts';

/** Where a page begins: after this conversation, in the order of latest activity. */
export interface Place {
  lastActivityAt: Date;
  id: string;
}
interface Page {
  after: Place | null;
  limit: number;
}
interface Filter {
  scope: Scope;
  view: string;
  language: string | undefined;
  channel: string | undefined;
  customerId: string | undefined;
}

/** A list of the inbox, latest activity first. Each view walks an index of its own. */
export async function listInbox(reader: Reader, filter: Filter, page: Page): Promise<ConversationRecord[]> {
  const rows = await pageOf(reader, filter, page).where(viewCondition(filter)).execute();
  return rows.map(recordOf);
}

/** Up to so many finds are collected and then sorted; more are met soon enough by walking the lists. */
const few = 2_000;

/**
 * Searches by number (`#1042`), by customer (name, UID, e-mail) and by words of messages; open and closed alike. Neither a rare wish
 * walks all conversations, nor does a common one collect them.
 */
export async function searchInbox(
  reader: Reader,
  filter: Filter,
  text: string,
  page: Page,
): Promise<ConversationRecord[]> {
  const wish = wishOf(text);
  if (!wish) return [];
  const { rows: found } = await sql<{ id: string }>`
    select id from (${wish.finds}) it (id) limit ${few + 1}
  `.execute(reader.sql);
  if (found.length <= few) {
    const ids = found.map((it) => it.id);
    const rows = await pageOf(reader, filter, page)
      .where('c.id', '=', (of) => of.fn.any(of.val(ids)))
      .execute();
    return rows.map(recordOf);
  }
  const walk = (states: RawBuilder<SqlBool>) =>
    pageOf(reader, filter, page).where(states).where(wish.fits).execute();
  const [open, closed] = [await walk(sql`c.state <> 'closed'`), await walk(sql`c.state = 'closed'`)];
  return [...open, ...closed].map(recordOf).sort(byLatestActivity).slice(0, page.limit);
}

/** A wish as a query for the ids of what it finds, and as a condition on one conversation; undefined when nothing is left of it. */
function wishOf(text: string): { finds: RawBuilder<unknown>; fits: RawBuilder<SqlBool> } | undefined {
  const number = /^#?(\d{1,15})$/.exec(text)?.[1];
  const customers = customersFound(text);
  const words = searchTokens(text).join(' & ');
  const said = sql`select conversation_id from message_search where tokens @@ to_tsquery('simple', ${words})`;
  const ways = [
    ...(number
      ? [
          {
            finds: sql`select id from conversations where number = ${Number(number)}`,
            fits: sql`c.number = ${Number(number)}`,
          },
        ]
      : []),
    ...(customers
      ? [
          {
            finds: sql`select id from conversations where customer_id in (${customers})`,
            fits: sql`exists (${customers} and id = c.customer_id)`,
          },
        ]
      : []),
    ...(words === '' ? [] : [{ finds: said, fits: sql`exists (${said} and conversation_id = c.id)` }]),
  ];
  if (ways.length === 0) return undefined;
  return {
    finds: sql.join(
      ways.map((way) => way.finds),
      sql` union all `,
    ),
    fits: sql`(${sql.join(
      ways.map((way) => way.fits),
      sql` or `,
    )})`,
  };
}

const byLatestActivity = (a: ConversationRecord, b: ConversationRecord) =>
  b.lastActivityAt.getTime() - a.lastActivityAt.getTime() || (a.id < b.id ? 1 : -1);

/** How many open conversations each list holds. */
export async function countInbox(reader: Reader, scope: Scope) {
  const rows = await reader.sql
    .selectFrom('conversations as c')
    .select((of) => [
      'c.team_id as teamId',
      sql<boolean>`c.assignee_id is null and c.state <> 'bot'`.as('unassigned'),
      sql<boolean>`c.state = 'bot'`.as('assistant'),
      sql<boolean>`coalesce(c.assignee_id = ${scope.agentId}, false)`.as('mine'),
      of.fn.countAll<number>().as('count'),
    ])
    .where('c.state', '<>', 'closed')
    .where(reach(scope))
    .groupBy(['c.team_id', 'unassigned', 'assistant', 'mine'])
    .execute();
  const sum = (of: typeof rows) => of.reduce((total, row) => total + row.count, 0);
  const mentions = await reader.sql
    .selectFrom('mentions as m')
    .innerJoin('conversations as c', 'c.id', 'm.conversation_id')
    .select((of) => of.fn.count<number>('m.conversation_id').distinct().as('count'))
    .where('m.agent_id', '=', scope.agentId)
    .where('c.state', '<>', 'closed')
    .where(reach(scope))
    .executeTakeFirstOrThrow();
  return {
    mine: sum(rows.filter((row) => row.mine)),
    unassigned: sum(rows.filter((row) => row.unassigned)),
    assistant: sum(rows.filter((row) => row.assistant)),
    all: sum(rows),
    mentions: mentions.count,
    teams: Object.fromEntries(
      [...Map.groupBy(rows, (row) => row.teamId)].map(([teamId, group]) => [teamId, sum(group)]),
    ),
  };
}

function pageOf(reader: Reader, filter: Filter, page: Page) {
  let query = reader.sql
    .selectFrom('conversations as c')
    .selectAll('c')
    .where(reach(filter.scope))
    .orderBy('c.last_activity_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(page.limit);
  if (filter.language) query = query.where('c.language', '=', filter.language);
  if (filter.channel) query = query.where('c.channel', '=', filter.channel);
  if (filter.customerId) query = query.where('c.customer_id', '=', filter.customerId);
  const { after } = page;
  if (after) {
    query = query.where(
      sql<SqlBool>`(c.last_activity_at, c.id) < (${after.lastActivityAt}::timestamptz, ${after.id}::uuid)`,
    );
  }
  return query;
}

/** What an agent may see at all, as maySee decides it for one conversation. */
function reach(scope: Scope): RawBuilder<SqlBool> {
  if (scope.all) return sql`true`;
  return sql`(c.assignee_id = ${scope.agentId} or c.team_id = any(${[...scope.teamIds]}::uuid[]))`;
}

function viewCondition({ view, customerId, scope }: Filter): RawBuilder<SqlBool> {
  // A customer's own list is all of theirs, whatever the view.
  if (customerId) return sql`true`;
  if (view === 'closed') return sql`c.state = 'closed'`;
  if (view === 'mine') return sql`c.state <> 'closed' and c.assignee_id = ${scope.agentId}`;
  if (view === 'unassigned') return sql`c.state <> 'closed' and c.state <> 'bot' and c.assignee_id is null`;
  // The first half lets it use the index over what is open.
  if (view === 'assistant') return sql`c.state <> 'closed' and c.state = 'bot'`;
  if (view === 'mentions') {
    return sql`c.id in (select conversation_id from mentions where agent_id = ${scope.agentId})`;
  }
  if (view.startsWith('team:')) return sql`c.state <> 'closed' and c.team_id = ${view.slice(5)}`;
  return sql`c.state <> 'closed'`;
}
