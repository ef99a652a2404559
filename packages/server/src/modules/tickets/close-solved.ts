import { system } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeTickets, type TicketChange } from './change-tickets.ts';
import { decideExpire } from './ticket-rules.ts';
import { readTicketSettings } from './ticket-settings.ts';
import { listSolvedBefore, lockTickets } from './ticket-store.ts';

const batch = 100;
const day = 24 * 3_600_000;

/** Closes the tickets that have been solved for long enough, some in each transaction. */
export async function closeSolved(platform: Pick<Platform, 'database' | 'live'>): Promise<void> {
  const { database } = platform;
  for (;;) {
    const closed = await database.write(async (tx) => {
      const { closeDays } = await readTicketSettings(tx);
      const before = new Date(tx.now.getTime() - closeDays * day);
      const tickets = await lockTickets(tx, await listSolvedBefore(tx, before, batch));
      const changes = [...tickets.values()].flatMap((ticket): TicketChange[] => {
        const after = decideExpire(ticket, closeDays, tx.now);
        return after ? [{ actor: system('tickets'), before: ticket, after, cause: 'solved_long_ago' }] : [];
      });
      return (await changeTickets(tx, platform, changes)).length;
    });
    if (closed === 0) return;
  }
}
