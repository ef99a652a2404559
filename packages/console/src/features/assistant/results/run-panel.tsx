import { type AssistantRun, type ExampleSet, endpoints, type NightlyReplay } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, Play, Square } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Select } from '../../../ui/select.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { FailureList } from './failure-list.tsx';
import { LanguageTable } from './language-table.tsx';
import { NightlyFields } from './nightly-fields.tsx';
import { runQuery, runsQuery } from './results-queries.ts';
import { setName } from './set-name.ts';

interface RunPanelProps {
  runs: readonly AssistantRun[];
  nightly: NightlyReplay;
  /** The examples that are kept now. */
  known: ReadonlySet<string>;
  /** The one that is looked at: it is run alone. */
  set: ExampleSet | undefined;
}

/** Runs the examples, and shows how the assistant fared, by language and version. */
export function RunPanel({ runs, nightly, known, set }: RunPanelProps) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const manages = useCan()('assistant.manage');
  const [chosen, setChosen] = useState<string | null>(null);
  const fetchAgain = () => client.invalidateQueries({ queryKey: runsQuery.queryKey });
  const start = useMutation({
    mutationFn: () => call(endpoints.assistant.startRun, { body: set ? { set: set.id } : {} }),
    onSuccess: () => {
      setChosen(null);
      return fetchAgain();
    },
  });
  const cancel = useMutation({
    mutationFn: (id: string) => call(endpoints.assistant.cancelRun, { params: { id } }),
    onSuccess: fetchAgain,
  });
  const running = runs.find((it) => it.state === 'running');
  const shown = runs.find((it) => it.id === chosen) ?? runs[0];
  return (
    <Panel
      title={t('assistant.results.runs')}
      description={t('assistant.results.runs.text')}
      actions={
        manages &&
        (running ? (
          <Button icon={<Square />} loading={cancel.isPending} onClick={() => cancel.mutate(running.id)}>
            {t('ui.cancel')}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon={<Play />}
            loading={start.isPending}
            disabled={(set?.examples ?? known.size) === 0}
            onClick={() => start.mutate()}
          >
            {set ? t('assistant.results.run_set', { name: setName(t, set) }) : t('assistant.results.run')}
          </Button>
        ))
      }
    >
      <div className="flex flex-col gap-4">
        <FormError error={start.error ?? cancel.error} />
        <NightlyFields nightly={nightly} />
        {running && (
          <div role="status" className="flex flex-col gap-1">
            <ProgressBar label={t('assistant.results.running')} value={running.done} max={running.total} />
            <p className="text-sm text-ink-3">
              {t('assistant.results.progress', { done: running.done, total: running.total })}
            </p>
          </div>
        )}
        {shown ? (
          <>
            <div className="flex flex-wrap items-center gap-2">
              <Select
                label={t('assistant.results.which')}
                className="w-auto! max-w-full"
                value={shown.id}
                onChange={setChosen}
                options={runs.map((it) => ({
                  value: it.id,
                  label: [
                    format.dateTime(it.startedAt),
                    t(`assistant.cause.${it.cause}`),
                    ...(it.sets.length > 0 ? [format.list(it.sets.map((one) => setName(t, one)))] : []),
                  ].join(' · '),
                }))}
              />
              <StateBadge run={shown} />
              {shown.startedBy && <span className="text-sm text-ink-2">{shown.startedBy.name}</span>}
            </div>
            <Shown run={shown} runs={runs} known={known} />
          </>
        ) : (
          <p className="text-ink-2">{t('assistant.results.no_runs')}</p>
        )}
      </div>
    </Panel>
  );
}

function StateBadge({ run: { state } }: { run: AssistantRun }) {
  const t = useT();
  const tone = { running: 'accent', done: 'success', cancelled: 'neutral', failed: 'danger' } as const;
  return <Badge tone={tone[state]}>{t(`assistant.run.${state}`)}</Badge>;
}

function Shown({
  run,
  runs,
  known,
}: {
  run: AssistantRun;
  runs: readonly AssistantRun[];
  known: ReadonlySet<string>;
}) {
  const t = useT();
  const { data, error, refetch } = useQuery(runQuery(run.id, run.done));
  const { stamps } = run;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} />;
  const { before } = data;
  const changed =
    before &&
    (['settings', 'articles', 'classifier'] as const).filter((it) => before.stamps[it] !== stamps[it]);
  const fresh = data.failures.filter((it) => it.fresh).length;
  return (
    <>
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {(['settings', 'articles', 'classifier'] as const).map((it) => (
          <div key={it} className="flex items-center gap-1.5">
            <dt className="text-ink-3">{t(`assistant.stamp.${it}`)}</dt>
            <dd className="font-mono text-xs">{stamps[it].slice(0, 8)}</dd>
            {changed?.includes(it) && <Badge tone="accent">{t('assistant.stamp.changed')}</Badge>}
          </div>
        ))}
      </dl>
      <LanguageTable run={run} runs={runs} />
      {before && (
        <p className="text-sm text-ink-2">
          {t('assistant.results.change', { fresh, mended: data.mended.length })}
        </p>
      )}
      {data.mended.length > 0 && (
        <details className="text-sm">
          <summary className="min-h-7 cursor-pointer rounded-sm text-ink-2 hover:text-ink">
            {t('assistant.results.mended', { count: data.mended.length })}
          </summary>
          <ul className="mt-1 list-disc ps-5">
            {data.mended.map((it) => (
              <li key={it.id} lang={it.locale} className="[overflow-wrap:anywhere]">
                {it.text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <section aria-label={t('assistant.results.wrong')}>
        <h3 className="mb-2 text-sm font-medium">
          {t('assistant.results.wrong.count', { count: data.failures.length })}
        </h3>
        {data.failures.length > 0 ? (
          <FailureList failures={data.failures} known={known} />
        ) : (
          run.state === 'done' && (
            <p className="flex items-center gap-1.5 text-sm text-success-text">
              <CheckCheck className="size-4" aria-hidden />
              {t('assistant.results.all_right')}
            </p>
          )
        )}
      </section>
    </>
  );
}
