import type { TicketClocks } from '@fairlead/contract';
import type { ClocksOf } from './sla-queries.ts';

/** As many as one request may name. */
const most = 100;
/** Milliseconds for which a request waits for others: rows of a list are drawn within them. */
const patience = 10;

type Query = { ticketIds?: string; conversationIds?: string };
type Fetch = (query: Query) => Promise<{ items: TicketClocks[] }>;

interface Waiting {
  readonly of: ClocksOf;
  readonly id: string;
  readonly resolve: (clocks: TicketClocks[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Answers the clocks of one ticket or conversation; those that are asked for within a moment share a request. */
export function createClockLoader(fetch: Fetch): (of: ClocksOf, id: string) => Promise<TicketClocks[]> {
  let waiting: Waiting[] = [];

  async function send(): Promise<void> {
    const batch = waiting.slice(0, most);
    waiting = waiting.slice(most);
    if (waiting.length > 0) void send();
    const idsOf = (of: ClocksOf) => batch.filter((it) => it.of === of).map((it) => it.id);
    const [ticketIds, conversationIds] = [idsOf('ticket'), idsOf('conversation')];
    try {
      const { items } = await fetch({
        ...(ticketIds.length > 0 ? { ticketIds: ticketIds.join(',') } : {}),
        ...(conversationIds.length > 0 ? { conversationIds: conversationIds.join(',') } : {}),
      });
      for (const { of, id, resolve } of batch) {
        resolve(items.filter((it) => (of === 'ticket' ? it.ticketId : it.conversationId) === id));
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (of, id) =>
    new Promise((resolve, reject) => {
      waiting.push({ of, id, resolve, reject });
      if (waiting.length === 1) setTimeout(() => void send(), patience);
    });
}
