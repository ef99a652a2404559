import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { agentName } from '../people/index.ts';
import { lockForAgent } from './access-conversation.ts';
import { type Changed, changeConversation } from './change-conversations.ts';
import { decideRelease } from './conversation-rules.ts';
import { systemLine } from './system-line.ts';

/** An agent puts their conversation back into its queue; routing asks somebody else first. */
export async function releaseConversation(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
): Promise<Changed> {
  const before = await lockForAgent(tx, actor, id);
  const after = decideRelease(before, actor.id, tx.now);
  const line = systemLine('released', { agent: await agentName(tx, actor.id) });
  return changeConversation(tx, platform, { actor, before, after, drafts: [line] });
}
