import { type Conversation, endpoints, type Locale } from '@fairlead/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';

/** Key of everything that is offered for a conversation. */
export const copilotKey = (id: string) => ['copilot', id] as const;

/** What is offered for a conversation, in the language of whoever reads it: asked again with each message and each change of hands. */
export const suggestionsQuery = (
  { id, lastSeq, state, teamId }: Pick<Conversation, 'id' | 'lastSeq' | 'state' | 'teamId'>,
  locale: Locale,
) =>
  queryOptions({
    queryKey: [...copilotKey(id), locale, lastSeq, state, teamId],
    queryFn: ({ signal }) =>
      call(endpoints.copilot.suggestions, { params: { id }, query: { locale }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

/** How what was offered went. */
export const figuresQuery = queryOptions({
  queryKey: ['copilot-figures'],
  queryFn: async ({ signal }) => (await call(endpoints.copilot.figures, { signal })).items,
});
