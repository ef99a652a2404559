import { type ClassifierVersion, endpoints } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { GraduationCap, RotateCcw, Square } from 'lucide-react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { classifiersQuery } from './learning-queries.ts';
import { ReportTable } from './report-table.tsx';

const tones = {
  training: 'accent',
  ready: 'neutral',
  refused: 'warning',
  cancelled: 'neutral',
  failed: 'danger',
} as const;

/** A share of 1 in percent, to a tenth: versions differ by less than a whole. */
const percent = (share: number) => Math.round(share * 1000) / 10;

/** The versions of the classifier: trains the next one, and lets an earlier one be live again. */
export function ClassifiersPanel() {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const manages = useCan()('assistant.manage');
  const { data, error, refetch } = useQuery(classifiersQuery);
  const fetchAgain = () => client.invalidateQueries({ queryKey: classifiersQuery.queryKey });
  const train = useMutation({
    mutationFn: () => call(endpoints.assistant.trainClassifier),
    onSuccess: fetchAgain,
  });
  const cancel = useMutation({
    mutationFn: (number: number) => call(endpoints.assistant.cancelTraining, { params: { number } }),
    onSuccess: fetchAgain,
  });
  const use = useMutation({
    mutationFn: (number: number) => call(endpoints.assistant.useClassifier, { params: { number } }),
    onSuccess: async (_, number) => {
      const former = data?.items.find((it) => it.live)?.number;
      await fetchAgain();
      toast.show({
        title: t('learning.version.now_live', { number }),
        tone: 'success',
        ...(former === undefined
          ? {}
          : { action: { label: t('tickets.undo'), run: () => use.mutate(former), undoes: true } }),
      });
    },
    onError: (thrown) => toast.error(thrown),
  });
  const training = data?.items.find((it) => it.state === 'training');
  return (
    <Panel
      title={t('learning.versions')}
      description={t('learning.versions.text', { share: format.share(data?.tolerance ?? 0.01) })}
      actions={
        manages &&
        (training ? (
          <Button icon={<Square />} loading={cancel.isPending} onClick={() => cancel.mutate(training.number)}>
            {t('ui.cancel')}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon={<GraduationCap />}
            loading={train.isPending}
            onClick={() => train.mutate()}
          >
            {t('learning.train')}
          </Button>
        ))
      }
    >
      <div className="flex flex-col gap-3">
        <FormError error={train.error ?? cancel.error} />
        {data && <p className="text-sm text-ink-2">{t('learning.waiting', { count: data.waiting })}</p>}
        {training && (
          <div role="status" className="flex flex-col gap-1">
            <ProgressBar label={t('learning.training')} value={training.done} max={training.total} />
            <p className="text-sm text-ink-3">
              {t('learning.training.step', { done: training.done, total: training.total })}
            </p>
          </div>
        )}
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={3} />
        ) : (
          <ol className="divide-y divide-line" aria-label={t('learning.versions')}>
            {data.items.map((it) => (
              <VersionLine
                key={it.number}
                version={it}
                busy={use.isPending && use.variables === it.number}
                {...(manages && it.state === 'ready' && !it.live
                  ? { onUse: () => use.mutate(it.number) }
                  : {})}
              />
            ))}
          </ol>
        )}
      </div>
    </Panel>
  );
}

interface VersionLineProps {
  version: ClassifierVersion;
  busy: boolean;
  onUse?: () => void;
}

function VersionLine({ version, busy, onUse }: VersionLineProps) {
  const t = useT();
  const format = useFormat();
  const { number, state, live, utterances, report, trainedBy, startedAt } = version;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">
            {number === 0 ? t('learning.version.shipped') : t('learning.version', { number })}
          </span>
          {live && <Badge tone="success">{t('learning.version.live')}</Badge>}
          {number > 0 && <Badge tone={tones[state]}>{t(`learning.version.${state}`)}</Badge>}
          <span className="text-sm text-ink-3">
            {trainedBy?.name} {startedAt && <time dateTime={startedAt}>{format.dateTime(startedAt)}</time>}
          </span>
        </p>
        {report && (
          <p className="text-sm text-ink-2">{t('learning.version.learned', { count: utterances })}</p>
        )}
        {report && (
          <>
            <ul className="text-sm">
              {report.reasons.map((it) => (
                <li key={it} className="text-warning-text">
                  {t(`learning.refused.${it}`)}
                </li>
              ))}
            </ul>
            <details className="text-sm">
              <summary className="min-h-7 cursor-pointer rounded-sm text-ink-2 hover:text-ink">
                {t('learning.report', {
                  before: format.number(percent(report.macro.before)),
                  after: format.number(percent(report.macro.after)),
                  number: report.against,
                })}
              </summary>
              <ReportTable report={report} />
            </details>
          </>
        )}
      </div>
      {onUse && (
        <Button size="sm" icon={<RotateCcw />} loading={busy} onClick={onUse}>
          {number === 0 ? t('learning.version.use_shipped') : t('learning.version.use', { number })}
        </Button>
      )}
    </li>
  );
}
