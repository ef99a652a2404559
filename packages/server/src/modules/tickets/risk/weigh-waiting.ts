import type { Platform } from '../../../platform/platform.ts';
import { listToWeigh, lockTickets } from '../ticket-store.ts';
import { followRisk } from './weigh-tickets.ts';

/** Tickets in one transaction, and how many transactions a sweep may take. */
const atOnce = 50;
const mostRounds = 40;

/** Looks again at the tickets whose waiting has come to weigh more. */
export async function weighWaiting({ database, live }: Platform): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const found = await database.write(async (tx) => {
      const tickets = await lockTickets(tx, await listToWeigh(tx, tx.now, atOnce));
      for (const ticket of tickets.values()) await followRisk(tx, { live }, ticket, { mayLower: false });
      return tickets.size;
    });
    if (found < atOnce) return;
  }
}
