import { type Announcement, endpoints } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StatusBadge } from '../tickets/marks/status-badge.tsx';
import { TrackerPicker } from '../tickets/tracker/tracker-picker.tsx';
import { announcementQuery, announcementTrackersQuery } from './announcement-queries.ts';

/** The incidents that an announcement is about: changed at any time, since customers see nothing of it. */
export function TrackersPanel({ announcement: { id } }: { announcement: Announcement }) {
  const t = useT();
  const can = useCan();
  const client = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const { data, error, refetch } = useQuery(announcementTrackersQuery(id));
  const act = useMutation({
    mutationFn: async (work: () => Promise<unknown>) => work(),
    onSuccess: () => setChoosing(false),
    onSettled: () =>
      Promise.all(
        [
          announcementTrackersQuery(id).queryKey,
          announcementQuery(id).queryKey,
          ['announcements', 'list'],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
  const edits = can('announcements.manage') && can('tickets.read');
  return (
    <Panel title={t('announcements.trackers')} description={t('announcements.trackers.text')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={1} />
      ) : (
        <div className="flex flex-col items-start gap-1">
          <ul className="flex w-full flex-col">
            {data.items.map((tracker) => {
              const named = t('tickets.named', { number: String(tracker.number), subject: tracker.subject });
              return (
                <li key={tracker.id} className="flex min-h-8 items-center gap-2">
                  <Link
                    to="/tickets/$ticketId"
                    params={{ ticketId: tracker.id }}
                    preload={false}
                    dir="auto"
                    className="min-w-0 flex-1 rounded-sm [overflow-wrap:anywhere] hover:underline"
                  >
                    {named}
                  </Link>
                  <StatusBadge status={tracker.status} />
                  {edits && (
                    <IconButton
                      size="sm"
                      label={t('announcements.trackers.remove', { tracker: named })}
                      icon={<X />}
                      onClick={() =>
                        act.mutate(() =>
                          call(endpoints.announcements.unlinkTracker, {
                            params: { id, trackerId: tracker.id },
                          }),
                        )
                      }
                    />
                  )}
                </li>
              );
            })}
          </ul>
          {data.others > 0 && (
            <p className="text-sm text-ink-3">{t('announcements.trackers.others', { count: data.others })}</p>
          )}
          {!choosing && <FormError error={act.error} />}
          {edits && (
            <Button size="sm" variant="quiet" icon={<Plus />} onClick={() => setChoosing(true)}>
              {t('announcements.trackers.add')}
            </Button>
          )}
        </div>
      )}
      {choosing && (
        <Dialog
          open
          onOpenChange={(open) => !open && setChoosing(false)}
          size="sm"
          title={t('announcements.trackers.add')}
        >
          <TrackerPicker
            without={data?.items.map((it) => it.id) ?? []}
            error={act.error}
            onChoose={(trackerId) =>
              act.mutate(() =>
                call(endpoints.announcements.linkTracker, { params: { id, trackerId }, body: {} }),
              )
            }
          />
        </Dialog>
      )}
    </Panel>
  );
}
