import { type RuleRun, type RunOutcome, runOutcome } from '@fairlead/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { rulesQuery, runsQuery } from './automation-queries.ts';
import { RunLine } from './run-line.tsx';
import { UndoRun } from './undo-run.tsx';

const tones: Record<RunOutcome, Tone> = {
  done: 'success',
  partly: 'warning',
  refused: 'danger',
  cut: 'danger',
};

/** What rules did, latest first: of all, of one rule, or with one outcome. */
export function LogTab() {
  const t = useT();
  const [ruleId, setRuleId] = useState('');
  const [outcome, setOutcome] = useState<RunOutcome | ''>('');
  const { data: rules = [] } = useQuery(rulesQuery);
  const runs = useInfiniteQuery(
    runsQuery({ ...(ruleId ? { ruleId } : {}), ...(outcome ? { outcome } : {}) }),
  );
  const items = runs.data?.pages.flatMap((page) => page.items);
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-2 sm:grid-cols-2">
        <Select
          label={t('automation.log.rule')}
          value={ruleId}
          onChange={setRuleId}
          options={[
            { value: '', label: t('automation.log.all_rules') },
            ...rules.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select<RunOutcome | ''>
          label={t('automation.log.outcome')}
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: '', label: t('automation.log.all_outcomes') },
            ...runOutcome.options.map((value) => ({ value, label: t(`automation.outcome.${value}`) })),
          ]}
        />
      </div>
      {runs.error && !items ? (
        <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />
      ) : !items ? (
        <SkeletonRows rows={6} />
      ) : items.length === 0 ? (
        <EmptyState icon={<ScrollText />} title={t('automation.log.none')}>
          {t('automation.log.none.text')}
        </EmptyState>
      ) : (
        <ol className="flex flex-col">
          {items.map((run) => (
            <Line key={run.id} run={run} />
          ))}
        </ol>
      )}
      {runs.hasNextPage && (
        <Button
          variant="quiet"
          className="self-center"
          loading={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
        >
          {t('automation.log.more')}
        </Button>
      )}
    </div>
  );
}

function Line({ run }: { run: RuleRun }) {
  const t = useT();
  return (
    <RunLine run={run} ticketSubject={run.ticketSubject}>
      <span className="font-medium text-ink">{run.ruleName}</span>
      <Badge tone={tones[run.outcome]}>{t(`automation.outcome.${run.outcome}`)}</Badge>
      {run.undoneAt && <Badge>{t('automation.run.undone')}</Badge>}
      <UndoRun run={run} />
    </RunLine>
  );
}
