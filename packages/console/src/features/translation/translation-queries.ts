import { endpoints } from '@fairlead/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { type Translations, translationsKey } from '../../live/translation-to-cache.ts';

const translationsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: translationsKey(conversationId),
    queryFn: ({ signal }): Promise<Translations> =>
      call(endpoints.translation.ofConversation, { params: { id: conversationId }, signal }),
  });

/** The translations of a conversation’s messages; undefined while nothing is known of them. */
export function useTranslations(conversationId: string): Translations | undefined {
  return useQuery(translationsQuery(conversationId)).data;
}

export const translationSettingsQuery = queryOptions({
  queryKey: ['translation', 'settings'],
  queryFn: ({ signal }) => call(endpoints.translation.settings, { signal }),
});

/** Whether anything can be translated, for whoever writes. */
export const offerQuery = queryOptions({
  queryKey: ['translation', 'offer'],
  queryFn: ({ signal }) => call(endpoints.translation.offer, { signal }),
  staleTime: 60_000,
});

export const glossaryQuery = queryOptions({
  queryKey: ['translation', 'glossary'],
  queryFn: ({ signal }) => call(endpoints.translation.glossary, { signal }),
});

export const glossaryVersionsQuery = queryOptions({
  queryKey: ['translation', 'glossary', 'versions'],
  queryFn: async ({ signal }) => (await call(endpoints.translation.glossaryVersions, { signal })).items,
});
