import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketQuery } from '../../../live/ticket-queries.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { OpenTicket } from './open-ticket.tsx';

/** One ticket, or why it cannot be shown. */
export function TicketPage() {
  const t = useT();
  const { ticketId } = useParams({ from: '/app/tickets/$ticketId' });
  const { data, error, refetch } = useQuery(ticketQuery(ticketId));
  if (data) return <OpenTicket key={ticketId} ticket={data} />;
  if (!error) return <SkeletonRows rows={10} className="h-full bg-surface pt-3" />;
  return (
    <div className="flex flex-col items-center">
      <ErrorState error={error} onRetry={() => void refetch()} />
      <Link to="/tickets" className={buttonClass()}>
        {t('tickets.back')}
      </Link>
    </div>
  );
}
