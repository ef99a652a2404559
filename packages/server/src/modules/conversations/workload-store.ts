import { sql } from 'kysely';
import type { Reader } from '../../platform/database/database.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { ConversationRecord } from './conversation.ts';
import { recordOf } from './conversation-store.ts';

/** How many conversations each agent holds now. */
export async function countLoads(reader: Reader, agentIds: readonly string[]): Promise<Map<string, number>> {
  if (agentIds.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom('conversations')
    .select((of) => ['assignee_id', of.fn.countAll<number>().as('load')])
    .where('assignee_id', '=', (of) => of.fn.any(of.val(agentIds as string[])))
    .where('state', '=', 'assigned')
    .groupBy('assignee_id')
    .execute();
  return new Map(rows.map((row) => [row.assignee_id as string, row.load]));
}

/** The ids of what an agent holds or was offered. */
export async function listHeld(reader: Reader, agentId: string): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('conversations')
    .select('id')
    .where('assignee_id', '=', agentId)
    .where('state', '=', 'assigned')
    .execute();
  return rows.map((row) => row.id);
}

/** Whether a team has conversations that are not closed. */
export async function hasOpenConversations(reader: Reader, teamId: string): Promise<boolean> {
  const row = await reader.sql
    .selectFrom('conversations')
    .select('id')
    .where('team_id', '=', teamId)
    .where('state', '<>', 'closed')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What routing needs to know of a conversation that waits. */
export type QueuedConversation = Pick<
  ConversationRecord,
  | 'id'
  | 'topic'
  | 'language'
  | 'locale'
  | 'customerId'
  | 'teamId'
  | 'queuedAt'
  | 'declinedBy'
  | 'priority'
  | 'lastSeq'
  | 'expectedMinutes'
  | 'expectationTold'
>;

/** What routing works on: the queue of these teams in the order in which it is served. */
export async function listQueued(
  reader: Reader,
  teamIds: readonly string[],
  limit: number,
): Promise<QueuedConversation[]> {
  if (teamIds.length === 0) return [];
  const { rows } = await sql<QueuedConversation>`${prepared}
    select id, topic, language, locale, customer_id as "customerId", team_id as "teamId", queued_at as "queuedAt",
      declined_by as "declinedBy", priority, last_seq as "lastSeq", expected_minutes as "expectedMinutes",
      expectation_told as "expectationTold"
    from conversations where state = 'queued' and team_id = any(${teamIds}::uuid[])
    order by priority desc, queued_at, id limit ${limit}
  `.execute(reader.sql);
  return rows;
}

/** Those that wait for other teams than these, and whose customers have been told nothing since; longest waiting first. */
export async function listUntold(
  reader: Reader,
  teamIds: readonly string[],
  limit: number,
): Promise<Array<Pick<ConversationRecord, 'id' | 'queuedAt'>>> {
  const { rows } = await sql<Pick<ConversationRecord, 'id' | 'queuedAt'>>`${prepared}
    select id, queued_at as "queuedAt" from conversations
    where state = 'queued' and expected_minutes is null and not expectation_told and team_id <> all(${teamIds}::uuid[])
    order by queued_at, id limit ${limit}
  `.execute(reader.sql);
  return rows;
}

/** Conversations that were offered to an agent and not taken up. */
export async function listOffered(reader: Reader): Promise<ConversationRecord[]> {
  const rows = await reader.sql
    .selectFrom('conversations')
    .selectAll()
    .where('state', '=', 'assigned')
    .where('accepted', '=', false)
    .orderBy('offered_at')
    .limit(500)
    .execute();
  return rows.map(recordOf);
}

/** Held by an agent, and the customer has waited for an answer since `before` or longer. */
export async function listUnanswered(reader: Reader, before: Date): Promise<ConversationRecord[]> {
  const rows = await reader.sql
    .selectFrom('conversations')
    .selectAll()
    .where('state', '=', 'assigned')
    .where('accepted', '=', true)
    .where('waiting_since', '<=', before)
    .orderBy('waiting_since')
    .limit(500)
    .execute();
  return rows.map(recordOf);
}

/** Who held the conversation that this one goes on from, or this one itself before it was queued again. */
export async function previousAssignee(reader: Reader, conversationId: string): Promise<string | null> {
  const { rows } = await sql<{ agent: string | null }>`
    select e.payload -> 'after' ->> 'assigneeId' as agent from events e
    where e.type = 'conversation.assigned' and e.subject_id in (
      select ${conversationId}::uuid union all select previous_id from conversations where id = ${conversationId}
    ) and (e.payload -> 'after' ->> 'accepted')::boolean
    order by e.occurred_at desc limit 1
  `.execute(reader.sql);
  return rows[0]?.agent ?? null;
}
