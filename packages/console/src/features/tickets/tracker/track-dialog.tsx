import { endpoints } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketKeys } from '../../../live/ticket-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Picker } from '../../inbox/actions/picker.tsx';
import { useTicketList } from '../list/use-ticket-list.ts';
import { StatusBadge } from '../marks/status-badge.tsx';
import { OpenTicketDialog } from '../open/open-ticket-dialog.tsx';

interface TrackDialogProps {
  ticketIds: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

const trackers = {
  filter: {
    all: [
      { field: 'tracker' as const },
      {
        field: 'status' as const,
        in: ['new' as const, 'open' as const, 'pending' as const, 'on_hold' as const],
      },
    ],
    any: [],
  },
};

/** Puts tickets on a tracker: one that is there, or a new one. */
export function TrackDialog({ ticketIds, onClose, onDone }: TrackDialogProps) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const list = useTicketList(trackers);
  const [opening, setOpening] = useState(false);
  const track = useMutation({
    mutationFn: (id: string) =>
      call(endpoints.tickets.track, { params: { id }, body: { ticketIds: [...ticketIds] } }),
    onSuccess: ({ added, total }) => {
      void client.invalidateQueries({ queryKey: ticketKeys.all });
      toast.show({ title: t('tickets.tracked', { added, total }), tone: 'success' });
      onClose();
      onDone();
    },
  });
  if (opening) {
    return <OpenTicketDialog tracker onClose={() => setOpening(false)} onOpened={(id) => track.mutate(id)} />;
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={t('tickets.track.title', { count: ticketIds.length })}
      description={t('tickets.track.text')}
      footer={<Button onClick={() => setOpening(true)}>{t('tickets.tracker.open')}</Button>}
    >
      <Picker
        label={t('tickets.tracker')}
        placeholder={t('tickets.tracker.search')}
        empty={t(list.loading ? 'ui.loading' : 'tickets.tracker.none')}
        options={list.items.map((tracker) => ({
          id: tracker.id,
          name: `${tracker.number} ${tracker.subject}`,
          content: (
            <>
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                {t('tickets.named', { number: String(tracker.number), subject: tracker.subject })}
              </span>
              <StatusBadge status={tracker.status} />
            </>
          ),
        }))}
        onChoose={(id) => track.mutate(id)}
      />
      <FormError error={track.error ?? list.error} className="mt-3" />
    </Dialog>
  );
}
