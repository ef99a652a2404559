import type { AgentActor, SystemActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Announcement } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeTicket } from './change-tickets.ts';
import { type CommentRecord, insertComment } from './comment-store.ts';
import { ticketCommented } from './events.ts';
import type { TicketRecord } from './ticket.ts';

/** Adds a comment to a ticket that is locked, for use cases that have let the actor in. `after` is the ticket as it is to be besides. */
export async function writeComment(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor | SystemActor,
  { before, after }: { before: TicketRecord; after: TicketRecord },
  words: Pick<CommentRecord, 'author' | 'text' | 'attachmentIds' | 'clientKey'> & { cause?: string },
): Promise<{ comment: CommentRecord; record: TicketRecord }> {
  const { cause, ...written } = words;
  const seq = before.commentCount + 1;
  const comment = { ...written, id: newId(), ticketId: before.id, seq, createdAt: tx.now };
  await insertComment(tx, comment);
  const fact = { event: ticketCommented as Announcement['event'], payload: { commentId: comment.id, seq } };
  const { record } = await changeTicket(tx, platform, {
    actor,
    before,
    after: { ...after, commentCount: seq },
    facts: [fact],
    ...(cause ? { cause } : {}),
  });
  return { comment, record };
}
