import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockForAgent } from './access-conversation.ts';
import { type Changed, changeConversation } from './change-conversations.ts';
import { decideReopen } from './conversation-rules.ts';
import { findGoingOn } from './private-links/public-place-of.ts';
import { systemLine } from './system-line.ts';

/**
 * An agent opens a closed conversation again and holds it. Throws `conversation.not_found`, `conversation.not_closed`, and `conversation.went_on` for one
 * that goes on in a private chat: nothing could be answered here.
 */
export async function reopenConversation(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
): Promise<Changed> {
  const before = await lockForAgent(tx, actor, id);
  const goesOnIn = await findGoingOn(tx, before);
  if (goesOnIn) throw fail('conversation.went_on', { number: String(goesOnIn.number) });
  const after = decideReopen(before, actor.id);
  return changeConversation(tx, platform, { actor, before, after, drafts: [systemLine('reopened')] });
}
