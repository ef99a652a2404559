import type { UnhelpfulVote } from '@fairlead/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { type Span, votesQuery } from './insight-queries.ts';
import { InsightTable } from './insight-table.tsx';
import { useTextColumn } from './use-text-column.tsx';

/** What readers said whom an article did not help. */
export function VotesTab({ span }: { span: Span }) {
  const t = useT();
  const format = useFormat();
  const title = useTextColumn();
  const reasonOf = ({ reason }: UnhelpfulVote) => (reason ? t(`articles.insight.reason.${reason}`) : '');
  const columns: Column<UnhelpfulVote>[] = [
    title,
    {
      id: 'language',
      header: t('articles.language'),
      value: ({ locale }) => format.language(locale),
      cell: ({ locale }) => <span className="text-ink-2">{format.language(locale)}</span>,
      from: 'md',
    },
    {
      id: 'reason',
      header: t('articles.insight.reason'),
      value: reasonOf,
      cell: (vote) => vote.reason && <Badge>{reasonOf(vote)}</Badge>,
      from: 'md',
    },
    {
      id: 'comment',
      header: t('articles.insight.comment'),
      value: ({ comment }) => comment ?? '',
      cell: (vote) => (
        <span className="block max-w-prose min-w-36 py-1">
          {vote.reason && <Badge className="md:hidden">{reasonOf(vote)}</Badge>}
          <span lang={vote.locale} dir="auto" className="block [overflow-wrap:anywhere]">
            {vote.comment}
          </span>
        </span>
      ),
    },
    {
      id: 'at',
      header: t('articles.insight.when'),
      value: ({ votedAt }) => votedAt,
      cell: ({ votedAt }) => (
        <time dateTime={votedAt} className="whitespace-nowrap text-ink-2">
          {format.relativeTime(votedAt)}
        </time>
      ),
      from: 'md',
    },
  ];
  return (
    <InsightTable
      list={useQuery({ ...votesQuery(span), placeholderData: keepPreviousData })}
      label={t('articles.insight.tab.votes')}
      hint={t('articles.insight.votes.hint')}
      columns={columns}
      rowKey={({ articleId, votedAt, locale }) => `${articleId} ${locale} ${votedAt}`}
      csvName="unhelpful-votes"
      none={{ title: t('articles.insight.votes.none'), text: t('articles.insight.texts.none') }}
    />
  );
}
