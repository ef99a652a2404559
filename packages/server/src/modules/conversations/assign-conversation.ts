import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgent } from '../people/index.ts';
import { lockForAgent } from './access-conversation.ts';
import { type Changed, changeConversation } from './change-conversations.ts';
import { decideAssign } from './conversation-rules.ts';
import { systemLine } from './system-line.ts';

/** Gives a conversation to an agent, whoever has it now. Given to whom it has already, it changes and announces nothing. */
export async function assignConversation(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
  agentId: string,
): Promise<Changed> {
  const before = await lockForAgent(tx, actor, id);
  const agent = await requireAgent(tx, agentId);
  const after = decideAssign(before, agentId);
  const line = systemLine('assigned', { agent: agent.name });
  return changeConversation(tx, platform, { actor, before, after, drafts: [line] });
}
