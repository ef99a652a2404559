import { type Actor, system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeConversation } from './change-conversations.ts';
import { decideClose } from './conversation-rules.ts';
import { lockConversations } from './conversation-store.ts';

/**
 * A thread is done with because its case is, for a module above: it is closed without a line of its own, whoever has it. One that is closed already,
 * or in which the customer has written since `before`, stays as it is.
 */
export async function closeThread(
  tx: Tx,
  platform: Platform,
  conversationId: string,
  before: Date,
  actor: Actor = system('conversations'),
): Promise<void> {
  const thread = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!thread || thread.state === 'closed') return;
  if (thread.waitingSince !== null && thread.waitingSince > before) return;
  const after = decideClose(thread, { agentId: '', anyone: true }, 'solved', tx.now);
  await changeConversation(tx, platform, { actor, before: thread, after });
}
