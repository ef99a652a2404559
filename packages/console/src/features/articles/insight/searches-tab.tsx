import type { SearchGroup, SearchOutcome } from '@fairlead/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { NewArticleDialog } from '../list/new-article-dialog.tsx';
import { ChangeMark } from './change-mark.tsx';
import { type Span, searchesQuery } from './insight-queries.ts';
import { InsightTable } from './insight-table.tsx';

/** What readers looked for and did not find, or found and did not open; an article about it is begun from its row. */
export function SearchesTab({ span, outcome }: { span: Span; outcome: SearchOutcome }) {
  const t = useT();
  const format = useFormat();
  const writes = useCan()('knowledge.write');
  const [begun, setBegun] = useState<SearchGroup | null>(null);
  const columns: Column<SearchGroup>[] = [
    {
      id: 'words',
      header: t('articles.insight.words'),
      value: ({ words }) => words,
      cell: ({ words, locale }) => (
        <span lang={locale} className="block min-w-40 font-medium [overflow-wrap:anywhere]">
          {words}
        </span>
      ),
    },
    {
      id: 'language',
      header: t('articles.language'),
      value: ({ locale }) => format.language(locale),
      cell: ({ locale }) => <span className="text-ink-2">{format.language(locale)}</span>,
    },
    {
      id: 'count',
      header: t('articles.insight.searches'),
      value: ({ count }) => count.now,
      cell: ({ count }) => (
        <span className="inline-flex items-center justify-end gap-2 tabular-nums">
          <ChangeMark figure={count} />
          {format.number(count.now)}
        </span>
      ),
      align: 'end',
    },
    {
      id: 'before',
      header: t('articles.insight.days_before'),
      value: ({ count }) => count.before,
      cell: ({ count }) => <span className="text-ink-2 tabular-nums">{format.number(count.before)}</span>,
      align: 'end',
      from: 'lg',
    },
    {
      id: 'last',
      header: t('articles.insight.last'),
      value: ({ lastAt }) => lastAt,
      cell: ({ lastAt }) => (
        <time dateTime={lastAt} className="whitespace-nowrap text-ink-2">
          {format.relativeTime(lastAt)}
        </time>
      ),
      from: 'md',
    },
    {
      id: 'write',
      header: '',
      cell: (group) =>
        writes && (
          <Button
            size="sm"
            icon={<PencilLine />}
            aria-label={t('articles.insight.write_about', { words: group.words })}
            onClick={() => setBegun(group)}
          >
            {t('articles.insight.write')}
          </Button>
        ),
      align: 'end',
    },
  ];
  return (
    <>
      <InsightTable
        list={useQuery({ ...searchesQuery(span, outcome), placeholderData: keepPreviousData })}
        label={t(`articles.insight.tab.${outcome}`)}
        hint={t(`articles.insight.${outcome}.hint`)}
        columns={columns}
        rowKey={({ words, locale }) => `${locale} ${words}`}
        csvName={`searches-${outcome}`}
        none={{ title: t(`articles.insight.${outcome}.none`), text: t('articles.insight.searches.none') }}
      />
      {begun && (
        <NewArticleDialog
          category={undefined}
          about={{ words: begun.words, locale: begun.locale }}
          onClose={() => setBegun(null)}
        />
      )}
    </>
  );
}
