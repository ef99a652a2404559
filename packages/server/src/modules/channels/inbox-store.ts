import { type Channel, type Topic, topics } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Inboxes } from '../../platform/database/database-types.ts';
import type { Inbox } from './inbox.ts';

const topicTeams = z.partialRecord(z.enum(topics), z.uuid());

function inboxOf(row: Selectable<Inboxes>): Inbox {
  return {
    id: row.id,
    channel: row.channel as Channel,
    name: row.name,
    key: row.key,
    allowedOrigins: row.allowed_origins,
    topics: row.topics as Topic[],
    topicTeams: topicTeams.parse(row.topic_teams),
    defaultTeamId: row.default_team_id,
    reopenHours: row.reopen_hours,
    acceptSeconds: row.accept_seconds,
    answerHours: row.answer_hours,
    assistant: row.assistant,
    drafts: row.drafts,
    enabled: row.enabled,
  };
}

const columnsOf = (inbox: Inbox) => ({
  name: inbox.name,
  allowed_origins: inbox.allowedOrigins,
  topics: inbox.topics as string[],
  topic_teams: JSON.stringify(inbox.topicTeams),
  default_team_id: inbox.defaultTeamId,
  reopen_hours: inbox.reopenHours,
  accept_seconds: inbox.acceptSeconds,
  answer_hours: inbox.answerHours,
  assistant: inbox.assistant,
  drafts: inbox.drafts,
  enabled: inbox.enabled,
});

/** All inboxes, oldest first. */
export async function listInboxes(reader: Reader): Promise<Inbox[]> {
  const rows = await reader.sql
    .selectFrom('inboxes')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(inboxOf);
}

/** An inbox, enabled or not. */
export async function readInbox(reader: Reader, id: string): Promise<Inbox | undefined> {
  const row = await reader.sql.selectFrom('inboxes').selectAll().where('id', '=', id).executeTakeFirst();
  return row && inboxOf(row);
}

/** The inbox that a public key names, enabled or not. */
export async function readInboxByKey(reader: Reader, key: string): Promise<Inbox | undefined> {
  const row = await reader.sql.selectFrom('inboxes').selectAll().where('key', '=', key).executeTakeFirst();
  return row && inboxOf(row);
}

/** The inbox whose chat our own pages show: the oldest enabled one. */
export function readChatInbox(reader: Reader): Promise<Inbox | undefined> {
  return oldestOpen(reader, 'chat');
}

/** The inbox that takes the tickets of the customer portal: the oldest enabled one. */
export function readPortalInbox(reader: Reader): Promise<Inbox | undefined> {
  return oldestOpen(reader, 'portal');
}

async function oldestOpen(reader: Reader, channel: Channel): Promise<Inbox | undefined> {
  const row = await reader.sql
    .selectFrom('inboxes')
    .selectAll()
    .where('channel', '=', channel)
    .where('enabled', '=', true)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && inboxOf(row);
}

/** The inboxes that lead to a team, by any topic or by default. */
export async function inboxesOfTeam(reader: Reader, teamId: string): Promise<Inbox[]> {
  const rows = await reader.sql
    .selectFrom('inboxes')
    .selectAll()
    .where((of) =>
      of.or([
        of('default_team_id', '=', teamId),
        sql<boolean>`exists (select from jsonb_each_text(topic_teams) as it where it.value = ${teamId})`,
      ]),
    )
    .orderBy('created_at')
    .execute();
  return rows.map(inboxOf);
}

/** An inbox held until the end of the transaction. */
export async function lockInbox(tx: Tx, id: string): Promise<Inbox | undefined> {
  const row = await tx.sql
    .selectFrom('inboxes')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && inboxOf(row);
}

export async function insertInbox(tx: Tx, inbox: Inbox): Promise<void> {
  await tx.sql
    .insertInto('inboxes')
    .values({ id: inbox.id, channel: inbox.channel, key: inbox.key, created_at: tx.now, ...columnsOf(inbox) })
    .execute();
}

export async function saveInbox(tx: Tx, inbox: Inbox): Promise<void> {
  await tx.sql.updateTable('inboxes').set(columnsOf(inbox)).where('id', '=', inbox.id).execute();
}
