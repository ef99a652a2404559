import { endpoints, type PlatformPlace } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';

/** What a reply on a platform meets. `answered` is the customer's last message: another one opens another window. */
export const placeQuery = (conversationId: string, answered: number) =>
  queryOptions({
    queryKey: ['platform-place', conversationId, answered],
    queryFn: async (): Promise<PlatformPlace | null> =>
      (await call(endpoints.conversations.platformPlace, { params: { id: conversationId } })).place,
    staleTime: Number.POSITIVE_INFINITY,
  });
