import type { AgentActor, SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgent, requireTeam } from '../people/index.ts';
import { changeConversation } from './change-conversations.ts';
import type { ConversationRecord, MessageDraft } from './conversation.ts';
import { decideAssign, decideTransferToTeam, queued } from './conversation-rules.ts';
import { lockConversations } from './conversation-store.ts';
import { systemLine } from './system-line.ts';

/** To whom a thread goes: an agent, a team’s queue, or back into the queue of the team it has. */
export type ThreadMove = { agentId: string } | { teamId: string } | 'queue';

/**
 * A thread goes along with the case that is about it, for a module above that has let the agent in. A closed one stays where it is.
 * Throws as assigning does.
 */
export async function moveThread(
  tx: Tx,
  platform: Platform,
  actor: AgentActor | SystemActor,
  conversationId: string,
  move: ThreadMove,
  cause?: string,
): Promise<void> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!before || before.state === 'closed') return;
  const { after, drafts } = await decide(tx, before, move);
  if (after) await changeConversation(tx, platform, { actor, before, after, drafts, cause });
}

async function decide(
  tx: Tx,
  before: ConversationRecord,
  move: ThreadMove,
): Promise<{ after: ConversationRecord | null; drafts: MessageDraft[] }> {
  if (move === 'queue') {
    return { after: before.assigneeId === null ? null : queued(before, tx.now), drafts: [] };
  }
  if ('teamId' in move) {
    const team = await requireTeam(tx, move.teamId);
    const after = decideTransferToTeam(before, team.id, tx.now);
    return { after, drafts: [systemLine('transferred_team', { team: team.name })] };
  }
  const agent = await requireAgent(tx, move.agentId);
  return { after: decideAssign(before, agent.id), drafts: [systemLine('assigned', { agent: agent.name })] };
}
