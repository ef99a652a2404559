import type { Platform } from '../../platform/platform.ts';
import { shareCommits } from '../../platform/share-commits.ts';
import type { ChangedTicket } from './change-tickets.ts';
import { type Opening, openTickets } from './open-ticket.ts';

/** Opens tickets that need nothing held while they are written (none has a conversation), several in one commit. */
export interface TicketWriter {
  /** Settles after commit, as `openTicket` does. */
  open(opening: Opening): Promise<ChangedTicket>;
}

export function createTicketWriter(platform: Platform): TicketWriter {
  return {
    open: shareCommits<Opening, ChangedTicket>(async (openings, settle) => {
      const outcomes = await platform.database.writeOnce((tx) => openTickets(tx, platform, openings));
      for (const [index, outcome] of outcomes.entries()) settle(index, outcome);
    }),
  };
}
