import type { PrivateChatStanding } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { PrivateChats, PrivateLinks } from '../../../platform/database/database-types.ts';
import type { PrivateChat, PrivateLink } from './private-link.ts';

const linkOf = (row: Selectable<PrivateLinks>): PrivateLink => ({
  id: row.id,
  conversationId: row.conversation_id,
  inboxId: row.inbox_id,
  address: row.address,
  threadKey: row.thread_key,
  chatInboxId: row.chat_inbox_id,
  createdBy: row.created_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  openedAt: row.opened_at,
  revokedAt: row.revoked_at,
  provenConversationId: row.proven_conversation_id,
});

const chatOf = (row: Selectable<PrivateChats>): PrivateChat => ({
  conversationId: row.conversation_id,
  linkId: row.link_id,
  standing: row.standing as PrivateChatStanding,
  createdAt: row.created_at,
  proofExpiresAt: row.proof_hash === null ? null : row.proof_expires_at,
});

/** Keeps a link by the hash of what stands in it. */
export async function insertLink(tx: Tx, link: PrivateLink, codeHash: string): Promise<void> {
  await tx.sql
    .insertInto('private_links')
    .values({
      id: link.id,
      code_hash: codeHash,
      conversation_id: link.conversationId,
      inbox_id: link.inboxId,
      address: link.address,
      thread_key: link.threadKey,
      chat_inbox_id: link.chatInboxId,
      created_by: link.createdBy,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      proven_conversation_id: null,
    })
    .execute();
}

/** The link with this hash. */
export async function findLink(reader: Reader, codeHash: string): Promise<PrivateLink | undefined> {
  const row = await reader.sql
    .selectFrom('private_links')
    .selectAll()
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return row && linkOf(row);
}

/** A link, held until the transaction ends: whatever becomes of its chats happens one after the other. */
export async function lockLink(tx: Tx, id: string): Promise<PrivateLink | undefined> {
  const row = await tx.sql
    .selectFrom('private_links')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && linkOf(row);
}

/** Notes that the page of a link was opened, the first time. */
export async function noteOpened(tx: Tx, id: string): Promise<void> {
  await tx.sql
    .updateTable('private_links')
    .set({ opened_at: tx.now })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .execute();
}

/** Takes back the links of a public conversation that are open. Answers whether any was. */
export async function revokeOpenLinks(tx: Tx, conversationId: string): Promise<boolean> {
  const revoked = await tx.sql
    .updateTable('private_links')
    .set({ revoked_at: tx.now })
    .where('conversation_id', '=', conversationId)
    .where('proven_conversation_id', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning('id')
    .execute();
  return revoked.length > 0;
}

/** Undoes that for those that were taken back last and would still be open. Answers whether any is again. */
export async function restoreRevokedLinks(tx: Tx, conversationId: string): Promise<boolean> {
  const restored = await tx.sql
    .updateTable('private_links')
    .set({ revoked_at: null })
    .where('conversation_id', '=', conversationId)
    .where('proven_conversation_id', 'is', null)
    .where('expires_at', '>', tx.now)
    .where('revoked_at', '=', (of) =>
      of
        .selectFrom('private_links')
        .select((it) => it.fn.max('revoked_at').as('last'))
        .where('conversation_id', '=', conversationId),
    )
    .returning('id')
    .execute();
  return restored.length > 0;
}

/** The link that was made last for a public conversation, or the one that was proven. */
export async function newestLink(reader: Reader, conversationId: string): Promise<PrivateLink | undefined> {
  const row = await reader.sql
    .selectFrom('private_links')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy((of) => of('proven_conversation_id', 'is not', null), 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && linkOf(row);
}

/** The chats that began by any link of a public conversation: the proven one, then the newest. */
export async function listChatsOfPublic(
  reader: Reader,
  conversationId: string,
  limit: number,
): Promise<PrivateChat[]> {
  const rows = await reader.sql
    .selectFrom('private_chats as c')
    .innerJoin('private_links as l', 'l.id', 'c.link_id')
    .selectAll('c')
    .where('l.conversation_id', '=', conversationId)
    .orderBy((of) => of('c.standing', '=', 'proven'), 'desc')
    .orderBy('c.created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(chatOf);
}

/** The link by which a chat began, and how it stands; undefined for chats that began otherwise. */
export async function findPrivateChat(
  reader: Reader,
  conversationId: string,
): Promise<{ chat: PrivateChat; link: PrivateLink } | undefined> {
  const chat = await reader.sql
    .selectFrom('private_chats')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  const link =
    chat &&
    (await reader.sql
      .selectFrom('private_links')
      .selectAll()
      .where('id', '=', chat.link_id)
      .executeTakeFirst());
  return chat && link && { chat: chatOf(chat), link: linkOf(link) };
}

/** The chat that a customer began by a link. */
export async function findOwnChat(
  reader: Reader,
  linkId: string,
  customerId: string,
): Promise<PrivateChat | undefined> {
  const row = await reader.sql
    .selectFrom('private_chats as p')
    .innerJoin('conversations as c', 'c.id', 'p.conversation_id')
    .selectAll('p')
    .where('p.link_id', '=', linkId)
    .where('c.customer_id', '=', customerId)
    .orderBy('p.created_at')
    .limit(1)
    .executeTakeFirst();
  return row && chatOf(row);
}

/** The chat to which a code was given. */
export async function findChatByProof(reader: Reader, proofHash: string): Promise<PrivateChat | undefined> {
  const row = await reader.sql
    .selectFrom('private_chats')
    .selectAll()
    .where('proof_hash', '=', proofHash)
    .executeTakeFirst();
  return row && chatOf(row);
}

/** A chat begins by a link, and nobody knows whose it is. */
export async function insertPrivateChat(tx: Tx, linkId: string, conversationId: string): Promise<void> {
  await tx.sql
    .insertInto('private_chats')
    .values({ conversation_id: conversationId, link_id: linkId, standing: 'unproven', created_at: tx.now })
    .execute();
}

/** The code of a chat from now on; null: none. */
export async function saveProof(
  tx: Tx,
  conversationId: string,
  proof: { hash: string; expiresAt: Date } | null,
): Promise<void> {
  await tx.sql
    .updateTable('private_chats')
    .set({ proof_hash: proof?.hash ?? null, proof_expires_at: proof?.expiresAt ?? null })
    .where('conversation_id', '=', conversationId)
    .execute();
}

/** A chat is proven: its link and all codes end, and the link's other chats are somebody else's. Answers those. */
export async function saveProven(tx: Tx, linkId: string, conversationId: string): Promise<string[]> {
  await tx.sql
    .updateTable('private_links')
    .set({ proven_conversation_id: conversationId })
    .where('id', '=', linkId)
    .execute();
  await tx.sql
    .updateTable('private_chats')
    .set({ standing: 'proven', proven_at: tx.now, proof_hash: null, proof_expires_at: null })
    .where('conversation_id', '=', conversationId)
    .execute();
  const others = await tx.sql
    .updateTable('private_chats')
    .set({ standing: 'other', proof_hash: null, proof_expires_at: null })
    .where('link_id', '=', linkId)
    .where('conversation_id', '!=', conversationId)
    .returning('conversation_id')
    .execute();
  return others.map((it) => it.conversation_id);
}

/** Whether the last message that was to reach a customer in private, on a platform where they wrote publicly, did not. */
export async function wasRefusedInPrivate(reader: Reader, conversationId: string): Promise<boolean> {
  const { rows } = await sql<{ delivery_state: string }>`
    with turns as (
      select max(seq) filter (where system_key = 'went_private') as from_seq,
        max(seq) filter (where system_key = 'went_public') as until_seq
      from messages where conversation_id = ${conversationId} and system_key in ('went_private', 'went_public')
    )
    select m.delivery_state from messages m, turns
    where m.conversation_id = ${conversationId} and m.delivery_state in ('sent', 'failed')
      and m.seq > turns.from_seq and (turns.until_seq < turns.from_seq or m.seq < turns.until_seq or turns.until_seq is null)
    order by m.seq desc limit 1
  `.execute(reader.sql);
  return rows[0]?.delivery_state === 'failed';
}
