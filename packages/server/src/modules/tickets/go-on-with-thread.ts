import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeTicket } from './change-tickets.ts';
import { latestOfConversations, lockTickets } from './ticket-store.ts';

/**
 * A public conversation has gone on in a private chat: the ticket that is open on it is about the chat from now on. Where the chat has one of its own
 * that is open both stay where they are, for somebody to merge.
 */
export async function goOnWithThread(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  fromId: string,
  toId: string,
): Promise<void> {
  const ids = await latestOfConversations(tx, [fromId, toId]);
  const tickets = await lockTickets(tx, [...ids.values()]);
  const before = tickets.get(ids.get(fromId) ?? '');
  const there = tickets.get(ids.get(toId) ?? '');
  if (!before || before.status === 'closed' || (there && there.status !== 'closed')) return;
  await changeTicket(tx, platform, {
    actor: system('tickets'),
    before,
    after: { ...before, conversationId: toId },
    cause: 'conversation_moved',
  });
}
