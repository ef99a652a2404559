import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { agentName } from '../people/index.ts';
import { lockForAgent } from './access-conversation.ts';
import { type Changed, changeConversation } from './change-conversations.ts';
import { decideGiveToAssistant } from './conversation-rules.ts';
import { systemLine } from './system-line.ts';

/**
 * An agent hands a chat back: the assistant answers what its customer writes next. One's own, or one that nobody has. For the module above
 * that answers. Throws `conversation.not_found`, `conversation.closed`, `conversation.not_assigned_to_you`.
 */
export async function giveToAssistant(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
): Promise<Changed> {
  const before = await lockForAgent(tx, actor, id);
  const after = decideGiveToAssistant(before, actor.id);
  const line = systemLine('given_to_assistant', { agent: await agentName(tx, actor.id) });
  return changeConversation(tx, platform, { actor, before, after, drafts: [line] });
}
