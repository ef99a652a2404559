import type { Conversation } from '@fairlead/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { listQuery } from '../../../live/conversation-queries.ts';
import type { ListQuery } from '../../../live/list-state.ts';

export interface InboxList {
  items: readonly Conversation[];
  /** Nothing is there yet to show. */
  loading: boolean;
  /** The last fetch failed; what was there before stays on screen. */
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => void;
  refetch: () => void;
}

/** A list of the inbox as far as it is loaded, kept current by events. */
export function useInboxList(query: ListQuery): InboxList {
  const { data, error, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(listQuery(query));
  const items = useMemo(() => {
    // A conversation that moved between two requests stands on both pages.
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
