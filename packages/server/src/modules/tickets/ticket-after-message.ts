import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { hearMessage, lockConcerned } from './hear-message.ts';
import { openForLetters } from './open-for-letters.ts';
import type { TicketRecord } from './ticket.ts';

/**
 * The ticket that a message of a customer concerns, held, for a module above that heard of the message before this one: what the message does to it, and the ticket of
 * the letter that began the thread, is done here then, and once. Undefined where the thread has none.
 */
export async function ticketAfterMessage(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  message: { readonly conversationId: string; readonly at: Date },
): Promise<TicketRecord | undefined> {
  const { conversationId } = message;
  await openForLetters(tx, platform, [conversationId]);
  await hearMessage(tx, platform, { ...message, author: 'customer' });
  return lockConcerned(tx, conversationId);
}
