import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { hintTicket } from './hints.ts';
import { presentTickets } from './present-tickets.ts';
import { saveDue } from './ticket-store.ts';

/**
 * Notes when the soonest promise on tickets is due, for whoever measures promises. It is no change of the tickets themselves: nothing is
 * announced and they keep their version, but those who watch them hear of it.
 */
export async function noteDue(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  due: ReadonlyArray<{ id: string; dueAt: Date | null }>,
): Promise<void> {
  const records = await saveDue(tx, due);
  const tickets = await presentTickets(tx, records);
  for (const [index, record] of records.entries()) {
    const ticket = tickets[index];
    if (ticket) hintTicket(tx, platform.live, null, record, ticket);
  }
}
