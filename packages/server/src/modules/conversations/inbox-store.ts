import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../../platform/database/database.ts';
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

/** Searches by number (`#1042`), by customer (name, UID, e-mail) and by words of messages; open and closed alike. */
export async function searchInbox(
  reader: Reader,
  filter: Filter,
  text: string,
  page: Page,
): Promise<ConversationRecord[]> {
  const number = /^#?(\d{1,15})$/.exec(text)?.[1];
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const words = searchTokens(text).join(' & ');
  const rows = await pageOf(reader, filter, page)
    .where((of) =>
      of.or([
        ...(number ? [of('c.number', '=', Number(number))] : []),
        of('c.customer_id', 'in', (from) =>
          from
            .selectFrom('customers')
            .select('id')
            .where((customer) =>
              customer.or([
                customer('name', 'ilike', like),
                customer('email', 'ilike', like),
                customer('external_id', '=', text),
              ]),
            ),
        ),
        ...(words === ''
          ? []
          : [
              of('c.id', 'in', (from) =>
                from
                  .selectFrom('message_search')
                  .select('conversation_id')
                  .where(sql<SqlBool>`tokens @@ to_tsquery('simple', ${words})`),
              ),
            ]),
      ]),
    )
    .execute();
  return rows.map(recordOf);
}

/** How many open conversations each list holds. */
export async function countInbox(reader: Reader, scope: Scope) {
  const rows = await reader.sql
    .selectFrom('conversations as c')
    .select((of) => [
      'c.team_id as teamId',
      sql<boolean>`c.assignee_id is null`.as('unassigned'),
      sql<boolean>`coalesce(c.assignee_id = ${scope.agentId}, false)`.as('mine'),
      of.fn.countAll<number>().as('count'),
    ])
    .where('c.state', '<>', 'closed')
    .where(reach(scope))
    .groupBy(['c.team_id', 'unassigned', 'mine'])
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
  if (view === 'unassigned') return sql`c.state <> 'closed' and c.assignee_id is null`;
  if (view === 'mentions') {
    return sql`c.id in (select conversation_id from mentions where agent_id = ${scope.agentId})`;
  }
  if (view.startsWith('team:')) return sql`c.state <> 'closed' and c.team_id = ${view.slice(5)}`;
  return sql`c.state <> 'closed'`;
}
