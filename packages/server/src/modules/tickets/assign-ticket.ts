import type { AgentActor, SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { moveThread } from '../conversations/index.ts';
import { agentName, requireAgent, requireTeam } from '../people/index.ts';
import { lockTicket } from './access-ticket.ts';
import { type ChangedTicket, changeTicket } from './change-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { type Assignment, decideAssign, threadMovesAlong } from './ticket-rules.ts';

/** An agent gives a ticket to somebody, or takes it. Its conversation moves along on channels other than live chat. */
export async function assignTicket(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  id: string,
  assignment: Assignment,
): Promise<ChangedTicket> {
  const before = await lockTicket(tx, actor, id);
  if (assignment.to === 'team') await requireTeam(tx, assignment.teamId);
  if (assignment.to === 'agent') await requireAgent(tx, assignment.agentId);
  if (assignment.to === 'me') await requireAgent(tx, actor.id);
  const holder = before.assigneeId ? await agentName(tx, before.assigneeId) : '';
  const after = decideAssign(before, assignment, { agentId: actor.id, holder }, tx.now);
  const changed = await changeTicket(tx, platform, { actor, before, after });
  if (after) await moveAlong(tx, platform, actor, before, after);
  return changed;
}

/** Moves the conversation to where its ticket has gone, on channels where they go together. */
export async function moveAlong(
  tx: Tx,
  platform: Platform,
  actor: AgentActor | SystemActor,
  before: TicketRecord,
  after: TicketRecord,
  cause?: string,
): Promise<void> {
  const { conversationId, channel, assigneeId, teamId } = after;
  if (!conversationId || !threadMovesAlong(channel)) return;
  if (assigneeId !== null && assigneeId !== before.assigneeId) {
    return moveThread(tx, platform, actor, conversationId, { agentId: assigneeId }, cause);
  }
  if (teamId !== null && teamId !== before.teamId) {
    return moveThread(tx, platform, actor, conversationId, { teamId }, cause);
  }
  if (assigneeId === null && before.assigneeId !== null) {
    return moveThread(tx, platform, actor, conversationId, 'queue', cause);
  }
}
