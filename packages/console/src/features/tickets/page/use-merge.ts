import { endpoints, type TicketDetail } from '@fairlead/contract';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { TicketActions } from './use-ticket-actions.ts';

/** Merges a ticket into another, and offers to take it back. */
export function useMerge(ticket: TicketDetail, actions: TicketActions): (intoId: string) => Promise<void> {
  const t = useT();
  const toast = useToast();
  const params = { id: ticket.id };
  return async (intoId) => {
    const done = await actions.run(() => call(endpoints.tickets.merge, { params, body: { intoId } }));
    if (!done) return;
    toast.show({
      title: t('tickets.done.merged', { number: String(ticket.number) }),
      tone: 'success',
      action: {
        label: t('tickets.undo'),
        run: () => void actions.run(() => call(endpoints.tickets.undoMerge, { params })),
        undoes: true,
      },
    });
  };
}
