import { endpoints } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';

/** How often it is looked what waits. */
const lookEvery = 30_000;

/** Recoveries that are open, and the last of the others. */
export const recoveriesQuery = queryOptions({
  queryKey: ['recoveries'],
  queryFn: async ({ signal }) => (await call(endpoints.recoveries.list, { signal })).items,
  refetchInterval: lookEvery,
});

/** How many wait for an agent: for a decision, or for a look at the document. */
export const waitingRecoveriesQuery = queryOptions({
  ...recoveriesQuery,
  select: (items) => items.filter(({ state }) => state === 'review' || state === 'second').length,
});
