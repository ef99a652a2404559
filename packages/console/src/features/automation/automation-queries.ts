import { endpoints, type RunOutcome } from '@fairlead/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';

const { automation } = endpoints;

/** The rules in their order. */
export const rulesQuery = queryOptions({
  queryKey: ['automation', 'rules'],
  queryFn: async ({ signal }) => (await call(automation.listRules, { signal })).items,
});

/** What rules did, latest first. */
export const runsQuery = (wanted: { ruleId?: string; outcome?: RunOutcome }) =>
  infiniteQueryOptions({
    queryKey: ['automation', 'runs', wanted],
    queryFn: ({ pageParam, signal }) =>
      call(automation.runs, { query: { ...wanted, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** What rules did on one ticket. */
export const ticketRunsQuery = (ticketId: string) =>
  queryOptions({
    queryKey: ['automation', 'ticket-runs', ticketId],
    queryFn: async ({ signal }) =>
      (await call(automation.ticketRuns, { params: { id: ticketId }, signal })).items,
  });
