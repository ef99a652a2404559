import type { TicketPriority } from '@fairlead/contract';
import type { SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readTeams } from '../people/index.ts';
import { moveAlong } from './assign-ticket.ts';
import { changeTickets, type TicketChange } from './change-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { lockTickets } from './ticket-store.ts';

const higher: Record<TicketPriority, TicketPriority> = {
  low: 'normal',
  normal: 'high',
  high: 'urgent',
  urgent: 'urgent',
};

/** What is to be done about a ticket of which a promise is at risk. */
interface Escalation {
  readonly ticketId: string;
  readonly raisePriority: boolean;
  readonly moveToTeamId: string | null;
}

/** What was done about it. */
interface Escalated {
  readonly raisedPriority: boolean;
  readonly movedToTeamId: string | null;
}

/**
 * Promises are at risk: tickets get a higher priority, another team, or both; their conversations move along as when an agent moves them.
 * Several orders for one ticket are carried out one after the other, and change it once. A closed ticket, one that is urgent or there
 * already, and a team that is gone change nothing. Answers in the order of `orders`.
 */
export async function escalateTickets(
  tx: Tx,
  platform: Platform,
  actor: SystemActor,
  orders: readonly Escalation[],
): Promise<Escalated[]> {
  const asked = orders.filter((it) => it.raisePriority || it.moveToTeamId !== null);
  if (asked.length === 0) return orders.map(() => ({ raisedPriority: false, movedToTeamId: null }));
  const held = await lockTickets(tx, [...new Set(asked.map((it) => it.ticketId))]);
  const moving = asked.some((it) => it.moveToTeamId !== null);
  const teamIds = new Set(moving ? (await readTeams(tx)).map((it) => it.id) : []);
  const after = new Map(held);
  const done = orders.map((order): Escalated => {
    const ticket = after.get(order.ticketId);
    if (!ticket || ticket.status === 'closed') return { raisedPriority: false, movedToTeamId: null };
    const escalated = escalate(ticket, order, teamIds);
    after.set(ticket.id, escalated);
    return {
      raisedPriority: escalated.priority !== ticket.priority,
      movedToTeamId: escalated.teamId === ticket.teamId ? null : escalated.teamId,
    };
  });
  const changes = [...held.values()].flatMap((before): TicketChange[] => {
    const changed = after.get(before.id) ?? before;
    return changed === before ? [] : [{ actor, before, after: changed, cause: 'sla' }];
  });
  await changeTickets(tx, platform, changes);
  for (const change of changes) await moveAlong(tx, platform, actor, change.before, change.after);
  return done;
}

/** The ticket as it is after an order; itself where nothing changes. */
function escalate(ticket: TicketRecord, order: Escalation, teamIds: ReadonlySet<string>): TicketRecord {
  const priority = order.raisePriority ? higher[ticket.priority] : ticket.priority;
  const { moveToTeamId } = order;
  const moves = moveToTeamId !== null && moveToTeamId !== ticket.teamId && teamIds.has(moveToTeamId);
  if (priority === ticket.priority && !moves) return ticket;
  return { ...ticket, priority, ...(moves ? { teamId: moveToTeamId, assigneeId: null } : {}) };
}
