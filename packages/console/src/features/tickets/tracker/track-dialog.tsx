import { endpoints } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketKeys } from '../../../live/ticket-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { OpenTicketDialog } from '../open/open-ticket-dialog.tsx';
import { TrackerPicker } from './tracker-picker.tsx';

interface TrackDialogProps {
  ticketIds: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

/** Puts tickets on a tracker: one that is there, or a new one. */
export function TrackDialog({ ticketIds, onClose, onDone }: TrackDialogProps) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
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
      <TrackerPicker onChoose={(id) => track.mutate(id)} error={track.error} />
    </Dialog>
  );
}
