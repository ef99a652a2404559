import { letterInvitation, letterProtection } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Letters } from '../../../platform/database/database-types.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import type { LetterRecord } from './letter-record.ts';

const party = z.object({ address: z.string(), name: z.string().nullable() });
const parties = z.object({
  from: party.nullable(),
  replyTo: z.array(party),
  to: z.array(party),
  cc: z.array(party),
});
const body = z.object({
  text: z.string(),
  history: z.string(),
  signature: z.string(),
  inline: z.record(z.string(), z.string()),
  protection: letterProtection.optional(),
  invitation: letterInvitation.nullish(),
});

const recordOf = (row: Selectable<Letters>): LetterRecord => ({
  id: row.id,
  inboxId: row.inbox_id,
  direction: row.direction as LetterRecord['direction'],
  headerId: row.header_id,
  conversationId: row.conversation_id,
  messageId: row.message_id,
  kind: row.kind as LetterRecord['kind'],
  subject: row.subject,
  parties: parties.parse(row.parties),
  references: row.refs,
  html: row.html,
  body: row.body === null ? null : body.parse(row.body),
  proof: row.proof,
  rawKey: row.raw_key,
  createdAt: row.created_at,
});

/** Notes a letter. False when the inbox already has one of that Message-ID in that direction; nothing is written then. */
export async function insertLetter(tx: Tx, letter: LetterRecord): Promise<boolean> {
  return (await insertLetters(tx, [letter])) === 1;
}

/** The same for several, in one statement. Answers how many there were not yet. */
export async function insertLetters(tx: Tx, letters: readonly LetterRecord[]): Promise<number> {
  const { rows } = await sql`${prepared}
    insert into letters (id, inbox_id, direction, header_id, conversation_id, message_id, kind, subject, parties, refs,
      html, body, proof, raw_key, created_at)
    select id, inbox_id, direction, header_id, conversation_id, message_id, kind, subject, parties, refs,
      html, body, proof, raw_key, created_at
    from jsonb_populate_recordset(null::letters, ${JSON.stringify(letters.map(rowOf))}::jsonb)
    on conflict (inbox_id, direction, header_id) do nothing
    returning id
  `.execute(tx.sql);
  return rows.length;
}

const rowOf = (letter: LetterRecord) => ({
  id: letter.id,
  inbox_id: letter.inboxId,
  direction: letter.direction,
  header_id: letter.headerId,
  conversation_id: letter.conversationId,
  message_id: letter.messageId,
  kind: letter.kind,
  subject: letter.subject.toWellFormed(),
  parties: letter.parties,
  refs: letter.references,
  html: letter.html?.toWellFormed() ?? null,
  body: letter.body,
  proof: letter.proof,
  raw_key: letter.rawKey,
  created_at: letter.createdAt,
});

/** Whether an inbox has taken in a letter of that Message-ID. */
export async function hasLetter(reader: Reader, inboxId: string, headerId: string): Promise<boolean> {
  const [has = false] = await haveLetters(reader, [{ inboxId, headerId }]);
  return has;
}

/** The same for several, in their order. */
export async function haveLetters(
  reader: Reader,
  wanted: ReadonlyArray<{ readonly inboxId: string; readonly headerId: string }>,
): Promise<boolean[]> {
  // By that alone: with the others beside it, a table whose statistics are not made yet is read by the index of the inbox's senders, all of it.
  const rows = await reader.sql
    .selectFrom('letters')
    .modifyFront(prepared)
    .select(['inbox_id', 'direction', 'header_id'])
    .where('header_id', '=', (of) => of.fn.any(of.val(wanted.map((it) => it.headerId))))
    .execute();
  const known = new Set(
    rows.filter((it) => it.direction === 'in').map((it) => `${it.inbox_id} ${it.header_id}`),
  );
  return wanted.map(({ inboxId, headerId }) => known.has(`${inboxId} ${headerId}`));
}

/** Letters by their Message-IDs, in either direction. */
export async function findLetters(reader: Reader, headerIds: readonly string[]): Promise<LetterRecord[]> {
  if (headerIds.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('letters')
    .selectAll()
    .where('header_id', '=', (of) => of.fn.any(of.val(headerIds as string[])))
    .orderBy('created_at')
    .execute();
  return rows.map(recordOf);
}

/** The letters of a conversation, oldest first: the last `limit` of them. */
export async function lettersOfConversation(
  reader: Reader,
  conversationId: string,
  limit = 50,
): Promise<LetterRecord[]> {
  const rows = await reader.sql
    .selectFrom('letters')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf).reverse();
}

/** What the proofs of the letters are worth that these messages came as, by message. */
export async function proofsOfMessages(
  reader: Reader,
  conversationId: string,
  messageIds: readonly string[],
): Promise<Map<string, unknown>> {
  if (messageIds.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom('letters')
    .select(['message_id', 'proof'])
    .where('conversation_id', '=', conversationId)
    .where('message_id', '=', (of) => of.fn.any(of.val(messageIds as string[])))
    .execute();
  return new Map(rows.flatMap(({ message_id, proof }) => (message_id ? [[message_id, proof]] : [])));
}

/** The first letter that came into each of these conversations, by conversation. */
export async function firstLettersOf(
  reader: Reader,
  conversationIds: readonly string[],
): Promise<Map<string, LetterRecord>> {
  if (conversationIds.length === 0) return new Map();
  // By their conversation alone (`offset 0` keeps the planner from looking inside): see haveLetters.
  const { rows } = await sql<Selectable<Letters> & { conversation_id: string }>`
    select l.* from unnest(${conversationIds}::uuid[]) as it (id)
    cross join lateral (
      select * from (select * from letters where conversation_id = it.id offset 0) of_it
      where direction = 'in' order by created_at, id limit 1
    ) l
  `.execute(reader.sql);
  return new Map(rows.map((row) => [row.conversation_id, recordOf(row)]));
}

/** A letter by our id for it. */
export async function findLetter(reader: Reader, id: string): Promise<LetterRecord | undefined> {
  const row = await reader.sql.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** The letter behind a message. */
export async function findLetterOf(
  reader: Reader,
  conversationId: string,
  messageId: string,
): Promise<LetterRecord | undefined> {
  const row = await reader.sql
    .selectFrom('letters')
    .selectAll()
    .where('message_id', '=', messageId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The conversations into which somebody wrote letters since a moment, the latest first, each with its latest subject. */
export async function recentOfSender(
  reader: Reader,
  inboxId: string,
  address: string,
  since: Date,
): Promise<Array<{ conversationId: string; subject: string; lastMessageAt: Date }>> {
  const { rows } = await sql<{ conversation_id: string; subject: string; created_at: Date }>`
    select distinct on (conversation_id) conversation_id, subject, created_at from letters
    where inbox_id = ${inboxId} and direction = 'in' and conversation_id is not null and created_at >= ${since}
      and lower(parties->'from'->>'address') = ${address.toLowerCase()}
    order by conversation_id, created_at desc
  `.execute(reader.sql);
  return rows
    .map((row) => ({
      conversationId: row.conversation_id,
      subject: row.subject,
      lastMessageAt: row.created_at,
    }))
    .sort((a, b) => b.lastMessageAt.getTime() - a.lastMessageAt.getTime());
}
