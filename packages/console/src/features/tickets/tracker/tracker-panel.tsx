import { endpoints, type TicketDetail, type TrackerRun } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Radar, Reply } from 'lucide-react';
import { useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { ticketKeys, trackerRunsQuery } from '../../../live/ticket-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { ReplyAllDialog } from './reply-all-dialog.tsx';
import { TrackerAnnouncements } from './tracker-announcements.tsx';

/** What is done to all tickets of a tracker and how far it has come, and what everybody is told of it. */
export function TrackerPanel({ tracker, editable }: { tracker: TicketDetail; editable: boolean }) {
  const t = useT();
  const client = useQueryClient();
  const { id } = tracker;
  const { data, error, refetch } = useQuery(trackerRunsQuery(id));
  const [dialog, setDialog] = useState<'reply' | 'solve' | null>(null);
  const key = useRef(crypto.randomUUID());
  const begun = () => {
    key.current = crypto.randomUUID();
    return client.invalidateQueries({ queryKey: ticketKeys.runs(id) });
  };
  const solve = useMutation({
    mutationFn: () => call(endpoints.tickets.solveTracked, { params: { id }, body: { key: key.current } }),
    onSuccess: begun,
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  return (
    <div className="h-full overflow-y-auto px-4 py-4">
      <div className="mx-auto flex max-w-4xl flex-col gap-4">
        {data.tracked === 0 ? (
          <EmptyState icon={<Radar />} title={t('tickets.tracker.empty.title')}>
            {t('tickets.tracker.empty.text')}
          </EmptyState>
        ) : (
          <div className="flex flex-wrap items-center gap-2">
            <p className="min-w-0 flex-1 font-medium">
              {t('tickets.tracker.count', { count: data.tracked })}
            </p>
            {editable && (
              <>
                <Button icon={<Reply />} onClick={() => setDialog('reply')}>
                  {t('tickets.tracker.reply')}
                </Button>
                <Button icon={<CircleCheck />} onClick={() => setDialog('solve')}>
                  {t('tickets.tracker.solve')}
                </Button>
              </>
            )}
          </div>
        )}
        <TrackerAnnouncements tracker={tracker} />
        <ul className="flex flex-col gap-3">
          {data.items.map((run) => (
            <Run key={run.id} run={run} />
          ))}
        </ul>
      </div>
      {dialog === 'reply' && (
        <ReplyAllDialog
          tracker={tracker}
          count={data.tracked}
          onClose={() => setDialog(null)}
          onBegun={() => void begun()}
        />
      )}
      <ConfirmDialog
        open={dialog === 'solve'}
        onOpenChange={(open) => !open && setDialog(null)}
        title={t('tickets.tracker.solve.title', { count: data.tracked })}
        confirmLabel={t('tickets.tracker.solve')}
        onConfirm={() => solve.mutateAsync()}
        danger={false}
      >
        {t('tickets.tracker.solve.text')}
      </ConfirmDialog>
    </div>
  );
}

function Run({ run }: { run: TrackerRun }) {
  const t = useT();
  const format = useFormat();
  const { kind, total, done, failed, createdAt, finishedAt } = run;
  const title = t(`tickets.run.${kind}`);
  return (
    <li className="rounded-lg border border-line p-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{title}</span>
        <time dateTime={createdAt} className="text-xs text-ink-3">
          {format.dateTime(createdAt)}
        </time>
      </p>
      <ProgressBar label={title} value={done + failed} max={total} className="my-2" />
      <p role="status" className="text-sm text-ink-2">
        {t(finishedAt ? 'tickets.run.finished' : 'tickets.run.progress', {
          done: format.number(done),
          total: format.number(total),
        })}
        {failed > 0 && (
          <span className="ms-2 text-danger-text">{t('tickets.run.failed', { count: failed })}</span>
        )}
      </p>
    </li>
  );
}
