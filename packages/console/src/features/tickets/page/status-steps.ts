import type { TicketStatus } from '@fairlead/contract';

const moves: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['open', 'pending', 'on_hold', 'solved'],
  open: ['pending', 'on_hold', 'solved'],
  pending: ['open', 'solved'],
  on_hold: ['open', 'solved'],
  solved: ['open', 'closed'],
  closed: [],
};

/** Where an agent may move a ticket from a status; the server decides in the end, by the same rules. */
export const movesFrom = (status: TicketStatus): readonly TicketStatus[] => moves[status];

/**
 * The moves that bring a ticket back to how it stood, as near as can be: what was new has been begun and is open. Null where there is no
 * way back.
 */
export function stepsBack(before: TicketStatus, after: TicketStatus): readonly TicketStatus[] | null {
  const goal = before === 'new' ? 'open' : before;
  if (goal === after || after === 'closed') return null;
  if (moves[after].includes(goal)) return [goal];
  return moves[after].includes('open') && moves.open.includes(goal) ? ['open', goal] : null;
}
