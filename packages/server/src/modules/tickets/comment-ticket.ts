import type { TicketComment } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Announcement } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { agentName } from '../people/index.ts';
import { accessTicket, lockTicket } from './access-ticket.ts';
import { changeTicket } from './change-tickets.ts';
import { type CommentRecord, findComment, insertComment, listComments } from './comment-store.ts';
import { ticketCommented } from './events.ts';
import { begun } from './ticket-rules.ts';

/** An agent writes to colleagues on a ticket, once per key. Throws `conversation.key_reused` for a key with other words. */
export async function commentTicket(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  ticketId: string,
  input: { key: string; text: string },
): Promise<TicketComment> {
  const before = await lockTicket(tx, actor, ticketId);
  const clientKey = `${actor.id}:${input.key}`;
  const text = input.text.replaceAll('\u0000', '').toWellFormed();
  const written = await findComment(tx, ticketId, clientKey);
  if (written && written.text !== text) throw fail('conversation.key_reused');
  if (written) return presentComment(written);
  const comment: CommentRecord = {
    id: newId(),
    ticketId,
    seq: before.commentCount + 1,
    author: { id: actor.id, name: await agentName(tx, actor.id) },
    text,
    clientKey,
    createdAt: tx.now,
  };
  await insertComment(tx, comment);
  const fact = {
    event: ticketCommented as Announcement['event'],
    payload: { commentId: comment.id, seq: comment.seq },
  };
  const after = { ...begun(before, tx.now), commentCount: comment.seq };
  await changeTicket(tx, platform, { actor, before, after, facts: [fact] });
  return presentComment(comment);
}

/** What agents wrote on a ticket, in order. Throws `ticket.not_found`. */
export async function readComments(
  reader: Reader,
  actor: AgentActor,
  ticketId: string,
  page: { after: number; limit: number },
): Promise<{ items: TicketComment[] }> {
  await accessTicket(reader, actor, ticketId);
  return { items: (await listComments(reader, ticketId, page)).map(presentComment) };
}

const presentComment = ({ id, ticketId, seq, author, text, createdAt }: CommentRecord): TicketComment => ({
  id,
  ticketId,
  seq,
  author,
  text,
  createdAt: createdAt.toISOString(),
});
