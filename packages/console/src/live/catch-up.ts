import type { QueryClient } from '@tanstack/react-query';
import { agentsQuery } from '../queries.ts';
import { conversationKeys } from './conversation-queries.ts';
import { slaKeys } from './sla-queries.ts';
import { ticketKeys } from './ticket-queries.ts';

/** Everything that events keep current. */
const kept = [conversationKeys.all, ticketKeys.all, slaKeys.live, agentsQuery.queryKey];

/** Fetches what is on screen; the rest when it comes on screen. */
export function fetchAgain(client: QueryClient): void {
  for (const queryKey of kept) void client.invalidateQueries({ queryKey });
}

/** The same after hints may have been missed. What is being fetched for the first time is not begun anew, but fetched once more after it. */
export function catchUp(client: QueryClient): void {
  const first = kept
    .flatMap((queryKey) => client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' }))
    .filter(({ state }) => state.data === undefined);
  fetchAgain(client);
  for (const { promise, queryKey } of first) {
    const again = () => void client.invalidateQueries({ queryKey, exact: true });
    void promise?.then(again, again);
  }
}
