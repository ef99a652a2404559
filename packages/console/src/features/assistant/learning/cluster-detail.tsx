import {
  type ClusterState,
  clusterStates,
  endpoints,
  type MappedIntent,
  type QuestionCluster,
} from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useLocale, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { DraftArticle } from './draft-article.tsx';
import { IntentSelect } from './intent-select.tsx';
import { clusterQuery, learningKey } from './learning-queries.ts';

/** The questions of a cluster, and what can be made of them. */
export function ClusterDetail({ cluster }: { cluster: QuestionCluster }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const manages = useCan()('assistant.manage');
  const { locale } = useLocale();
  const { data, error, refetch } = useQuery(clusterQuery(cluster.id, locale));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [intent, setIntent] = useState<MappedIntent | null>(cluster.intent);
  const params = { id: cluster.id };
  const fetchAgain = () => client.invalidateQueries({ queryKey: learningKey });
  const change = useMutation({
    mutationFn: (state: ClusterState) =>
      call(endpoints.assistant.setClusterState, { params, body: { state } }),
    onSuccess: async (_, state) => {
      await fetchAgain();
      const run = () =>
        void call(endpoints.assistant.setClusterState, { params, body: { state: cluster.state } }).then(
          fetchAgain,
          (thrown: unknown) => toast.error(thrown),
        );
      toast.show({
        title: t('learning.state.changed', { state: t(`learning.state.${state}`) }),
        action: { label: t('tickets.undo'), run, undoes: true },
      });
    },
    onError: (thrown) => toast.error(thrown),
  });
  const propose = useMutation({
    mutationFn: (of: MappedIntent) =>
      call(endpoints.assistant.proposeUtterances, { params, body: { questionIds: [...chosen], intent: of } }),
    onSuccess: async ({ proposed, leftOut }) => {
      setChosen(new Set());
      await fetchAgain();
      const flaws = [...new Set(leftOut.map((it) => it.flaw))].map((it) => t(`learning.flaw.${it}`));
      toast.show({
        title: t('learning.proposed', { count: proposed }),
        tone: proposed > 0 ? 'success' : 'neutral',
        ...(leftOut.length > 0
          ? {
              description: t('learning.left_out', { count: leftOut.length, why: flaws.join('; ') }),
              duration: 12_000,
            }
          : {}),
      });
    },
    onError: (thrown) => toast.error(thrown),
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        {manages && (
          <Field label={t('learning.state')} className="w-44">
            <Select
              value={cluster.state}
              onChange={(next) => next !== cluster.state && change.mutate(next)}
              disabled={change.isPending}
              options={clusterStates.map((value) => ({ value, label: t(`learning.state.${value}`) }))}
            />
          </Field>
        )}
        <DraftArticle cluster={cluster} />
      </div>
      <section aria-label={t('learning.part.questions')} className="flex flex-col gap-2">
        <h3 className="text-sm font-medium">{t('learning.last_questions')}</h3>
        <ul className="flex flex-col">
          {data.items.map((it) => (
            <li key={it.id}>
              <Checkbox
                checked={chosen.has(it.id)}
                onChange={(on) => toggle(it.id, on)}
                label={
                  <span lang={it.locale} dir="auto" className="[overflow-wrap:anywhere]">
                    {it.text}
                  </span>
                }
                hint={
                  <span className="flex flex-wrap items-center gap-1.5">
                    <Badge>{format.language(it.locale)}</Badge>
                    {t(`learning.cause.${it.cause}`)}
                    <time dateTime={it.at}>{format.relativeTime(it.at)}</time>
                  </span>
                }
              />
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-end gap-2">
          <Field label={t('learning.intent')} className="w-72 max-w-full">
            <IntentSelect value={intent} onChange={setIntent} />
          </Field>
          <Button
            icon={<GraduationCap />}
            disabled={chosen.size === 0 || intent === null}
            loading={propose.isPending}
            onClick={() => intent !== null && propose.mutate(intent)}
          >
            {t('learning.propose', { count: chosen.size })}
          </Button>
        </div>
      </section>
      {data.nearest.length > 0 && (
        <section aria-label={t('learning.nearest')}>
          <h3 className="text-sm font-medium">{t('learning.nearest')}</h3>
          <ul className="list-disc ps-5 text-sm">
            {data.nearest.map((it) => (
              <li key={it.articleId}>
                <Link
                  to="/articles/$articleId"
                  params={{ articleId: it.articleId }}
                  className="text-accent-text underline underline-offset-2"
                >
                  {it.heading === null ? it.title : `${it.title} › ${it.heading}`}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
