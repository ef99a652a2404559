import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { prepared } from '../../../platform/database/prepared.ts';

/** Where a conversation is held on its platform. */
export interface SocialThread {
  readonly conversationId: string;
  readonly inboxId: string;
  readonly address: string;
  readonly threadKey: string | null;
  readonly lastInboundAt: Date;
  /** Its other place, where it is held in two: one that everybody reads, and one in private. */
  readonly other: SocialPlaceKey | null;
  /** When the customer was last told by a template that an answer waits; null: never. */
  readonly noticedAt: Date | null;
}

/** An address on a platform, and the platform's thread there. */
type SocialPlaceKey = Pick<SocialThread, 'address' | 'threadKey'>;

/** Where a conversation is held; undefined where nobody wrote from a platform. */
export async function readSocialThread(
  reader: Reader,
  conversationId: string,
): Promise<SocialThread | undefined> {
  const row = await reader.sql
    .selectFrom('social_threads')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  return (
    row && {
      conversationId: row.conversation_id,
      inboxId: row.inbox_id,
      address: row.address,
      threadKey: row.thread_key,
      lastInboundAt: row.last_inbound_at,
      other:
        row.other_address === null ? null : { address: row.other_address, threadKey: row.other_thread_key },
      noticedAt: row.noticed_at,
    }
  );
}

/** The conversation that an address last wrote in, or that was last placed there, within one thread of the platform's, in whichever of its places that is. */
export async function findSocialThread(
  reader: Reader,
  inboxId: string,
  { address, threadKey }: Pick<SocialThread, 'address' | 'threadKey'>,
): Promise<string | undefined> {
  const row = await reader.sql
    .selectFrom('social_threads')
    .select('conversation_id')
    .where('inbox_id', '=', inboxId)
    .where((of) =>
      of.or([
        of.and([of('address', '=', address), sql<boolean>`thread_key is not distinct from ${threadKey}`]),
        of.and([
          of('other_address', '=', address),
          sql<boolean>`other_thread_key is not distinct from ${threadKey}`,
        ]),
      ]),
    )
    .orderBy(sql`greatest(last_inbound_at, placed_at)`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.conversation_id;
}

/**
 * What is known of messages that came, in their order: whether each was taken in before, and the conversation that `findSocialThread` would
 * answer for it.
 */
export async function findSocialPlaces(
  reader: Reader,
  came: ReadonlyArray<{ inboxId: string; externalId: string } & SocialPlaceKey>,
): Promise<Array<{ known: boolean; conversationId: string | null }>> {
  const { rows } = await sql<{ known: boolean; conversation_id: string | null }>`${prepared}
    select exists (
        select from social_messages m where m.inbox_id = it.inbox_id and m.external_id = it.external_id
      ) as known, t.conversation_id
    from unnest(
      ${came.map((it) => it.inboxId)}::uuid[], ${came.map((it) => it.externalId)}::text[],
      ${came.map((it) => it.address)}::text[], ${came.map((it) => it.threadKey)}::text[]
    ) with ordinality as it (inbox_id, external_id, address, thread_key, place)
    left join lateral (
      select conversation_id from social_threads s
      where s.inbox_id = it.inbox_id and (
        (s.address = it.address and s.thread_key is not distinct from it.thread_key)
        or (s.other_address = it.address and s.other_thread_key is not distinct from it.thread_key)
      )
      order by greatest(s.last_inbound_at, s.placed_at) desc limit 1
    ) t on true
    order by it.place
  `.execute(reader.sql);
  return rows.map((row) => ({ known: row.known, conversationId: row.conversation_id }));
}

/** Notes where a conversation is held, and that the customer has just written there. */
export async function saveSocialThread(
  tx: Tx,
  {
    conversationId,
    inboxId,
    address,
    threadKey,
  }: Omit<SocialThread, 'lastInboundAt' | 'other' | 'noticedAt'>,
): Promise<void> {
  await tx.sql
    .insertInto('social_threads')
    .values({
      conversation_id: conversationId,
      inbox_id: inboxId,
      address,
      thread_key: threadKey,
      last_inbound_at: tx.now,
    })
    .onConflict((at) => at.column('conversation_id').doUpdateSet({ last_inbound_at: tx.now }))
    .execute();
}

/** Notes that the customer was told by a template that an answer waits. */
export async function noteNoticed(tx: Tx, conversationId: string): Promise<void> {
  await tx.sql
    .updateTable('social_threads')
    .set({ noticed_at: tx.now })
    .where('conversation_id', '=', conversationId)
    .execute();
}

/** Has answers go to a place from now on; `other` is the one that it is held in as well. */
export async function saveSocialPlaces(
  tx: Tx,
  conversationId: string,
  place: SocialPlaceKey,
  other: SocialPlaceKey | null,
): Promise<void> {
  await tx.sql
    .updateTable('social_threads')
    .set({
      address: place.address,
      thread_key: place.threadKey,
      other_address: other?.address ?? null,
      other_thread_key: other?.threadKey ?? null,
      placed_at: tx.now,
    })
    .where('conversation_id', '=', conversationId)
    .execute();
}

/** Has what is written at the place of a conversation belong to another one, which answers there from now on. */
export async function moveSocialThread(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.sql
    .updateTable('social_threads')
    .set({ conversation_id: toId, placed_at: tx.now })
    .where('conversation_id', '=', fromId)
    .execute();
}

/** Nothing that is written from an address goes on with what was written there, and no answer to that goes there. */
export async function detachSocialThreads(tx: Tx, inboxId: string, address: string): Promise<void> {
  await tx.sql
    .deleteFrom('social_threads')
    .where('inbox_id', '=', inboxId)
    .where('address', '=', address)
    .execute();
  await tx.sql
    .updateTable('social_threads')
    .set({ other_address: null, other_thread_key: null })
    .where('inbox_id', '=', inboxId)
    .where('other_address', '=', address)
    .execute();
}

/** Whether a message of the platform's was taken in before. */
export async function hasSocialMessage(
  reader: Reader,
  inboxId: string,
  externalId: string,
): Promise<boolean> {
  const row = await reader.sql
    .selectFrom('social_messages')
    .select('external_id')
    .where('inbox_id', '=', inboxId)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The platform's id of what was written last in a conversation, from an address of it; null where nothing was taken in. */
export async function lastSocialMessage(
  reader: Reader,
  conversationId: string,
  address: string,
): Promise<string | null> {
  const row = await reader.sql
    .selectFrom('social_messages')
    .select((of) => of.fn.coalesce('changes', 'external_id').as('external_id'))
    .where('conversation_id', '=', conversationId)
    .where((of) => of.or([of('address', '=', address), of('address', 'is', null)]))
    .orderBy('created_at', 'desc')
    .orderBy('external_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.external_id ?? null;
}

/** When somebody last wrote to an inbox from an address of a platform, whatever became of it; null: never. */
export async function lastWrittenAt(reader: Reader, inboxId: string, address: string): Promise<Date | null> {
  const row = await reader.sql
    .selectFrom('social_threads as t')
    .innerJoin('social_messages as m', (join) =>
      join.onRef('m.conversation_id', '=', 't.conversation_id').onRef('m.inbox_id', '=', 't.inbox_id'),
    )
    .select((of) => of.fn.max('m.created_at').as('at'))
    .where('t.inbox_id', '=', inboxId)
    .where((of) => of.or([of('t.address', '=', address), of('t.other_address', '=', address)]))
    .where(sql<boolean>`coalesce(m.address, t.address) = ${address}`)
    // No platform lets us answer for longer because a text was changed.
    .where('m.changes', 'is', null)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** What is noted of a message that was taken in. */
interface SocialMessage {
  readonly inboxId: string;
  readonly externalId: string;
  readonly conversationId: string;
  readonly messageId: string | null;
  readonly address: string;
  /** Of the new text of a message: whose, by the platform's id, and when by its clock. */
  readonly changes?: string | undefined;
  readonly writtenAt?: Date | null;
}

/** What a message of the platform's has said, the newest last. */
interface SocialVersion {
  readonly conversationId: string;
  readonly messageId: string;
  readonly writtenAt: Date | null;
}

/** The messages in which a message of the platform's was taken in: as it was first, and each of its new texts. Empty where it is not known. */
export async function findSocialVersions(
  reader: Reader,
  inboxId: string,
  externalId: string,
): Promise<SocialVersion[]> {
  const rows = await reader.sql
    .selectFrom('social_messages')
    .select(['conversation_id', 'message_id', 'written_at'])
    .where('inbox_id', '=', inboxId)
    .where((of) => of.or([of('external_id', '=', externalId), of('changes', '=', externalId)]))
    .orderBy(sql`written_at nulls first`)
    .orderBy('created_at')
    .execute();
  return rows.flatMap((row) =>
    row.message_id === null
      ? []
      : [{ conversationId: row.conversation_id, messageId: row.message_id, writtenAt: row.written_at }],
  );
}

/** Notes that a message of the platform's was taken in, so that it is not again. */
export async function insertSocialMessage(tx: Tx, message: SocialMessage): Promise<void> {
  await insertSocialMessages(tx, [message]);
}

/** The same for several; and that their customers have just written where these conversations are held already. */
export async function noteSocialMessages(tx: Tx, messages: readonly SocialMessage[]): Promise<void> {
  await insertSocialMessages(tx, messages);
  await sql`${prepared}
    update social_threads set last_inbound_at = ${tx.now}
    where conversation_id = any(${messages.map((it) => it.conversationId)}::uuid[])
  `.execute(tx.sql);
}

async function insertSocialMessages(tx: Tx, messages: readonly SocialMessage[]): Promise<void> {
  await sql`${prepared}
    insert into social_messages (
      inbox_id, external_id, conversation_id, message_id, address, changes, written_at, created_at
    ) select it.*, ${tx.now}::timestamptz from unnest(
      ${messages.map((it) => it.inboxId)}::uuid[], ${messages.map((it) => it.externalId)}::text[],
      ${messages.map((it) => it.conversationId)}::uuid[], ${messages.map((it) => it.messageId)}::uuid[],
      ${messages.map((it) => it.address)}::text[], ${messages.map((it) => it.changes ?? null)}::text[],
      ${messages.map((it) => it.writtenAt ?? null)}::timestamptz[]
    ) as it (inbox_id, external_id, conversation_id, message_id, address, changes, written_at)
  `.execute(tx.sql);
}
