import { type SqlBool, sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Announcement } from '../../platform/events/event.ts';
import { appending } from '../../platform/events/event-store.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import { columnsOf } from './conversation-store.ts';
import { rowsOf } from './message-store.ts';
import type { RemovalRow } from './shield/removal-store.ts';

/** Conversations each one version further, with the new entries of their threads, and the facts that tell of both. */
export interface Changes {
  readonly conversations: readonly ConversationRecord[];
  readonly messages: readonly MessageRecord[];
  /** What the shield took out of them. */
  readonly removals: readonly RemovalRow[];
  readonly announcements: readonly Announcement[];
}

/**
 * Writes changes in one statement: the path of every message. A conversation that is no longer the version before is left as it is,
 * with all that belongs to it. Answers the ids of those that were written.
 */
export async function saveChanges(tx: Tx, changes: Changes): Promise<Set<string>> {
  const { conversations, messages, removals, announcements } = changes;
  const { rows } = await sql<{ id: string }>`${prepared}
    with saved as (
      update conversations c set
        version = v.version, state = v.state, topic = v.topic, language = v.language, customer_id = v.customer_id,
        team_id = v.team_id, assignee_id = v.assignee_id, accepted = v.accepted, offered_at = v.offered_at,
        queued_at = v.queued_at, declined_by = v.declined_by, declined_at = v.declined_at, priority = v.priority,
        last_seq = v.last_seq, last_public_seq = v.last_public_seq, preview_text = v.preview_text,
        preview_author = v.preview_author, waiting_since = v.waiting_since,
        expected_minutes = v.expected_minutes, expectation_told = v.expectation_told, agent_read_seq = v.agent_read_seq,
        agent_read_public_seq = v.agent_read_public_seq, customer_delivered_seq = v.customer_delivered_seq,
        customer_read_seq = v.customer_read_seq, close_reason = v.close_reason,
        last_activity_at = v.last_activity_at, closed_at = v.closed_at
      from jsonb_populate_recordset(null::conversations, ${JSON.stringify(conversations.map(columnsOf))}::jsonb) v
      where c.id = v.id and c.version = v.version - 1
      returning c.id
    )${messages.length > 0 ? adding(messages) : none}${
      messages.some((it) => it.mentions.length > 0) ? mentioning(messages) : none
    }${removals.length > 0 ? removing(removals) : none}${announcements.length > 0 ? sql`, ${appending(tx, announcements, ofSaved('it.subject_id'))}` : none}
    select id from saved
  `.execute(tx.sql);
  return new Set(rows.map((row) => row.id));
}

const adding = (messages: readonly MessageRecord[]) => sql`, added as (
      insert into messages
      select m.* from jsonb_populate_recordset(null::messages, ${JSON.stringify(rowsOf(messages))}::jsonb) m
      where ${ofSaved('m.conversation_id')}
    )`;

const removing = (removals: readonly RemovalRow[]) => sql`, removed as (
      insert into shield_removals
      select r.* from jsonb_populate_recordset(null::shield_removals, ${JSON.stringify(removals)}::jsonb) r
      where ${ofSaved('r.conversation_id')}
    )`;

const mentioning = (messages: readonly MessageRecord[]) => {
  const mentions = messages.flatMap((it) => it.mentions.map((agentId) => ({ ...it, agentId })));
  return sql`, mentioned as (
      insert into mentions (agent_id, conversation_id, seq, created_at)
      select it.* from unnest(
        ${mentions.map((it) => it.agentId)}::uuid[], ${mentions.map((it) => it.conversationId)}::uuid[],
        ${mentions.map((it) => it.seq)}::int[], ${mentions.map((it) => it.createdAt)}::timestamptz[]
      ) as it (agent_id, conversation_id, seq, created_at)
      where ${ofSaved('it.conversation_id')}
      on conflict do nothing
    )`;
};

const none = sql``;

const ofSaved = (column: string) => sql<SqlBool>`${sql.ref(column)} in (select id from saved)`;
