import type { Reader } from '../../platform/database/database.ts';
import type { TicketRecord } from './ticket.ts';
import { findTicket } from './ticket-store.ts';

/** The ticket that one goes on as today: at the end of its merges, however many there were; itself where it was not merged. */
export async function goesOnAs(reader: Reader, ticket: TicketRecord): Promise<TicketRecord> {
  const seen = new Set<string>();
  let now = ticket;
  while (now.mergedIntoId !== null && !seen.has(now.id)) {
    seen.add(now.id);
    const next = await findTicket(reader, now.mergedIntoId);
    if (!next) break;
    now = next;
  }
  return now;
}
