import type { Ticket, ViewColumn } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { MailOpen, Radar } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { customerName } from '../../customers/customer-name.ts';
import { TicketClock } from '../../sla/clocks/ticket-clock.tsx';
import { PriorityMark } from '../marks/priority-mark.tsx';
import { StatusBadge } from '../marks/status-badge.tsx';
import type { useTicketCell } from './ticket-columns.tsx';
import type { TicketSearch } from './ticket-search.ts';

interface TicketRowProps {
  ticket: Ticket;
  search: TicketSearch;
  columns: readonly ViewColumn[];
  tracks: string;
  cell: ReturnType<typeof useTicketCell>;
  selected: boolean;
  /** Whether Tab reaches its link: one row takes part, the keys move among the rest. */
  reachable: boolean;
  onToggle: () => void;
  onFocus: () => void;
  onOpen: () => void;
}

/** One ticket of the table; its subject is the link to it. */
export function TicketRow(props: TicketRowProps) {
  const { ticket, columns, tracks, cell, selected, onOpen } = props;
  return (
    <div
      onClick={(event) => {
        const control = (event.target as Element).closest('a,button,input,label');
        if (!control && window.getSelection()?.isCollapsed !== false) onOpen();
      }}
      className={cx(
        'grid h-full items-center gap-x-3 border-b border-line px-3',
        selected ? 'bg-selected' : 'hover:bg-hover',
      )}
      style={{ gridTemplateColumns: tracks }}
    >
      <Choose {...props} />
      {columns.map((column) => (
        <span key={column} role="cell" className="flex min-w-0 items-center">
          {column === 'subject' ? <Subject {...props} /> : cell(column, ticket)}
        </span>
      ))}
    </div>
  );
}

/** The same on a phone: two lines. */
export function TicketCard(props: TicketRowProps) {
  const { ticket, selected } = props;
  const t = useT();
  const format = useFormat();
  return (
    <div className={cx('flex h-full gap-2 border-b border-line px-3 py-2', selected && 'bg-selected')}>
      <Choose {...props} />
      <span role="cell" className="flex min-w-0 flex-1 flex-col justify-center gap-1">
        <span className="flex items-center gap-2">
          <Subject {...props} />
          <span className="ms-auto flex shrink-0 flex-col items-end gap-0.5">
            <time dateTime={ticket.updatedAt} className="text-xs text-ink-3">
              {format.relativeTime(ticket.updatedAt)}
            </time>
            <TicketClock ticket={ticket} />
          </span>
        </span>
        <span className="flex min-w-0 items-center gap-2 text-sm text-ink-3">
          <span className="tabular-nums">{t('tickets.number', { number: String(ticket.number) })}</span>
          <StatusBadge status={ticket.status} />
          <PriorityMark priority={ticket.priority} />
          {ticket.customer && <bdi className="min-w-0 truncate">{customerName(t, ticket.customer)}</bdi>}
        </span>
      </span>
    </div>
  );
}

function Choose({ ticket, selected, onToggle }: TicketRowProps) {
  const t = useT();
  return (
    <span role="cell" className="self-center">
      <Checkbox
        checked={selected}
        onChange={onToggle}
        label={<span className="sr-only">{t('tickets.select.one', { number: String(ticket.number) })}</span>}
      />
    </span>
  );
}

function Subject({ ticket, search, columns, reachable, onFocus }: TicketRowProps) {
  const t = useT();
  return (
    <span className="min-w-0">
      <Link
        to="/tickets/$ticketId"
        params={{ ticketId: ticket.id }}
        search={search}
        data-ticket={ticket.id}
        tabIndex={reachable ? 0 : -1}
        onFocus={onFocus}
        preload={false}
        title={ticket.subject}
        className="flex min-h-5 min-w-0 items-center gap-1.5 rounded-sm font-medium hover:underline"
      >
        {ticket.isTracker && (
          <>
            <Radar className="size-4 shrink-0 text-accent-text" aria-hidden />
            <span className="sr-only">{t('tickets.tracker')}</span>
          </>
        )}
        {ticket.sideUnread > 0 && (
          <>
            <MailOpen className="size-4 shrink-0 text-accent-text" aria-hidden />
            <span className="sr-only">{t('tickets.side.unread', { count: ticket.sideUnread })}</span>
          </>
        )}
        <span dir="auto" className="truncate">
          {ticket.subject}
        </span>
      </Link>
      {!columns.includes('category') && (
        <span className="block truncate text-xs text-ink-3">{t(`category.${ticket.category}`)}</span>
      )}
    </span>
  );
}
