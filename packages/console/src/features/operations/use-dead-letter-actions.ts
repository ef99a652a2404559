import { type DeadLetter, endpoints } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { deadLettersQuery } from '../../queries.ts';
import { useToast } from '../../ui/toast.tsx';

/** Retrying and discarding. A line leaves the list when the server has agreed; the list is then read again. */
export function useDeadLetterActions() {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const gone = (letter: DeadLetter) => {
    client.setQueryData(deadLettersQuery.queryKey, (all) => all?.filter((other) => other.id !== letter.id));
    void client.invalidateQueries({ queryKey: deadLettersQuery.queryKey });
  };
  const retry = useMutation({
    mutationFn: ({ id }: DeadLetter) => call(endpoints.operations.retryDeadLetter, { params: { id } }),
    onSuccess: (_, letter) => {
      gone(letter);
      toast.show({ title: t('operations.retried'), description: t('operations.retried.text') });
    },
    onError: (error) => toast.error(error),
  });
  const discard = useMutation({
    mutationFn: ({ id }: DeadLetter) => call(endpoints.operations.discardDeadLetter, { params: { id } }),
    onSuccess: (_, letter) => gone(letter),
  });
  return { retry, discard };
}
