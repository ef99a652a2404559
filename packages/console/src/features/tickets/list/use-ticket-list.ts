import type { Ticket } from '@fairlead/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { TicketQuery } from '../../../live/ticket-list-state.ts';
import { ticketListQuery } from '../../../live/ticket-queries.ts';

export interface TicketList {
  items: readonly Ticket[];
  /** Nothing is there yet to show. */
  loading: boolean;
  /** The last fetch failed; what was there before stays on screen. */
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => void;
  refetch: () => void;
}

/** A list of tickets as far as it is loaded, kept current by events. */
export function useTicketList(query: TicketQuery): TicketList {
  const { data, error, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(ticketListQuery(query));
  const items = useMemo(() => {
    // A ticket that moved between two requests stands on both pages.
    const byId = new Map(data?.pages.flatMap((page) => page.items).map((item) => [item.id, item]));
    return [...byId.values()];
  }, [data]);
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const again = useCallback(() => void refetch(), [refetch]);
  return {
    items,
    loading: !data && !error,
    error: !data || isFetchNextPageError ? error : null,
    hasNextPage,
    isFetchingNextPage,
    fetchNextPage: more,
    refetch: again,
  };
}
