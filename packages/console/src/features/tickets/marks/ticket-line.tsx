import type { Ticket } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { StatusBadge } from './status-badge.tsx';

/** One ticket in a narrow place, as a link to it; `children` stands before the status. */
export function TicketLine({ ticket, children }: { ticket: Ticket; children?: ReactNode }) {
  const t = useT();
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: ticket.id }}
      preload={false}
      className="block min-w-0 flex-1 rounded-md px-2 py-1.5 hover:bg-hover"
    >
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-ink-3">
        <span className="tabular-nums">{t('tickets.number', { number: String(ticket.number) })}</span>
        {children}
        <span className="ms-auto">
          <StatusBadge status={ticket.status} />
        </span>
      </span>
      <span dir="auto" className="block [overflow-wrap:anywhere]">
        {ticket.subject}
      </span>
    </Link>
  );
}
