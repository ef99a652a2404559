import type { CloseReason } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockForAgent } from './access-conversation.ts';
import { type Changed, changeConversation } from './change-conversations.ts';
import { decideClose } from './conversation-rules.ts';
import { systemLine } from './system-line.ts';

/** Closes a conversation with a reason. The customer's next message may reopen it. */
export async function closeConversation(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
  reason: CloseReason,
): Promise<Changed> {
  const before = await lockForAgent(tx, actor, id);
  const by = { agentId: actor.id, anyone: actor.permissions.has('conversations.assign') };
  const after = decideClose(before, by, reason, tx.now);
  return changeConversation(tx, platform, { actor, before, after, drafts: [systemLine('closed')] });
}
