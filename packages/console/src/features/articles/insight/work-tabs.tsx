import type { DueArticle, Locale, OutdatedText } from '@fairlead/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { agentsQuery } from '../../../queries.ts';
import { useCan } from '../../../session.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { dueQuery, outdatedQuery } from './insight-queries.ts';
import { InsightTable } from './insight-table.tsx';
import { useTextColumn } from './use-text-column.tsx';

/** Translations that say what their source no longer says; each is opened beside what changed in it. */
export function OutdatedTab({ locale }: { locale: Locale | undefined }) {
  const t = useT();
  const format = useFormat();
  const columns: Column<OutdatedText>[] = [
    useTextColumn('source'),
    {
      id: 'language',
      header: t('articles.language'),
      value: (row) => format.language(row.locale),
      cell: (row) => <span className="text-ink-2">{format.language(row.locale)}</span>,
    },
    {
      id: 'since',
      header: t('articles.insight.since'),
      value: ({ since }) => since,
      cell: ({ since }) => (
        <time dateTime={since} className="whitespace-nowrap text-ink-2">
          {format.relativeTime(since)}
        </time>
      ),
    },
  ];
  return (
    <InsightTable
      list={useQuery({ ...outdatedQuery(locale), placeholderData: keepPreviousData })}
      label={t('articles.insight.tab.outdated')}
      hint={t('articles.insight.outdated.hint')}
      columns={columns}
      rowKey={(row) => `${row.articleId} ${row.locale}`}
      csvName="outdated-translations"
      none={{ title: t('articles.insight.outdated.none'), text: t('articles.insight.outdated.none.text') }}
    />
  );
}

/** Articles that somebody should have read again by now. */
export function DueTab() {
  const t = useT();
  const format = useFormat();
  const { data: agents = [] } = useQuery({ ...agentsQuery, enabled: useCan()('people.read') });
  const ownerOf = ({ ownerId }: DueArticle) => agents.find(({ id }) => id === ownerId)?.name ?? '';
  const columns: Column<DueArticle>[] = [
    useTextColumn(),
    {
      id: 'due',
      header: t('articles.review_due'),
      value: ({ due }) => due,
      cell: ({ due }) => (
        <time dateTime={due} className="whitespace-nowrap text-ink-2">
          {format.date(due)}
        </time>
      ),
    },
    { id: 'owner', header: t('articles.owner'), value: ownerOf, cell: ownerOf },
  ];
  return (
    <InsightTable
      list={useQuery(dueQuery)}
      label={t('articles.insight.tab.due')}
      hint={t('articles.insight.due.hint')}
      columns={columns}
      rowKey={({ articleId }) => articleId}
      csvName="reviews-due"
      none={{ title: t('articles.insight.due.none'), text: t('articles.insight.due.none.text') }}
    />
  );
}
