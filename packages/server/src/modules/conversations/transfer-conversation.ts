import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { agentName, requireAgent, requireTeam } from '../people/index.ts';
import { lockForAgent } from './access-conversation.ts';
import { type Changed, changeConversation } from './change-conversations.ts';
import type { ConversationRecord, MessageDraft } from './conversation.ts';
import { decideAssign, decideTransferToTeam } from './conversation-rules.ts';
import { systemLine } from './system-line.ts';

/** Passes a conversation on to a team's queue or to a colleague, with a note for them. One's own, or any for those who assign. */
export async function transferConversation(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
  to: { teamId?: string | undefined; agentId?: string | undefined; note: string },
): Promise<Changed> {
  const before = await lockForAgent(tx, actor, id);
  const others = before.assigneeId !== null && before.assigneeId !== actor.id;
  if (others && !actor.permissions.has('conversations.assign'))
    throw fail('conversation.not_assigned_to_you');
  const { after, line } = await decide(tx, before, to);
  const note: MessageDraft[] =
    to.note === ''
      ? []
      : [
          {
            kind: 'note',
            author: { type: 'agent', id: actor.id, name: await agentName(tx, actor.id) },
            text: to.note,
          },
        ];
  // Whoever has it already gets the note all the same.
  if (!after && note.length > 0)
    return changeConversation(tx, platform, { actor, before, after: before, drafts: note });
  return changeConversation(tx, platform, { actor, before, after, drafts: [...note, line] });
}

async function decide(
  tx: Tx,
  before: ConversationRecord,
  to: { teamId?: string | undefined; agentId?: string | undefined },
): Promise<{ after: ConversationRecord | null; line: MessageDraft }> {
  if (to.teamId !== undefined) {
    const team = await requireTeam(tx, to.teamId);
    const after = decideTransferToTeam(before, team.id, tx.now);
    return { after, line: systemLine('transferred_team', { team: team.name }) };
  }
  const agent = await requireAgent(tx, to.agentId ?? '');
  return { after: decideAssign(before, agent.id), line: systemLine('assigned', { agent: agent.name }) };
}
