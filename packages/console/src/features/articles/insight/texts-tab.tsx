import type { ReadText } from '@fairlead/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { ChangeMark } from './change-mark.tsx';
import { type Span, textsQuery } from './insight-queries.ts';
import { InsightTable } from './insight-table.tsx';
import { useTextColumn } from './use-text-column.tsx';

/** What was read most, or what readers had read before they asked a person anyway. */
export function TextsTab({ span, by }: { span: Span; by: 'views' | 'contacts' }) {
  const t = useT();
  const format = useFormat();
  const title = useTextColumn();
  const number = (
    id: 'clicks' | 'contacts' | 'helpful' | 'unhelpful',
    from?: 'md' | 'lg',
  ): Column<ReadText> => ({
    id,
    header: t(`articles.insight.${id}`),
    value: (row) => row[id],
    cell: (row) => <span className="text-ink-2 tabular-nums">{format.number(row[id])}</span>,
    align: 'end',
    ...(from ? { from } : {}),
  });
  const columns: Column<ReadText>[] = [
    title,
    {
      id: 'language',
      header: t('articles.language'),
      value: ({ locale }) => format.language(locale),
      cell: ({ locale }) => <span className="text-ink-2">{format.language(locale)}</span>,
    },
    {
      id: 'views',
      header: t('articles.insight.views'),
      value: ({ views }) => views.now,
      cell: ({ views }) => (
        <span className="inline-flex items-center justify-end gap-2 tabular-nums">
          <ChangeMark figure={views} />
          {format.number(views.now)}
        </span>
      ),
      align: 'end',
    },
    number('contacts'),
    {
      id: 'share',
      header: t('articles.insight.contact_share'),
      value: ({ contacts, views }) => share(contacts, views.now),
      cell: ({ contacts, views }) => (
        <span className="text-ink-2 tabular-nums">
          {t('articles.insight.percent', { share: share(contacts, views.now) })}
        </span>
      ),
      align: 'end',
      from: 'md',
    },
    number('clicks', 'lg'),
    number('helpful', 'md'),
    number('unhelpful', 'md'),
  ];
  return (
    <InsightTable
      list={useQuery({ ...textsQuery(span, by), placeholderData: keepPreviousData })}
      label={t(`articles.insight.tab.${by}`)}
      hint={t(`articles.insight.${by}.hint`)}
      columns={columns}
      rowKey={({ articleId, locale }) => `${articleId} ${locale}`}
      csvName={`articles-${by}`}
      none={{ title: t(`articles.insight.${by}.none`), text: t('articles.insight.texts.none') }}
    />
  );
}

/** In whole percent. Who reads a text twice and asks once counts as often as they did. */
const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.min(100, Math.round((100 * part) / whole));
