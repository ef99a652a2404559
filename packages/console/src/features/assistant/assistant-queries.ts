import { type Conversation, endpoints } from '@fairlead/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';

const { assistant } = endpoints;

/** What the assistant did in a conversation: asked again with each message while it has it, and once people have it. */
export const turnsQuery = ({ id, state, lastSeq }: Pick<Conversation, 'id' | 'state' | 'lastSeq'>) =>
  queryOptions({
    queryKey: ['assistant', 'turns', id, state === 'bot' ? lastSeq : 'people'],
    queryFn: async ({ signal }) => (await call(assistant.turns, { params: { id }, signal })).items,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** What administrators decided, and what is usual. */
export const settingsQuery = queryOptions({
  queryKey: ['assistant', 'settings'],
  queryFn: ({ signal }) => call(assistant.settings, { signal }),
});

/** The model that may put answers into words. */
export const modelQuery = queryOptions({
  queryKey: ['assistant', 'model'],
  queryFn: ({ signal }) => call(assistant.readModel, { signal }),
});
