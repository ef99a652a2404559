import {
  endpoints,
  type ResponseOf,
  type Ticket,
  type TicketDetail,
  type TicketView,
} from '@fairlead/contract';
import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, queryClient } from '../api.ts';
import type { TicketQuery } from './ticket-list-state.ts';

const { tickets } = endpoints;
type TicketPage = ResponseOf<typeof tickets.list>;
/** A list of tickets as the cache holds it. */
export type TicketPages = InfiniteData<TicketPage, string | undefined>;

const pageSize = 50;

/** Keys of everything about tickets, so that all of it can be fetched again at once. */
export const ticketKeys = {
  all: ['tickets'] as const,
  lists: ['tickets', 'list'] as const,
  counts: ['tickets', 'counts'] as const,
  views: ['tickets', 'views'] as const,
  settings: ['tickets', 'settings'] as const,
  prices: ['tickets', 'prices'] as const,
  forms: ['tickets', 'forms'] as const,
  details: ['tickets', 'one'] as const,
  one: (id: string) => ['tickets', 'one', id] as const,
  comments: (id: string) => ['tickets', 'comments', id] as const,
  timeline: (id: string) => ['tickets', 'timeline', id] as const,
  evidence: (id: string) => ['tickets', 'evidence', id] as const,
  telling: (id: string) => ['tickets', 'telling', id] as const,
  sides: (id: string) => ['tickets', 'sides', id] as const,
  runs: (id: string) => ['tickets', 'runs', id] as const,
  announced: (id: string) => ['tickets', 'announced', id] as const,
};

/** A list of tickets, page by page. Events keep it current, so it is not stale by age. */
export const ticketListQuery = (query: TicketQuery) =>
  infiniteQueryOptions({
    queryKey: [...ticketKeys.lists, query] as const,
    queryFn: ({ pageParam, signal }): Promise<TicketPage> => {
      const filter = query.filter && JSON.stringify(query.filter);
      return call(tickets.list, { query: { ...query, filter, cursor: pageParam, limit: pageSize }, signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: TicketPage) => page.next ?? undefined,
    staleTime: 60_000,
    // Tickets come to be due without anything happening to them.
    refetchInterval: query.view === 'due_soon' || query.view === 'breached' ? 60_000 : false,
  });

/** How many tickets each view holds, by its name or id. */
export const ticketCountsQuery = queryOptions({
  queryKey: ticketKeys.counts,
  queryFn: async ({ signal }) => (await call(tickets.counts, { signal })).views,
});

/** The saved views that this agent has. */
export const ticketViewsQuery = queryOptions({
  queryKey: ticketKeys.views,
  queryFn: async ({ signal }): Promise<TicketView[]> => (await call(tickets.listViews, { signal })).items,
});

/** One ticket with everything on it; of the answer and what is held already the newer is kept. */
export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ticketKeys.one(id),
    queryFn: async ({ signal }): Promise<TicketDetail> => {
      const fetched = await call(tickets.get, { params: { id }, signal });
      const held = queryClient.getQueryData<TicketDetail>(ticketKeys.one(id));
      return held && held.version > fetched.version ? held : fetched;
    },
  });

/** What agents wrote to each other on a ticket, oldest first. */
export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ticketKeys.comments(id),
    queryFn: async ({ signal }) => {
      const limit = 200;
      let items: ResponseOf<typeof tickets.comments>['items'] = [];
      for (;;) {
        const after = items.at(-1)?.seq ?? 0;
        const page = await call(tickets.comments, { params: { id }, query: { after, limit }, signal });
        items = [...items, ...page.items];
        if (page.items.length < limit) return items;
      }
    },
  });

/** What is found in the words of a ticket. */
export const evidenceQuery = (id: string) =>
  queryOptions({
    queryKey: ticketKeys.evidence(id),
    queryFn: ({ signal }) => call(tickets.evidence, { params: { id }, signal }),
  });

/** How the customer of a ticket is told of it. */
export const tellingQuery = (id: string) =>
  queryOptions({
    queryKey: ticketKeys.telling(id),
    queryFn: ({ signal }) => call(tickets.telling, { params: { id }, signal }),
  });

/** Open tickets that may be the same case: looked for again with each change of the ticket. */
export const duplicatesQuery = ({ id, version }: Pick<TicketDetail, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['tickets', 'duplicates', id, version] as const,
    queryFn: async ({ signal }) => (await call(tickets.duplicates, { params: { id }, signal })).items,
    // Those of another ticket are none of this one's.
    placeholderData: (former, query) => (query?.queryKey[2] === id ? former : undefined),
  });

/** What happened to a ticket, latest first, page by page. */
export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ticketKeys.timeline(id),
    queryFn: ({ pageParam, signal }) =>
      call(tickets.timeline, { params: { id }, query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

const whileRunning = 1_500;

/** What was done to all tickets of a tracker; asked for again and again while something runs. */
export const trackerRunsQuery = (id: string) =>
  queryOptions({
    queryKey: ticketKeys.runs(id),
    queryFn: ({ signal }) => call(tickets.trackerRuns, { params: { id }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.finishedAt === null) ? whileRunning : false,
  });

/** The announcements about a tracker, the newest first. */
export const trackerAnnouncementsQuery = (id: string) =>
  queryOptions({
    queryKey: ticketKeys.announced(id),
    queryFn: async ({ signal }) =>
      (await call(endpoints.announcements.ofTracker, { params: { id }, signal })).items,
  });

/** When solved tickets reopen and close. */
export const ticketSettingsQuery = queryOptions({
  queryKey: ticketKeys.settings,
  queryFn: ({ signal }) => call(tickets.readSettings, { signal }),
});

/** What tickets are asked, where administrators changed it; they may at any moment. */
export const ticketFormsQuery = queryOptions({
  queryKey: ticketKeys.forms,
  queryFn: ({ signal }) => call(tickets.listForms, { signal }),
  staleTime: 15_000,
});

/** What assets are taken to be worth, and of which day that is. */
export const assetPricesQuery = queryOptions({
  queryKey: ticketKeys.prices,
  queryFn: ({ signal }) => call(tickets.readPrices, { signal }),
});

/** A ticket as far as anything on screen knows it. */
export function heldTicket(id: string): Ticket | undefined {
  const one = queryClient.getQueryData<TicketDetail>(ticketKeys.one(id));
  if (one) return one;
  for (const [, pages] of queryClient.getQueriesData<TicketPages>({ queryKey: ticketKeys.lists })) {
    for (const page of pages?.pages ?? []) {
      const found = page.items.find((item) => item.id === id);
      if (found) return found;
    }
  }
  return undefined;
}
