import { endpoints } from '@fairlead/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';

/** How often it is looked how far an open matter is: the exchange may have frozen the account. */
const lookEvery = 15_000;

/** Secrets that the customer of a conversation wrote down. Asked for anew as the thread goes on. */
export const compromisesQuery = (conversationId: string, lastSeq: number) =>
  queryOptions({
    queryKey: [...compromisesKey(conversationId), lastSeq],
    queryFn: async ({ signal }) =>
      (await call(endpoints.compromises.ofConversation, { params: { id: conversationId }, signal })).items,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.some((it) => it.closed === null) ? lookEvery : false),
  });
export const compromisesKey = (conversationId: string) => ['compromises', conversationId];

/** What the shield removed from a message. */
export const removalsQuery = (conversationId: string, messageId: string) =>
  queryOptions({
    queryKey: ['shield', 'removals', messageId],
    queryFn: async ({ signal }) =>
      (await call(endpoints.shield.ofMessage, { params: { id: conversationId, messageId }, signal })).items,
  });

export const shieldSettingsQuery = queryOptions({
  queryKey: ['shield', 'settings'],
  queryFn: ({ signal }) => call(endpoints.shield.settings, { signal }),
});

export const removedCountsQuery = (weeks: number) =>
  queryOptions({
    queryKey: ['shield', 'counts', weeks],
    queryFn: async ({ signal }) => (await call(endpoints.shield.counts, { query: { weeks }, signal })).items,
    placeholderData: keepPreviousData,
  });

export const sealOpeningsQuery = queryOptions({
  queryKey: ['shield', 'openings'],
  queryFn: async ({ signal }) => (await call(endpoints.shield.openings, { signal })).items,
});
