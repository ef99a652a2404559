import { isDeepStrictEqual } from 'node:util';
import type { Attachment, TicketComment } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { claimForTicket, readAttachments } from '../conversations/index.ts';
import { agentName } from '../people/index.ts';
import { accessTicket, lockTicket } from './access-ticket.ts';
import { type CommentRecord, findComment, listComments } from './comment-store.ts';
import { begun } from './ticket-rules.ts';
import { writeComment } from './write-comment.ts';

/**
 * An agent writes to colleagues on a ticket, once per key. Throws `conversation.key_reused` for a key with other words or files, and
 * `file.not_found` for files that are not the agent's own to send.
 */
export async function commentTicket(
  tx: Tx,
  platform: Pick<Platform, 'live' | 'keys'>,
  actor: AgentActor,
  ticketId: string,
  input: { key: string; text: string; attachmentIds: readonly string[] },
): Promise<TicketComment> {
  const before = await lockTicket(tx, actor, ticketId);
  const clientKey = `${actor.id}:${input.key}`;
  const text = input.text.replaceAll('\u0000', '').toWellFormed();
  const written = await findComment(tx, ticketId, clientKey);
  const attachmentIds = [...new Set(input.attachmentIds)];
  if (written) {
    const same = written.text === text && isDeepStrictEqual(written.attachmentIds, attachmentIds);
    if (!same) throw fail('conversation.key_reused');
    return presentOne(tx, platform, written);
  }
  await claimForTicket(tx, actor, attachmentIds, ticketId);
  const author = { id: actor.id, name: await agentName(tx, actor.id) };
  const ticket = { before, after: begun(before, tx.now) };
  const words = { author, text, attachmentIds, clientKey };
  const { comment } = await writeComment(tx, platform, actor, ticket, words);
  return presentOne(tx, platform, comment);
}

/** What agents wrote on a ticket, in order. Throws `ticket.not_found`. */
export async function readComments(
  reader: Reader,
  platform: Pick<Platform, 'keys'>,
  actor: AgentActor,
  ticketId: string,
  page: { after: number; limit: number },
): Promise<{ items: TicketComment[] }> {
  await accessTicket(reader, actor, ticketId);
  const comments = await listComments(reader, ticketId, page);
  const files = await readAttachments(
    reader,
    platform.keys,
    comments.flatMap((it) => it.attachmentIds),
  );
  return { items: comments.map((it) => presentComment(it, files)) };
}

async function presentOne(
  reader: Reader,
  { keys }: Pick<Platform, 'keys'>,
  comment: CommentRecord,
): Promise<TicketComment> {
  return presentComment(comment, await readAttachments(reader, keys, comment.attachmentIds));
}

const presentComment = (
  { id, ticketId, seq, author, text, attachmentIds, createdAt }: CommentRecord,
  files: ReadonlyMap<string, Attachment>,
): TicketComment => ({
  id,
  ticketId,
  seq,
  author,
  text,
  attachments: attachmentIds.flatMap((it) => files.get(it) ?? []),
  createdAt: createdAt.toISOString(),
});
