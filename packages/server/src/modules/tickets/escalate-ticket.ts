import type { TicketPriority } from '@fairlead/contract';
import type { SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { readTeams } from '../people/index.ts';
import { moveAlong } from './assign-ticket.ts';
import { changeTicket } from './change-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { lockTickets } from './ticket-store.ts';

const higher: Record<TicketPriority, TicketPriority> = {
  low: 'normal',
  normal: 'high',
  high: 'urgent',
  urgent: 'urgent',
};

/**
 * A promise is at risk: the ticket gets a higher priority, another team, or both; its conversation moves along as when an agent moves it. A
 * closed ticket, one that is urgent or there already, and a team that is gone change nothing. Throws `ticket.not_found`.
 */
export async function escalateTicket(
  tx: Tx,
  platform: Platform,
  actor: SystemActor,
  id: string,
  { raisePriority, moveToTeamId }: { raisePriority: boolean; moveToTeamId: string | null },
): Promise<{ raisedPriority: boolean; movedToTeamId: string | null }> {
  const before = (await lockTickets(tx, [id])).get(id);
  if (!before) throw fail('ticket.not_found');
  if (before.status === 'closed') return { raisedPriority: false, movedToTeamId: null };
  const priority = raisePriority ? higher[before.priority] : before.priority;
  const wanted = moveToTeamId !== null && moveToTeamId !== before.teamId;
  const moves = wanted && (await readTeams(tx)).some((it) => it.id === moveToTeamId);
  const to = moves ? { teamId: moveToTeamId, assigneeId: null } : {};
  const raised = priority !== before.priority;
  const after: TicketRecord = { ...before, priority, ...to };
  await changeTicket(tx, platform, { actor, before, after: raised || moves ? after : null, cause: 'sla' });
  if (moves) await moveAlong(tx, platform, actor, before, after);
  return { raisedPriority: raised, movedToTeamId: moves ? moveToTeamId : null };
}
