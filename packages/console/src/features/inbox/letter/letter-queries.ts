import { endpoints, type Letter } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';

/** The letter behind a message: it never changes. */
export const letterQuery = (conversationId: string, messageId: string) =>
  queryOptions({
    queryKey: ['letter', messageId],
    queryFn: (): Promise<Letter> =>
      call(endpoints.conversations.readLetter, { params: { id: conversationId, messageId } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
