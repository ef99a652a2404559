import type { Conversation } from '@fairlead/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { Ticket as TicketIcon } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { sayMarks } from '../../../i18n/say-marks.ts';
import { useCan } from '../../../session.tsx';
import { useCommands } from '../../../shell/commands.tsx';
import { useShortcut } from '../../../shell/shortcuts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { TicketClock } from '../../sla/clocks/ticket-clock.tsx';
import { useTicketList } from '../list/use-ticket-list.ts';
import { StatusBadge } from '../marks/status-badge.tsx';
import { OpenTicketDialog } from './open-ticket-dialog.tsx';

/** The ticket of a conversation above its thread, or the way to open one; `t` does either. */
export function TicketStrip({ conversation }: { conversation: Conversation }) {
  const can = useCan();
  return can('tickets.read') ? <Strip conversation={conversation} writes={can('tickets.write')} /> : null;
}

function Strip({ conversation, writes }: { conversation: Conversation; writes: boolean }) {
  const t = useT();
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const { id, preview, teamId, number } = conversation;
  const list = useTicketList({ conversationId: id });
  const ticket = list.items.find(({ status }) => status !== 'closed') ?? list.items[0];
  const current = ticket?.status === 'closed' ? undefined : ticket;
  const go = (ticketId: string) => void navigate({ to: '/tickets/$ticketId', params: { ticketId } });
  const act = () => (current ? go(current.id) : setOpening(true));
  const label = t(current ? 'tickets.go' : 'tickets.open');
  const enabled = !list.loading && (current !== undefined || writes);
  useShortcut('t', act, {
    labelKey: current ? 'tickets.go' : 'tickets.open',
    groupKey: 'inbox.shortcuts.conversation',
    enabled,
  });
  useCommands(
    enabled
      ? [
          {
            id: 'inbox-ticket',
            label,
            group: t('inbox.commands', { number: String(number) }),
            shortcut: 't',
            run: act,
          },
        ]
      : [],
  );
  return (
    <div className="flex min-h-9 items-center gap-2 border-b border-line bg-canvas px-3 py-1 text-sm">
      <TicketIcon className="size-4 shrink-0 text-ink-3" aria-hidden />
      {ticket ? (
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: ticket.id }}
          preload={false}
          className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 rounded-sm hover:underline"
        >
          <span className="font-medium tabular-nums">
            {t('tickets.ticket', { number: String(ticket.number) })}
          </span>
          <StatusBadge status={ticket.status} />
          <TicketClock ticket={ticket} />
          <span className="text-ink-2">{t(`category.${ticket.category}`)}</span>
        </Link>
      ) : (
        <span className="min-w-0 text-ink-3">{list.loading ? t('ui.loading') : t('tickets.strip.none')}</span>
      )}
      {!current && writes && !list.loading && (
        <Button size="sm" variant="quiet" onClick={act} className="ms-auto text-accent-text!">
          {label}
          <Kbd keys="t" className="max-sm:hidden pointer-coarse:hidden" />
        </Button>
      )}
      {opening && (
        <OpenTicketDialog
          conversationId={id}
          subject={subjectOf(sayMarks(t, preview?.text ?? ''))}
          teamId={teamId}
          onClose={() => setOpening(false)}
          // The agent stays with the customer; the strip leads to the ticket.
          onOpened={() => {}}
        />
      )}
    </div>
  );
}

const subjectLength = 120;

/** What the customer said last begins the subject. */
const subjectOf = (text: string): string => (text.trim().split('\n')[0] ?? '').slice(0, subjectLength);
