import { type DriftFinding, type DriftState, endpoints, type Locale } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowRight, Check, RefreshCw, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { driftQuery } from './insight-queries.ts';
import { InsightTable } from './insight-table.tsx';

/** Texts that quote a figure of the exchange as it was; each leads to where it is written, and is settled here. */
export function DriftTab({ locale }: { locale: Locale | undefined }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const writes = useCan()('knowledge.write');
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery(driftQuery(all ? 'all' : 'open'));
  const fetchAgain = () => client.invalidateQueries({ queryKey: ['articles', 'insight'] });
  const look = useMutation({
    mutationFn: () => call(endpoints.helpInsight.lookForDrift),
    onSuccess: fetchAgain,
    onError: (thrown) => toast.error(thrown),
  });
  const decide = useMutation({
    mutationFn: ({ id, state }: { id: string; state: DriftState }) =>
      call(endpoints.helpInsight.decideDrift, { params: { id }, body: { state } }),
    onSuccess: async (_, { id, state }) => {
      await fetchAgain();
      if (state === 'open') return;
      const run = () => decide.mutate({ id, state: 'open' });
      toast.show({
        title: t(`articles.drift.said.${state}`),
        action: { label: t('tickets.undo'), run, undoes: true },
      });
    },
    onError: (thrown) => toast.error(thrown),
  });
  const is = ({ gate, after }: DriftFinding) => (gate ? t(`articles.drift.gate.${gate}`) : after);
  const was = ({ gate, before }: DriftFinding) =>
    gate ? t(`articles.drift.gate.${gate === 'open' ? 'suspended' : 'open'}`) : before;
  const columns: Column<DriftFinding>[] = [
    {
      id: 'text',
      header: t('articles.drift.text'),
      value: ({ title }) => title,
      csv: ({ title, excerpt }) => `${title}: ${excerpt}`,
      cell: (it) => (
        <span className="block min-w-40 py-1">
          <span className="flex flex-wrap items-center gap-1.5">
            <Badge>{t(`articles.drift.source.${it.source}`)}</Badge>
            <TextLink finding={it} />
          </span>
          <q lang={it.locale} dir="auto" className="block text-sm text-ink-2 [overflow-wrap:anywhere]">
            {it.excerpt}
          </q>
        </span>
      ),
    },
    {
      id: 'language',
      header: t('articles.language'),
      value: (it) => format.language(it.locale),
      cell: (it) => <span className="text-ink-2">{format.language(it.locale)}</span>,
      from: 'md',
    },
    {
      id: 'change',
      header: t('articles.drift.change'),
      value: (it) => `${it.name}: ${was(it)} → ${is(it)}`,
      cell: (it) => (
        <span className="block py-1">
          <span className="inline-flex flex-wrap items-center gap-x-1.5 tabular-nums">
            <s className="text-ink-3">{was(it)}</s>
            <ArrowRight className="size-3.5 text-ink-3 rtl:rotate-180" aria-hidden />
            <span className="font-medium">{is(it)}</span>
          </span>
          <code className="block text-xs text-ink-3 [overflow-wrap:anywhere]">{it.name}</code>
        </span>
      ),
    },
    {
      id: 'found',
      header: t('articles.drift.found'),
      value: ({ foundAt }) => foundAt,
      cell: ({ foundAt }) => (
        <time dateTime={foundAt} className="whitespace-nowrap text-ink-2">
          {format.relativeTime(foundAt)}
        </time>
      ),
      from: 'lg',
    },
    {
      id: 'state',
      header: '',
      cell: ({ id, title, state, decidedBy }) =>
        state !== 'open' ? (
          <span className="inline-flex items-center gap-1 text-sm text-ink-2">
            {t(`articles.drift.state.${state}`, { agent: decidedBy ?? t('articles.drift.by_itself') })}
            {writes && (
              <IconButton
                size="sm"
                label={t('articles.drift.reopen', { title })}
                icon={<RotateCcw />}
                onClick={() => decide.mutate({ id, state: 'open' })}
              />
            )}
          </span>
        ) : (
          writes && (
            <span className="flex justify-end">
              <IconButton
                size="sm"
                label={t('articles.drift.done', { title })}
                icon={<Check />}
                onClick={() => decide.mutate({ id, state: 'done' })}
              />
              <IconButton
                size="sm"
                label={t('articles.drift.dismiss', { title })}
                icon={<X />}
                onClick={() => decide.mutate({ id, state: 'dismissed' })}
              />
            </span>
          )
        ),
      align: 'end',
    },
  ];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-64 text-sm text-ink-3">{t('articles.drift.text.hint')}</p>
        <Checkbox checked={all} onChange={setAll} label={t('articles.drift.all')} />
        {writes && (
          <Button size="sm" icon={<RefreshCw />} loading={look.isPending} onClick={() => look.mutate()}>
            {t('articles.drift.look')}
          </Button>
        )}
      </div>
      <InsightTable
        list={{ data: locale ? data?.filter((it) => it.locale === locale) : data, error, refetch }}
        label={t('articles.insight.tab.drift')}
        hint={t('articles.drift.hint')}
        columns={columns}
        rowKey={({ id }) => id}
        csvName="changed-figures"
        none={{ title: t('articles.drift.none'), text: t('articles.drift.none.text') }}
      />
    </div>
  );
}

function TextLink({ finding: { source, subjectId, locale, title } }: { finding: DriftFinding }) {
  const can = useCan();
  const style = 'rounded-sm font-medium [overflow-wrap:anywhere] hover:underline';
  const shown = <span lang={source === 'macro' ? undefined : locale}>{title}</span>;
  if (source === 'macro')
    return can('conversations.reply') ? (
      <Link to="/settings/macros" className={style}>
        {shown}
      </Link>
    ) : (
      shown
    );
  if (source === 'example')
    return can('assistant.read') ? (
      <Link to="/assistant" search={{ tab: 'results' }} className={style}>
        {shown}
      </Link>
    ) : (
      shown
    );
  return can('knowledge.write') ? (
    <Link
      to="/articles/$articleId"
      params={{ articleId: subjectId }}
      search={{ language: locale }}
      className={style}
    >
      {shown}
    </Link>
  ) : (
    shown
  );
}
