import { isActiveStatus, type Ticket } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { clocksQuery } from '../../../live/sla-queries.ts';
import { ClockChip } from './clock-chip.tsx';

/** The soonest promise on a ticket; nothing for one that is done with, or to which nothing was promised. */
export function TicketClock({ ticket }: { ticket: Pick<Ticket, 'id' | 'status'> }) {
  const active = isActiveStatus(ticket.status);
  const { data } = useQuery({ ...clocksQuery('ticket', ticket.id), enabled: active });
  const clocks = active ? data?.flatMap((it) => it.clocks) : undefined;
  return clocks ? <ClockChip clocks={clocks} /> : null;
}
