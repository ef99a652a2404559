import { isActiveStatus } from '@fairlead/contract';
import { useMemo } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useTicketList } from '../list/use-ticket-list.ts';
import { TicketLine } from '../marks/ticket-line.tsx';

/** The tickets of a customer that are still worked on, as far as this agent may see them. */
export function CustomerTickets({ customerId }: { customerId: string }) {
  const t = useT();
  const query = useMemo(() => ({ customerId }), [customerId]);
  const list = useTicketList(query);
  const open = list.items.filter(({ status }) => isActiveStatus(status));
  if (list.loading) {
    return (
      <div role="status">
        <span className="sr-only">{t('ui.loading')}</span>
        <Skeleton className="h-10 w-full" />
      </div>
    );
  }
  if (list.error && open.length === 0) {
    return (
      <p className="flex items-center justify-between gap-2 text-sm text-ink-3">
        {t('tickets.customer.failed')}
        <Button size="sm" onClick={list.refetch}>
          {t('ui.retry')}
        </Button>
      </p>
    );
  }
  if (open.length === 0) return <p className="text-sm text-ink-3">{t('tickets.customer.none')}</p>;
  return (
    <ul className="-mx-2">
      {open.map((ticket) => (
        <li key={ticket.id} className="flex">
          <TicketLine ticket={ticket}>
            <span>{t(`category.${ticket.category}`)}</span>
          </TicketLine>
        </li>
      ))}
    </ul>
  );
}
