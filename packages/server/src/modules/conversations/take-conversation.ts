import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { agentName } from '../people/index.ts';
import { lockForAgent } from './access-conversation.ts';
import { type Changed, changeConversation } from './change-conversations.ts';
import { decideTake } from './conversation-rules.ts';
import { systemLine } from './system-line.ts';

/** An agent takes a waiting conversation or accepts an offer. Of two who try at once one wins; the other is told who. */
export async function takeConversation(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
): Promise<Changed> {
  const before = await lockForAgent(tx, actor, id);
  const holder = before.assigneeId ? await agentName(tx, before.assigneeId) : '';
  const after = decideTake(before, actor.id, holder);
  const line = systemLine('assigned', { agent: await agentName(tx, actor.id) });
  return changeConversation(tx, platform, { actor, before, after, drafts: [line] });
}
