import type { Ticket, TicketDetail } from '@fairlead/contract';
import type { QueryClient } from '@tanstack/react-query';
import { heldTicket, ticketKeys } from './ticket-queries.ts';
import { placeInLists } from './ticket-to-cache.ts';

/**
 * Shows a ticket as it will be once the server has answered, wherever it is on screen. Returns the way to put it back, to be called
 * with the answer, whatever it is, before the answer is applied. It puts back nothing once anything newer has arrived: the guess keeps
 * the version it was made of.
 */
export function showTicketAtOnce(client: QueryClient, id: string, change: Partial<Ticket>): () => void {
  const before = heldTicket(id);
  if (!before) return () => {};
  const put = (part: Partial<Ticket>, whole: Ticket) => {
    client.setQueryData<TicketDetail>(
      ticketKeys.one(id),
      (held) => held && (held.version === before.version ? { ...held, ...part } : held),
    );
    placeInLists(client, whole);
  };
  put(change, { ...before, ...change });
  return () => {
    if (heldTicket(id)?.version !== before.version) return;
    const undone = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof Ticket]]));
    put(undone, before);
  };
}
