import { endpoints } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';

/** How often it is looked what waits: somebody's money may be leaving. */
const lookEvery = 15_000;

/** Freezes of the account of a conversation's customer; looked at often while one is on its way. */
export const freezesOfQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ['freezes', 'of', conversationId],
    queryFn: ({ signal }) =>
      call(endpoints.freezes.ofConversation, { params: { id: conversationId }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((it) => it.state === 'waiting' || it.state === 'approved') ? 5000 : false,
  });

/** Those that wait for a second person, and the last of the others. */
export const freezesQuery = queryOptions({
  queryKey: ['freezes', 'all'],
  queryFn: async ({ signal }) => (await call(endpoints.freezes.list, { signal })).items,
  refetchInterval: lookEvery,
});

/** How many wait for a second person. */
export const waitingFreezesQuery = queryOptions({
  ...freezesQuery,
  select: (items) => items.filter(({ state }) => state === 'waiting').length,
});
