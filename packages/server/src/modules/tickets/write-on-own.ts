import type { CustomerMessage, PortalTicket } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { writeAsCustomer } from '../conversations/index.ts';
import { lockOwn } from './access-own.ts';
import { hearMessage, lockConcerned } from './hear-message.ts';
import { reopenUntil } from './portal-rules.ts';
import { presentOwn } from './present-own.ts';
import { readTicketSettings } from './ticket-settings.ts';

interface Written {
  readonly ticket: PortalTicket;
  readonly message: CustomerMessage;
}
interface Text {
  readonly key: string;
  readonly text: string;
  readonly attachmentIds: string[];
  readonly anyway?: boolean | undefined;
}

/** A customer writes on their ticket. Answers the ticket that it concerns by then: its own, or the one that follows it. */
export async function writeOnOwn(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  id: string,
  input: Text,
): Promise<Written> {
  const ticket = await lockOwn(tx, actor, id);
  const { conversationId } = ticket;
  if (!conversationId) throw fail('conversation.closed');
  const message = await writeAsCustomer(tx, platform, actor, conversationId, input);
  // The relay tells of it too, a moment later, and finds it done.
  const said = { conversationId, author: 'customer' as const, at: new Date(message.createdAt) };
  await hearMessage(tx, platform, said);
  const concerned = await lockConcerned(tx, conversationId);
  return { ticket: await presentOwn(tx, platform, concerned ?? ticket), message };
}

/** A customer opens a solved ticket again. Throws `ticket.closed` when it is too late. On one that is open it is a message like any other. */
export async function reopenOwn(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  id: string,
  input: Text,
): Promise<Written> {
  const ticket = await lockOwn(tx, actor, id);
  const { reopenDays } = await readTicketSettings(tx);
  const done = ticket.status === 'closed' || ticket.status === 'solved';
  if (done && !reopenUntil(ticket, reopenDays, tx.now)) throw fail('ticket.closed');
  return writeOnOwn(tx, platform, actor, id, input);
}
