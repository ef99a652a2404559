import type { Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { hintTicket } from '../hints.ts';
import { presentTickets } from '../present-tickets.ts';
import type { TicketRecord } from '../ticket.ts';
import { findTicket } from '../ticket-store.ts';
import { noteTold } from './tell-store.ts';
import type { Told } from './way.ts';

/** Writes down how an occasion was told of, and says to whoever has the ticket on screen that there is something to see. */
export const noted = (
  platform: Platform,
  ticket: TicketRecord,
  occasion: string,
  told: Told,
): Promise<void> =>
  platform.database.write(async (tx) => {
    await noteTold(tx, ticket.id, occasion, told);
    await hintTelling(tx, platform, ticket.id);
  });

/** Says to whoever has a ticket on screen that how its customer was told of it is to be looked at anew. */
export async function hintTelling(tx: Tx, { live }: Pick<Platform, 'live'>, ticketId: string): Promise<void> {
  const now = await findTicket(tx, ticketId);
  const [view] = now ? await presentTickets(tx, [now]) : [];
  if (now && view) hintTicket(tx, live, null, now, view);
}
