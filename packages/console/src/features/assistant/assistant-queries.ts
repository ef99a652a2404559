import { CallError, type Conversation, endpoints } from '@fairlead/contract';
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

/** A turn of a conversation for which a model was asked, or a trial. */
export type TurnOfModel =
  | { readonly conversationId: string; readonly seq: number }
  | { readonly callId: string };

/** What a model was given to read for it, and wrote; nothing once that is no longer kept. */
export const callsQuery = (of: TurnOfModel) =>
  queryOptions({
    queryKey: ['assistant', 'model', 'calls', of],
    queryFn: async ({ signal }) => {
      if ('conversationId' in of) {
        const params = { id: of.conversationId, seq: of.seq };
        return (await call(assistant.modelCalls, { params, signal })).items;
      }
      try {
        return [await call(assistant.modelCall, { params: { id: of.callId }, signal })];
      } catch (error) {
        if (error instanceof CallError && error.code === 'request.not_found') return [];
        throw error;
      }
    },
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

/** When conversations that only the assistant has are closed. */
export const quietQuery = queryOptions({
  queryKey: ['assistant', 'quiet'],
  queryFn: ({ signal }) => call(assistant.readQuiet, { signal }),
});
