import type { TicketDetail } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { conversationKeys } from '../../../live/conversation-queries.ts';
import type { ThreadState } from '../../../live/thread-state.ts';
import { useCan } from '../../../session.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { Picker } from '../../inbox/actions/picker.tsx';
import { useAgentOptions } from '../../inbox/actions/use-agent-options.tsx';
import { useWide } from '../../inbox/use-wide.ts';
import { SideConversations } from '../side/side-conversations.tsx';
import { SideLabel } from '../side/side-label.tsx';
import { TrackerPanel } from '../tracker/tracker-panel.tsx';
import { CaseFiles } from './case-files.tsx';
import { CaseThread } from './case-thread.tsx';
import { ChooseTicketDialog } from './choose-ticket-dialog.tsx';
import { Comments } from './comments.tsx';
import { MergedBar } from './merged-bar.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { TicketDetails } from './ticket-details.tsx';
import { type TicketDialog, TicketHead } from './ticket-head.tsx';
import { TicketPrint } from './ticket-print.tsx';
import { Timeline } from './timeline.tsx';
import { useMerge } from './use-merge.ts';
import { usePrinting } from './use-printing.ts';
import { type TicketActions, useTicketActions } from './use-ticket-actions.ts';
import { useTicketKeys } from './use-ticket-keys.ts';

type Tab = 'conversation' | 'tracker' | 'comments' | 'side' | 'files' | 'timeline' | 'details';

/** A ticket at work: its thread, what colleagues say, what proves it, and what can be done. */
export function OpenTicket({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const can = useCan();
  const wide = useWide();
  const actions = useTicketActions(ticket);
  const editable = can('tickets.write') && ticket.status !== 'closed';
  const { conversationId, isTracker } = ticket;
  const first: Tab = conversationId ? 'conversation' : isTracker ? 'tracker' : 'comments';
  const [asked, setTab] = useState<Tab>(first);
  const tab = wide && asked === 'details' ? first : asked;
  const [dialog, setDialog] = useState<TicketDialog | null>(null);
  const { printing, print } = usePrinting(ticket);
  const field = useRef<HTMLTextAreaElement>(null);
  const showTab = (next: Tab) => setTab(next);
  useTicketKeys({ ticket, actions, editable, field, onDialog: setDialog, onTab: showTab, onPrint: print });
  const onPutIn = () => {
    showTab('conversation');
    requestAnimationFrame(() => field.current?.focus());
  };
  const details = <TicketDetails ticket={ticket} actions={actions} editable={editable} onPutIn={onPutIn} />;
  const tabs = [
    ...(conversationId
      ? [
          {
            value: 'conversation' as const,
            label: t('tickets.conversation'),
            content: <CaseThread conversationId={conversationId} field={field} />,
          },
        ]
      : []),
    ...(isTracker
      ? [
          {
            value: 'tracker' as const,
            label: t('tickets.tracker'),
            content: <TrackerPanel tracker={ticket} editable={editable} />,
          },
        ]
      : []),
    {
      value: 'comments' as const,
      label: t('tickets.comments'),
      content: <Comments ticketId={ticket.id} editable={can('tickets.write')} />,
    },
    {
      value: 'side' as const,
      label: <SideLabel unread={ticket.sideUnread} />,
      content: <SideConversations ticket={ticket} editable={editable} />,
    },
    { value: 'files' as const, label: t('tickets.files'), content: <CaseFiles ticket={ticket} /> },
    ...(wide
      ? []
      : [
          {
            value: 'details' as const,
            label: t('tickets.details'),
            content: <div className="h-full overflow-y-auto">{details}</div>,
          },
        ]),
    {
      value: 'timeline' as const,
      label: t('tickets.timeline'),
      content: <Timeline ticketId={ticket.id} />,
    },
  ];
  return (
    <div className="flex h-full flex-col bg-surface">
      <TicketHead
        ticket={ticket}
        actions={actions}
        editable={editable}
        onDialog={setDialog}
        onPrint={print}
      />
      <MergedBar ticket={ticket} actions={actions} />
      <div className="flex min-h-0 flex-1">
        <Tabs
          label={t('tickets.parts')}
          value={tab}
          onChange={showTab}
          tabs={tabs}
          className="flex min-h-0 min-w-0 flex-1 flex-col [&>[role=tablist]]:shrink-0 [&>[role=tablist]]:px-4 [&>[role=tabpanel]]:min-h-0 [&>[role=tabpanel]]:flex-1"
        />
        {wide && (
          <aside
            aria-label={t('tickets.details')}
            className="w-96 shrink-0 overflow-y-auto overscroll-contain border-s border-line bg-canvas"
          >
            {details}
          </aside>
        )}
      </div>
      {dialog && (
        <Dialogs dialog={dialog} ticket={ticket} actions={actions} onClose={() => setDialog(null)} />
      )}
      {printing && <TicketPrint ticket={ticket} />}
    </div>
  );
}

interface DialogsProps {
  dialog: TicketDialog;
  ticket: TicketDetail;
  actions: TicketActions;
  onClose: () => void;
}

function Dialogs({ dialog, ticket, actions, onClose }: DialogsProps) {
  const t = useT();
  const merge = useMerge(ticket, actions);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id, conversationId, customer, language, assigneeId } = ticket;
  const agents = useAgentOptions(language, null, assigneeId);
  switch (dialog) {
    case 'merge':
      return (
        <ChooseTicketDialog
          title={t('tickets.merge')}
          description={t('tickets.merge.text')}
          except={id}
          customerId={customer?.id}
          openOnly
          customersOnly={ticket.parentId === null}
          onClose={onClose}
          onChoose={merge}
        />
      );
    case 'split': {
      const thread = client.getQueryData<ThreadState>(conversationKeys.thread(conversationId ?? ''));
      return (
        <SplitDialog
          ticket={ticket}
          messages={thread?.messages ?? []}
          onClose={onClose}
          onSplit={(ticketId) => void navigate({ to: '/tickets/$ticketId', params: { ticketId } })}
        />
      );
    }
    case 'assign':
      return (
        <Dialog
          open
          onOpenChange={(open) => !open && onClose()}
          size="sm"
          title={t('tickets.assign', { number: String(ticket.number) })}
        >
          <Picker
            label={t('tickets.column.assignee')}
            placeholder={t('inbox.agent.search')}
            empty={t('inbox.agent.nobody')}
            options={agents.options}
            onChoose={(agentId) => {
              onClose();
              if (agentId !== assigneeId)
                void actions.assign({ to: 'agent', agentId }, { assigneeId: agentId });
            }}
          />
        </Dialog>
      );
  }
}
