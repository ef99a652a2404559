import type { PortalTicket, TellBy } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { reachesChat } from '../conversations/index.ts';
import { lockOwn } from './access-own.ts';
import { hintTicket } from './hints.ts';
import { presentOwn } from './present-own.ts';
import { presentTickets } from './present-tickets.ts';
import { ownChats } from './tell/read-way.ts';
import { saveChoice } from './tell/tell-store.ts';
import { refuseClosed } from './ticket-rules.ts';

/** A customer chooses how to be told of their ticket, or not to be. Throws `ticket.closed`, and `ticket.chat_not_connected` for what is no chat of theirs. */
export async function tellOwn(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  id: string,
  tellBy: TellBy | null,
): Promise<PortalTicket> {
  const ticket = await lockOwn(tx, actor, id);
  refuseClosed(ticket);
  await choose(tx, actor, id, tellBy);
  const [view] = await presentTickets(tx, [ticket]);
  if (view) hintTicket(tx, platform.live, null, ticket, view);
  return presentOwn(tx, platform, ticket);
}

/** Keeps what a customer chose for a ticket that is theirs. Throws `ticket.chat_not_connected`. */
export async function choose(
  tx: Tx,
  { id: customerId }: CustomerActor,
  ticketId: string,
  tellBy: TellBy | null,
): Promise<void> {
  if (tellBy === null) return saveChoice(tx, ticketId, null);
  if (tellBy.by === 'email') return saveChoice(tx, ticketId, { email: tellBy.address });
  if (tellBy.by === 'live_chat') {
    if (!(await reachesChat(tx, customerId))) throw fail('ticket.chat_not_connected');
    return saveChoice(tx, ticketId, 'live_chat');
  }
  const { inboxId } = tellBy;
  const chat = (await ownChats(tx, customerId)).find((it) => it.inboxId === inboxId);
  if (!chat) throw fail('ticket.chat_not_connected');
  await saveChoice(tx, ticketId, { inboxId, boundAt: chat.boundAt });
}
