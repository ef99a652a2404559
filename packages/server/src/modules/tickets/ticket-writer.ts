import type { Platform } from '../../platform/platform.ts';
import { shareCommits } from '../../platform/share-commits.ts';
import type { ChangedTicket } from './change-tickets.ts';
import { openOnThreads, type ThreadOpening } from './open-on-threads.ts';
import { type Opening, openTickets } from './open-ticket.ts';

/** Opens tickets, several in one commit. Settles after commit, as `openTicket` does. */
export interface TicketWriter {
  /** One without a conversation: nothing is held while it is written. */
  open(opening: Opening): Promise<ChangedTicket>;
  openOnThread(opening: ThreadOpening): Promise<ChangedTicket>;
}

export function createTicketWriter(platform: Platform): TicketWriter {
  const { database } = platform;
  return {
    open: shareCommits<Opening, ChangedTicket>(async (openings, settle) => {
      const outcomes = await database.writeOnce((tx) => openTickets(tx, platform, openings));
      for (const [index, outcome] of outcomes.entries()) settle(index, outcome);
    }),
    openOnThread: shareCommits<ThreadOpening, ChangedTicket>(
      async (openings, settle) => {
        const outcomes = await database.write((tx) => openOnThreads(tx, platform, openings));
        for (const [index, outcome] of outcomes.entries())
          settle(index, outcome ?? new Error('a ticket has no outcome'));
      },
      ({ conversationId }) => conversationId,
    ),
  };
}
