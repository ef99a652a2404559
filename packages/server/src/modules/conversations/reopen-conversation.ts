import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockForAgent } from './access-conversation.ts';
import { type Changed, changeConversation } from './change-conversations.ts';
import { decideReopen } from './conversation-rules.ts';
import { systemLine } from './system-line.ts';

/** An agent opens a closed conversation again and holds it. */
export async function reopenConversation(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
): Promise<Changed> {
  const before = await lockForAgent(tx, actor, id);
  const after = decideReopen(before, actor.id);
  return changeConversation(tx, platform, { actor, before, after, drafts: [systemLine('reopened')] });
}
