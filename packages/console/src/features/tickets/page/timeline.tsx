import type { RuleRun, TimelineEntry } from '@fairlead/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { timelineQuery } from '../../../live/ticket-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { ticketRunsQuery } from '../../automation/automation-queries.ts';
import { runOfEntry } from '../../automation/run-of-entry.ts';
import { UndoRun } from '../../automation/undo-run.tsx';
import { useTimelineWords } from './use-timeline-words.ts';

/** What happened to a ticket and its conversation, latest first. */
export function Timeline({ ticketId }: { ticketId: string }) {
  const t = useT();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    timelineQuery(ticketId),
  );
  const ruled = data?.pages.some((page) => page.items.some(({ cause }) => cause?.startsWith('rule:')));
  const { data: runs = [] } = useQuery({ ...ticketRunsQuery(ticketId), enabled: ruled === true });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  return (
    <div className="h-full overflow-y-auto px-4 py-3">
      <ol className="mx-auto flex max-w-4xl flex-col">
        {data.pages.flatMap((page) =>
          page.items.map((entry) => <Entry key={entry.id} entry={entry} runs={runs} />),
        )}
      </ol>
      {hasNextPage && (
        <div className="flex justify-center py-2">
          <Button variant="quiet" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('tickets.timeline.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Entry({ entry, runs }: { entry: TimelineEntry; runs: readonly RuleRun[] }) {
  const t = useT();
  const format = useFormat();
  const { name, run } = runOfEntry(entry, runs);
  const rule = name ? t('automation.run.by', { name }) : t('automation.run.by.chain');
  const { who, what, changes } = useTimelineWords()(entry);
  return (
    <li className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-3 border-b border-line py-2 max-sm:grid-cols-1 max-sm:gap-0.5">
      <time dateTime={entry.at} className="text-sm text-ink-3">
        {format.dateTime(entry.at)}
      </time>
      <div className="min-w-0">
        <p>
          <span className="font-medium">{what}</span>{' '}
          <span className="text-sm text-ink-3">{name === undefined ? who : rule}</span>
          {run && <UndoRun run={run} />}
        </p>
        {changes.length > 0 && (
          <ul className="mt-0.5 text-sm text-ink-2">
            {changes.map((change) => (
              <li key={change} className="[overflow-wrap:anywhere]">
                {change}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
