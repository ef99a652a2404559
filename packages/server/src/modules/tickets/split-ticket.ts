import { type Category, maximumSubjectLength } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { beginFromMessage } from '../conversations/index.ts';
import { lockTicket } from './access-ticket.ts';
import { type ChangedTicket, changeTicket } from './change-tickets.ts';
import { linkTickets } from './link-tickets.ts';
import { openTicket } from './open-ticket.ts';
import { sourceBy } from './plan-ticket.ts';
import { inheritChoice } from './tell/tell-store.ts';
import { findTicket, latestOfConversations } from './ticket-store.ts';

/**
 * A message of a ticket's thread becomes a ticket of its own, on a conversation that begins with it; the two are linked. Once per key.
 * Throws `ticket.split_refused` unless the customer wrote the message.
 */
export async function splitTicket(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
  input: { messageId: string; subject: string; category?: Category | undefined; key: string },
): Promise<ChangedTicket> {
  const from = await lockTicket(tx, actor, id);
  if (!from.conversationId) throw fail('ticket.split_refused');
  const { conversationId } = from;
  const { messageId, key } = input;
  const conversation = await beginFromMessage(tx, platform, actor, {
    conversationId,
    messageId,
    key: `${from.id}:${key}`,
  });
  if (!conversation) throw fail('ticket.split_refused');
  const made = (await latestOfConversations(tx, [conversation.id])).get(conversation.id);
  const already = made ? await findTicket(tx, made) : undefined;
  if (already) return changeTicket(tx, platform, { actor, before: already, after: null });
  const opened = await openTicket(tx, platform, actor, {
    conversation,
    subject: input.subject.slice(0, maximumSubjectLength),
    category: input.category ?? from.category,
    priority: from.prioritySet ? from.priority : undefined,
    source: sourceBy(actor),
    followerIds: [actor.id],
  });
  await inheritChoice(tx, opened.record.id, from.id);
  await linkTickets(tx, platform, actor, opened.record.id, { kind: 'related', ticketId: from.id });
  const record = await findTicket(tx, opened.record.id);
  return record ? changeTicket(tx, platform, { actor, before: record, after: null }) : opened;
}
