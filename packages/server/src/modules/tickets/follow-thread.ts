import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeTicket } from './change-tickets.ts';
import type { ThreadStanding } from './ticket.ts';
import { decideAlong } from './ticket-rules.ts';
import { latestOfConversations, lockTickets } from './ticket-store.ts';

/** A conversation has gone elsewhere: its ticket goes along, or remembers at least where it is. */
export async function followThread(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  conversationId: string,
  from: ThreadStanding,
  to: ThreadStanding,
  cause: string | null,
): Promise<void> {
  const id = (await latestOfConversations(tx, [conversationId])).get(conversationId);
  const before = id ? (await lockTickets(tx, [id])).get(id) : undefined;
  if (!before) return;
  const after = decideAlong(before, from, to, tx.now);
  await changeTicket(tx, platform, {
    actor: system('tickets'),
    before,
    after,
    // What a rule has moved is still the rule's doing.
    cause: cause?.startsWith('rule:') ? cause : 'conversation_moved',
  });
}
