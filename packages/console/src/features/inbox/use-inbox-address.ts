import type { Channel } from '@fairlead/contract';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ListQuery } from '../../live/list-state.ts';

export interface InboxFilters {
  q?: string;
  language?: string;
  channel?: Channel;
}

/** Where the agent is in the inbox: it stands in the address, so that a reload or a colleague sees the same. */
export interface InboxAddress {
  view: string;
  conversationId: string | null;
  filters: InboxFilters;
  list: ListQuery;
  /** Opens a conversation, or with null goes back to the list; keeps view and filters. */
  open: (conversationId: string | null) => void;
  showView: (view: string) => void;
  filter: (filters: InboxFilters) => void;
}

/** The inbox's address and the ways to change it. */
export function useInboxAddress(): InboxAddress {
  const { view = 'mine', conversationId } = useParams({ strict: false });
  const filters: InboxFilters = useSearch({ from: '/app/inbox/$view' });
  const navigate = useNavigate();
  const list = useMemo<ListQuery>(() => ({ view, ...filters }), [view, filters]);

  const open = useCallback(
    (id: string | null) =>
      void (id
        ? navigate({
            to: '/inbox/$view/$conversationId',
            params: { view, conversationId: id },
            search: filters,
          })
        : navigate({ to: '/inbox/$view', params: { view }, search: filters })),
    [navigate, view, filters],
  );
  const showView = useCallback(
    (next: string) => void navigate({ to: '/inbox/$view', params: { view: next } }),
    [navigate],
  );
  const filter = useCallback(
    (next: InboxFilters) =>
      void (conversationId
        ? navigate({
            to: '/inbox/$view/$conversationId',
            params: { view, conversationId },
            search: next,
            replace: true,
          })
        : navigate({ to: '/inbox/$view', params: { view }, search: next, replace: true })),
    [navigate, view, conversationId],
  );
  return { view, conversationId: conversationId ?? null, filters, list, open, showView, filter };
}
