import { endpoints } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';

/** A macro as it would be sent in a conversation. Always anew: the ticket may be opened, filled in or closed any moment. */
export const filledMacroQuery = (id: string, conversationId: string) =>
  queryOptions({
    queryKey: ['macros', 'filled', id, conversationId],
    queryFn: ({ signal }) =>
      call(endpoints.macros.fill, { params: { id }, body: { conversationId }, signal }),
    staleTime: 0,
  });
