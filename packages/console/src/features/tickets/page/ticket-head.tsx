import { maximumSubjectLength, statusMoves, type TicketDetail } from '@fairlead/contract';
import { Link, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Check, ChevronDown, EllipsisVertical, Merge, Pencil, Printer, Split } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Input } from '../../../ui/input.tsx';
import { Menu, MenuChoice, MenuItem } from '../../../ui/menu.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { customerName } from '../../customers/customer-name.ts';
import { TicketClock } from '../../sla/clocks/ticket-clock.tsx';
import { PriorityMark } from '../marks/priority-mark.tsx';
import { StatusBadge, StatusIcon } from '../marks/status-badge.tsx';
import type { TicketActions } from './use-ticket-actions.ts';

export type TicketDialog = 'merge' | 'split' | 'assign';

interface TicketHeadProps {
  ticket: TicketDetail;
  actions: TicketActions;
  editable: boolean;
  onDialog: (dialog: TicketDialog) => void;
  onPrint: () => void;
}

/** Which ticket it is, how it stands, and what can be done with it. */
export function TicketHead({ ticket, actions, editable, onDialog, onPrint }: TicketHeadProps) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const search = useSearch({ from: '/app/tickets/$ticketId' });
  const { number, status, priority, customer } = ticket;
  const solvable = editable && statusMoves[status].includes('solved');
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-surface px-3 py-1.5">
      <PageTitle page={t('tickets.named', { number: String(number), subject: ticket.subject })} />
      <Link
        to="/tickets"
        search={search}
        aria-label={t('tickets.back')}
        className={`${buttonClass('quiet')} px-2!`}
      >
        <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
      </Link>
      <div className="min-w-0 flex-1 basis-56">
        <Subject ticket={ticket} actions={actions} editable={editable} />
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-ink-3">
          <span className="tabular-nums">{t('tickets.number', { number: String(number) })}</span>
          <StatusBadge status={status} />
          <PriorityMark priority={priority} />
          <TicketClock ticket={ticket} />
          {customer && can('customers.read') && (
            <Link
              to="/customers/$customerId"
              params={{ customerId: customer.id }}
              className="inline-flex min-h-6 items-center rounded-sm hover:underline"
            >
              <bdi>{customerName(t, customer)}</bdi>
            </Link>
          )}
          {customer && !can('customers.read') && <bdi>{customerName(t, customer)}</bdi>}
          <time dateTime={ticket.createdAt} title={format.dateTime(ticket.createdAt)}>
            {t('tickets.opened_at', { moment: format.relativeTime(ticket.createdAt) })}
          </time>
        </div>
      </div>
      <div className="flex items-center gap-2 max-sm:w-full">
        {solvable && (
          <Button variant="primary" icon={<Check />} onClick={() => actions.setStatus('solved')}>
            {t('tickets.solve')}
          </Button>
        )}
        {editable && (
          <Menu
            align="end"
            trigger={
              <Button>
                {t('tickets.column.status')}
                <ChevronDown aria-hidden />
              </Button>
            }
          >
            <MenuChoice
              label={t('tickets.status.move')}
              value={status}
              onChange={actions.setStatus}
              options={[status, ...statusMoves[status]].map((value) => ({
                value,
                label: t(`ticket_status.${value}`),
                icon: <StatusIcon status={value} />,
                ...(value === 'closed' ? { hint: t('tickets.close.hint') } : {}),
              }))}
            />
          </Menu>
        )}
        <Menu align="end" trigger={<IconButton label={t('tickets.more')} icon={<EllipsisVertical />} />}>
          {editable && customer && (
            <MenuItem onSelect={() => onDialog('merge')} icon={<Merge />}>
              {t('tickets.merge')}
            </MenuItem>
          )}
          {editable && ticket.conversationId && (
            <MenuItem onSelect={() => onDialog('split')} icon={<Split />}>
              {t('tickets.split')}
            </MenuItem>
          )}
          <MenuItem onSelect={onPrint} icon={<Printer />}>
            {t('tickets.print')}
          </MenuItem>
        </Menu>
      </div>
    </header>
  );
}

function Subject({ ticket, actions, editable }: Pick<TicketHeadProps, 'ticket' | 'actions' | 'editable'>) {
  const t = useT();
  const [text, setText] = useState<string | null>(null);
  const { subject } = ticket;
  if (text === null) {
    return (
      <div className="flex items-center gap-1">
        <h1 dir="auto" className="min-w-0 text-lg leading-6 font-semibold [overflow-wrap:anywhere]">
          {subject}
        </h1>
        {editable && (
          <IconButton
            size="sm"
            label={t('tickets.subject.edit')}
            icon={<Pencil />}
            onClick={() => setText(subject)}
          />
        )}
      </div>
    );
  }
  const save = () => {
    setText(null);
    if (text.trim() !== '' && text.trim() !== subject) void actions.update({ subject: text.trim() });
  };
  return (
    <>
      <h1 className="sr-only">{subject}</h1>
      <Input
        autoFocus
        aria-label={t('tickets.column.subject')}
        maxLength={maximumSubjectLength}
        value={text}
        onValueChange={setText}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
          if (event.key === 'Escape') setText(null);
        }}
      />
    </>
  );
}
