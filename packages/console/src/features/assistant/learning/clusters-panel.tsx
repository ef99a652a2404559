import { type ClusterState, clusterStates, endpoints } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Inbox, RefreshCw, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useLocale, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { ClusterLine } from './cluster-line.tsx';
import { clustersQuery, learningKey } from './learning-queries.ts';

/** What was not answered well, by matter, the most frequent first. */
export function ClustersPanel() {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const manages = useCan()('assistant.manage');
  const { locale } = useLocale();
  const [state, setState] = useState<ClusterState>('open');
  const { data, error, refetch } = useQuery(clustersQuery(locale, state));
  const gather = useMutation({
    mutationFn: () => call(endpoints.assistant.gatherQuestions),
    onSuccess: async ({ added }) => {
      await client.invalidateQueries({ queryKey: learningKey });
      toast.show({ title: t('learning.gathered', { count: added }), tone: 'success' });
    },
    onError: (thrown) => toast.error(thrown),
  });
  return (
    <Panel
      title={t('learning.questions')}
      description={t('learning.questions.text')}
      actions={
        manages && (
          <Button icon={<RefreshCw />} loading={gather.isPending} onClick={() => gather.mutate()}>
            {t('learning.gather')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Segmented
            label={t('learning.state')}
            className="flex-wrap"
            value={state}
            onChange={setState}
            options={clusterStates.map((value) => {
              const name = t(`learning.state.${value}`);
              return { value, label: data ? `${name} ${format.number(data.counts[value])}` : name };
            })}
          />
          {data?.gatheredAt && (
            <span className="text-sm text-ink-3">
              {t('learning.gathered_at', { time: format.relativeTime(data.gatheredAt) })}
            </span>
          )}
        </div>
        {data?.embeddings && data.embeddings !== 'answered' && (
          <p className="flex items-start gap-1.5 text-sm text-warning-text">
            <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            <span>
              {t('learning.without_embeddings')} {t(`assistant.model.try.${data.embeddings}`)}
            </span>
          </p>
        )}
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={5} />
        ) : data.items.length === 0 ? (
          <EmptyState icon={<Inbox />} title={t('learning.none')} level={3} className="py-8">
            {t(data.gatheredAt ? 'learning.none.text' : 'learning.none.yet')}
          </EmptyState>
        ) : (
          <ol className="divide-y divide-line" aria-label={t('learning.questions')}>
            {data.items.map((it) => (
              <ClusterLine key={it.id} cluster={it} />
            ))}
          </ol>
        )}
      </div>
    </Panel>
  );
}
