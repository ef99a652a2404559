import { endpoints, type Message } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api.ts';
import { applyToCache } from '../../../live/event-to-cache.ts';
import { useCan, useMe } from '../../../session.tsx';
import { useToast } from '../../../ui/toast.tsx';

/** Sends a message that failed on its channel once more. */
export function useRetryMessage({ conversationId, id }: Message) {
  const client = useQueryClient();
  const toast = useToast();
  const can = useCan();
  const agentId = useMe().agent.id;
  const { mutate, isPending } = useMutation({
    mutationFn: () => call(endpoints.conversations.retry, { params: { id: conversationId, messageId: id } }),
    onSuccess: (message) => applyToCache(client, agentId, { type: 'message.changed', message }),
    onError: (error) => toast.error(error),
  });
  return { run: () => mutate(), busy: isPending, allowed: can('conversations.reply') };
}
