import { useQuery } from '@tanstack/react-query';
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
import { examplesQuery, runsQuery } from './results-queries.ts';
import { RunPanel } from './run-panel.tsx';
import { useExampleFiles } from './use-example-files.ts';

/** Examples of what must follow, and how the assistant fares by them. */
export function ResultsTab() {
  const t = useT();
  const manages = useCan()('assistant.manage');
  const examples = useQuery(examplesQuery);
  const runs = useQuery(runsQuery);
  const { starter } = useExampleFiles();
  const known = useMemo(() => new Set(examples.data?.map((it) => it.id)), [examples.data]);
  const error = (examples.data ? null : examples.error) ?? (runs.data ? null : runs.error);
  if (error)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void examples.refetch();
          void runs.refetch();
        }}
      />
    );
  if (!examples.data || !runs.data) return <Skeleton className="h-96" />;
  const empty = examples.data.length === 0;
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
      {(!empty || runs.data.items.length > 0) && (
        <RunPanel runs={runs.data.items} nightly={runs.data.nightly} known={known} />
      )}
      <ExamplesPanel examples={examples.data} />
    </div>
  );
}
