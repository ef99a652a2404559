import type { Locale, NearArticles } from '@fairlead/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { duplicatesQuery } from './insight-queries.ts';
import { InsightTable } from './insight-table.tsx';
import { useTextColumn } from './use-text-column.tsx';

/** Published texts of which two say nearly the same; each leads to both. */
export function DuplicatesTab({ locale }: { locale: Locale | undefined }) {
  const t = useT();
  const format = useFormat();
  const text = useTextColumn();
  const columns: Column<NearArticles>[] = [
    {
      id: 'one',
      header: t('articles.insight.duplicates.one'),
      value: ({ one }) => one.title,
      cell: ({ one }) => text.cell(one),
    },
    {
      id: 'other',
      header: t('articles.insight.duplicates.other'),
      value: ({ other }) => other.title,
      cell: ({ other }) => text.cell(other),
    },
    {
      id: 'language',
      header: t('articles.language'),
      value: ({ one }) => format.language(one.locale),
      cell: ({ one }) => <span className="text-ink-2">{format.language(one.locale)}</span>,
    },
    {
      id: 'bodies',
      header: t('articles.insight.duplicates.text'),
      value: ({ bodies }) => bodies,
      cell: ({ bodies }) => format.share(bodies),
      align: 'end',
    },
    {
      id: 'titles',
      header: t('articles.insight.duplicates.titles'),
      value: ({ titles }) => (titles ? t('articles.insight.duplicates.same') : ''),
      cell: ({ titles }) => (titles ? t('articles.insight.duplicates.same') : ''),
    },
    {
      id: 'meaning',
      header: t('articles.insight.duplicates.meaning'),
      value: ({ meaning }) => (meaning ? t('articles.insight.duplicates.same') : ''),
      cell: ({ meaning }) => (meaning ? t('articles.insight.duplicates.same') : ''),
    },
  ];
  return (
    <InsightTable
      list={useQuery({ ...duplicatesQuery(locale), placeholderData: keepPreviousData })}
      label={t('articles.insight.tab.duplicates')}
      hint={t('articles.insight.duplicates.hint')}
      columns={columns}
      rowKey={({ one, other }) => `${one.articleId} ${other.articleId} ${one.locale}`}
      csvName="near-duplicate-articles"
      none={{
        title: t('articles.insight.duplicates.none'),
        text: t('articles.insight.duplicates.none.text'),
      }}
    />
  );
}
