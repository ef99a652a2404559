import { sql } from 'kysely';
import type { Reader } from '../../platform/database/database.ts';
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

/** What routing works on: the queue in the order in which it is served. */
export async function listQueued(reader: Reader, limit: number): Promise<ConversationRecord[]> {
  const rows = await reader.sql
    .selectFrom('conversations')
    .selectAll()
    .where('state', '=', 'queued')
    .orderBy('priority', 'desc')
    .orderBy('queued_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
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
