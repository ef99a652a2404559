import type { TicketRecord } from './ticket.ts';

/** What an agent may reach: every ticket, or those of their teams, their own, those they follow, and those of conversations they see. */
export interface TicketScope {
  readonly agentId: string;
  readonly all: boolean;
  readonly teamIds: ReadonlySet<string>;
}

/** Whether a ticket is within an agent's reach, as far as the ticket knows where its conversation stands. */
export function maySeeTicket(scope: TicketScope, ticket: TicketRecord): boolean {
  const own = (teamId: string | null, assigneeId: string | null) =>
    assigneeId === scope.agentId || (teamId !== null && scope.teamIds.has(teamId));
  return (
    scope.all ||
    own(ticket.teamId, ticket.assigneeId) ||
    own(ticket.threadTeamId, ticket.threadAssigneeId) ||
    ticket.followerIds.includes(scope.agentId)
  );
}
