import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { TicketQuery } from '../../../live/ticket-list-state.ts';
import { queryOf, type TicketSearch } from './ticket-search.ts';

/** Where the agent is among the tickets: it stands in the address, so that a reload or a colleague sees the same. */
export interface TicketAddress {
  search: TicketSearch;
  view: string;
  query: TicketQuery;
  /** Changes what is given; undefined takes a filter away. */
  narrow: (change: { [K in keyof TicketSearch]?: TicketSearch[K] | undefined }) => void;
  replace: (search: TicketSearch) => void;
  open: (ticketId: string) => void;
}

/** The address of the ticket list and the ways to change it. */
export function useTicketAddress(): TicketAddress {
  const search: TicketSearch = useSearch({ from: '/app/tickets' });
  const navigate = useNavigate();
  const query = useMemo(() => queryOf(search), [search]);
  const replace = useCallback(
    (next: TicketSearch) => void navigate({ to: '/tickets', search: next, replace: true }),
    [navigate],
  );
  const narrow = useCallback<TicketAddress['narrow']>(
    (change) => {
      const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined);
      replace(Object.fromEntries(next));
    },
    [replace, search],
  );
  const open = useCallback(
    (ticketId: string) => void navigate({ to: '/tickets/$ticketId', params: { ticketId }, search }),
    [navigate, search],
  );
  return { search, view: search.view ?? 'mine', query, narrow, replace, open };
}
