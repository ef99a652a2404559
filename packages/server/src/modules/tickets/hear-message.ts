import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockConversations } from '../conversations/index.ts';
import { changeTicket } from './change-tickets.ts';
import { openTicket } from './open-ticket.ts';
import { followRisk } from './risk/weigh-tickets.ts';
import { inheritChoice } from './tell/tell-store.ts';
import type { TicketRecord } from './ticket.ts';
import { begun, decideAnswered, withStatus } from './ticket-rules.ts';
import { readTicketSettings } from './ticket-settings.ts';
import { latestOfConversations, lockTickets } from './ticket-store.ts';
import { withoutGone } from './without-gone.ts';

const actor = system('tickets');

/** Somebody wrote in a conversation: what that does to its ticket. The same message told of again changes nothing more. */
export async function hearMessage(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  message: { conversationId: string; author: 'customer' | 'agent'; at: Date },
): Promise<void> {
  const ticket = await lockConcerned(tx, message.conversationId);
  if (!ticket) return;
  if (message.author === 'agent') {
    const after = begun(ticket, tx.now);
    if (after !== ticket)
      await changeTicket(tx, platform, { actor, before: ticket, after, cause: 'agent_replied' });
    return;
  }
  const { reopenDays } = await readTicketSettings(tx);
  const answered = decideAnswered(ticket, message.at, reopenDays);
  if (answered.kind === 'stays') await followRisk(tx, platform, ticket, { mayLower: false });
  if (answered.kind === 'opens') {
    const { record } = await changeTicket(tx, platform, {
      actor,
      before: ticket,
      after: await withoutGone(tx, ticket, answered.after),
      cause: 'customer_wrote',
    });
    await followRisk(tx, platform, record, { mayLower: false });
  }
  if (answered.kind === 'follows') await openFollowUp(tx, platform, ticket, message.conversationId);
}

/** The ticket that a conversation's messages concern, held: its own, or the one that was merged into. */
export async function lockConcerned(tx: Tx, conversationId: string): Promise<TicketRecord | undefined> {
  let id = (await latestOfConversations(tx, [conversationId])).get(conversationId);
  const seen = new Set<string>();
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const ticket: TicketRecord | undefined = (await lockTickets(tx, [id])).get(id);
    if (!ticket?.mergedIntoId) return ticket;
    id = ticket.mergedIntoId;
  }
  return undefined;
}

/** The customer is back after their case was done with: a new one goes on from it, with its evidence. */
async function openFollowUp(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  ticket: TicketRecord,
  conversationId: string,
): Promise<void> {
  const conversation = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!conversation) return;
  if (ticket.status !== 'closed') {
    const after = withStatus(ticket, 'closed', tx.now);
    await changeTicket(tx, platform, { actor, before: ticket, after, cause: 'followed_up' });
  }
  const { subject, category, tags, fields, source, id: followsId } = ticket;
  const priority = ticket.prioritySet ? ticket.priority : undefined;
  const { record } = await openTicket(tx, platform, actor, {
    subject,
    category,
    priority,
    tags,
    fields,
    source,
    conversation,
    followsId,
  });
  await inheritChoice(tx, record.id, followsId);
}
