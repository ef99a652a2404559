import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ClipboardCheck, Sprout } from 'lucide-react';
import { useMemo } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ExamplesPanel } from './examples-panel.tsx';
import { examplesQuery, runsQuery, setsQuery } from './results-queries.ts';
import { RunPanel } from './run-panel.tsx';
import { SetsBar } from './sets-bar.tsx';
import { useExampleFiles } from './use-example-files.ts';

/** Examples of what must follow, and how the assistant fares by them. */
export function ResultsTab() {
  const t = useT();
  const navigate = useNavigate();
  const { set } = useSearch({ from: '/app/assistant' });
  const manages = useCan()('assistant.manage');
  const examples = useQuery(examplesQuery);
  const runs = useQuery(runsQuery);
  const sets = useQuery(setsQuery);
  const { starter } = useExampleFiles();
  const known = useMemo(() => new Set(examples.data?.map((it) => it.id)), [examples.data]);
  const [failed] = [examples, runs, sets].filter((it) => it.error && !it.data);
  if (failed)
    return (
      <ErrorState
        error={failed.error}
        onRetry={() => {
          void examples.refetch();
          void runs.refetch();
          void sets.refetch();
        }}
      />
    );
  if (!examples.data || !runs.data || !sets.data) return <Skeleton className="h-96" />;
  const empty = examples.data.length === 0;
  const chosen = sets.data.find((it) => it.id === set);
  const choose = (next: string | undefined) =>
    void navigate({ to: '/assistant', search: { tab: 'results', set: next }, replace: true });
  const shown = chosen ? examples.data.filter((it) => it.setId === chosen.id) : examples.data;
  return (
    <div className="flex flex-col gap-5">
      {empty && (
        <EmptyState
          icon={<ClipboardCheck />}
          title={t('assistant.examples.none')}
          className="py-8"
          action={
            manages && (
              <Button
                variant="primary"
                icon={<Sprout />}
                loading={starter.isPending}
                onClick={() => starter.mutate()}
              >
                {t('assistant.examples.starter')}
              </Button>
            )
          }
        >
          {t('assistant.examples.none.text')}
        </EmptyState>
      )}
      <FormError error={starter.error} />
      <SetsBar sets={sets.data} chosen={chosen} onChoose={choose} />
      {(!empty || runs.data.items.length > 0) && (
        <RunPanel runs={runs.data.items} nightly={runs.data.nightly} known={known} set={chosen} />
      )}
      <ExamplesPanel key={set} examples={shown} sets={sets.data} set={chosen} />
    </div>
  );
}
