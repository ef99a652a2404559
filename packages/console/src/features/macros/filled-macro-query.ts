import { endpoints } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';

/** A macro as it would be sent in a conversation. Short-lived: the ticket's fields may change any moment. */
export const filledMacroQuery = (id: string, conversationId: string) =>
  queryOptions({
    queryKey: ['macros', 'filled', id, conversationId],
    queryFn: ({ signal }) =>
      call(endpoints.macros.fill, { params: { id }, body: { conversationId }, signal }),
    staleTime: 5_000,
  });
