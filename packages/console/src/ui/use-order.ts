import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useT } from '../i18n/i18n.tsx';
import { useToast } from './toast.tsx';

interface OrderOptions<Item> {
  /** Where the items are kept, in their order. */
  queryKey: QueryKey;
  /** Keeps an order, and answers the items as they stand then. */
  save: (ids: string[]) => Promise<{ items: Item[] }>;
  /** What is said once it is kept. */
  title: string;
}

/** Puts items in an order: on screen at once, back where it is refused, and with undo. */
export function useOrder<Item extends { id: string }>({
  queryKey,
  save,
  title,
}: OrderOptions<Item>): (items: Item[]) => void {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const order = useMutation({
    mutationFn: (items: Item[]) => save(items.map((it) => it.id)),
    onMutate: (items) => {
      const before = client.getQueryData<Item[]>(queryKey);
      client.setQueryData<Item[]>(queryKey, items);
      return before;
    },
    onSuccess: ({ items }, _, before) => {
      client.setQueryData<Item[]>(queryKey, items);
      toast.show({
        title,
        tone: 'success',
        ...(before
          ? { action: { label: t('tickets.undo'), run: () => order.mutate(before), undoes: true } }
          : {}),
      });
    },
    onError: (error, _, before) => {
      client.setQueryData<Item[]>(queryKey, before);
      void client.invalidateQueries({ queryKey });
      toast.error(error);
    },
  });
  return order.mutate;
}
