import { type BodyOf, endpoints, type SideConversation } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api.ts';
import { ticketKeys } from '../../../live/ticket-queries.ts';
import { useToast } from '../../../ui/toast.tsx';

const { sideConversations } = endpoints;

export interface SideActions {
  readonly update: (change: BodyOf<typeof sideConversations.update>) => void;
  readonly updating: boolean;
  readonly markRead: () => void;
  readonly retry: (messageId: string) => void;
}

/** What can be done with a side conversation besides writing; what the server refuses is said. */
export function useSideActions({ id: sideId, ticketId }: SideConversation): SideActions {
  const client = useQueryClient();
  const toast = useToast();
  const params = { id: ticketId, sideId };
  const keep = (side: SideConversation) =>
    client.setQueryData<SideConversation[]>(ticketKeys.sides(ticketId), (held) =>
      held?.map((it) => (it.id === side.id ? side : it)),
    );
  const onError = (error: Error) => toast.error(error);
  const update = useMutation({
    mutationFn: (body: BodyOf<typeof sideConversations.update>) =>
      call(sideConversations.update, { params, body }),
    onSuccess: keep,
    onError,
  });
  const read = useMutation({
    mutationFn: () => call(sideConversations.read, { params }),
    onSuccess: keep,
  });
  const retry = useMutation({
    mutationFn: (messageId: string) => call(sideConversations.retry, { params: { ...params, messageId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ticketKeys.sides(ticketId) }),
    onError,
  });
  return { update: update.mutate, updating: update.isPending, markRead: read.mutate, retry: retry.mutate };
}
