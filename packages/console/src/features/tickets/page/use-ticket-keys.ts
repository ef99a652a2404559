import { statusMoves, type TicketDetail } from '@fairlead/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useCommands } from '../../../shell/commands.tsx';
import { useShortcut } from '../../../shell/shortcuts.tsx';
import { useDrafts } from '../../inbox/composer/writing.tsx';
import type { TicketDialog } from './ticket-head.tsx';
import type { TicketActions } from './use-ticket-actions.ts';

interface TicketKeysOptions {
  ticket: TicketDetail;
  actions: TicketActions;
  editable: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  onDialog: (dialog: TicketDialog) => void;
  onTab: (tab: 'conversation') => void;
  onPrint: () => void;
}

/** Puts what can be done with the open ticket on keys, the inbox's own, and into the palette. */
export function useTicketKeys(options: TicketKeysOptions): void {
  const { ticket, actions, editable, field, onDialog, onTab, onPrint } = options;
  const t = useT();
  const drafts = useDrafts();
  const navigate = useNavigate();
  const search = useSearch({ from: '/app/tickets/$ticketId' });
  const { conversationId, status } = ticket;
  const write = (kind: 'text' | 'note') => {
    if (!conversationId) return;
    onTab('conversation');
    drafts.choose(conversationId, kind);
    // The shortcut's own letter must not be written.
    requestAnimationFrame(() => field.current?.focus());
  };
  const take = () => void actions.assign({ to: 'me' }, {});
  const solvable = editable && statusMoves[status].includes('solved');
  const back = () => void navigate({ to: '/tickets', search });
  const group = { groupKey: 'tickets.shortcuts.ticket' } as const;
  const threaded = { ...group, enabled: conversationId !== null };
  useShortcut('r', () => write('text'), { labelKey: 'inbox.composer.reply', ...threaded });
  useShortcut('n', () => write('note'), { labelKey: 'inbox.shortcut.note', ...threaded });
  useShortcut('e', () => actions.setStatus('solved'), {
    labelKey: 'tickets.solve',
    ...group,
    enabled: solvable,
  });
  useShortcut('a', () => onDialog('assign'), { labelKey: 'inbox.assign', ...group, enabled: editable });
  useShortcut('y', take, { labelKey: 'inbox.take', ...group, enabled: editable });
  useShortcut('u', back, { labelKey: 'tickets.back', ...group });

  const heading = t('tickets.commands', { number: String(ticket.number) });
  const command = (id: string, label: string, run: () => void, shortcut?: string) => ({
    id: `ticket-${id}`,
    label,
    group: heading,
    run,
    ...(shortcut ? { shortcut } : {}),
  });
  useCommands([
    ...(editable
      ? [
          ...statusMoves[status].map((to) =>
            command(
              `status.${to}`,
              t('tickets.commands.status', { status: t(`ticket_status.${to}`) }),
              () => actions.setStatus(to),
              to === 'solved' ? 'e' : undefined,
            ),
          ),
          command('assign', t('inbox.assign'), () => onDialog('assign'), 'a'),
          command('take', t('inbox.take'), take, 'y'),
        ]
      : []),
    ...(editable && ticket.customer ? [command('merge', t('tickets.merge'), () => onDialog('merge'))] : []),
    ...(editable && conversationId ? [command('split', t('tickets.split'), () => onDialog('split'))] : []),
    command('print', t('tickets.print'), onPrint),
  ]);
}
