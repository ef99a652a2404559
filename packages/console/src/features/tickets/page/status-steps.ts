import { statusMoves, type TicketStatus } from '@fairlead/contract';

/**
 * The moves that bring a ticket back to how it stood, as near as can be: what was new has been begun and is open. Null where there is no
 * way back.
 */
export function stepsBack(before: TicketStatus, after: TicketStatus): readonly TicketStatus[] | null {
  const goal = before === 'new' ? 'open' : before;
  if (goal === after || after === 'closed') return null;
  if (statusMoves[after].includes(goal)) return [goal];
  return statusMoves[after].includes('open') && statusMoves.open.includes(goal) ? ['open', goal] : null;
}
