import { type Article, locales } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarClock } from 'lucide-react';
import { useFormat, useLocale, useT } from '../../../i18n/i18n.tsx';
import { agentsQuery } from '../../../queries.ts';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { categoriesQuery } from '../article-queries.ts';
import { categoryName, standingOf, titleIn } from '../standing.ts';
import { LanguageChip } from '../standing-badge.tsx';

/** The columns of the table of articles. */
export function useArticleColumns(): Column<Article>[] {
  const t = useT();
  const format = useFormat();
  const { locale } = useLocale();
  const { data: categories = [] } = useQuery(categoriesQuery);
  const { data: agents = [] } = useQuery({ ...agentsQuery, enabled: useCan()('people.read') });
  const today = new Date().toISOString().slice(0, 10);
  const categoryOf = ({ categoryId }: Article) => {
    const found = categories.find(({ id }) => id === categoryId);
    return found ? categoryName(found, locale) : '';
  };
  const ownerOf = ({ ownerId }: Article) => agents.find(({ id }) => id === ownerId)?.name ?? '';
  return [
    {
      id: 'title',
      header: t('articles.title'),
      value: (article) => titleIn(article, locale),
      cell: (article) => (
        <span className="block min-w-40 py-1">
          <Link
            to="/articles/$articleId"
            params={{ articleId: article.id }}
            className="rounded-sm font-medium [overflow-wrap:anywhere] hover:underline"
          >
            {titleIn(article, locale)}
          </Link>
          <span className="block text-xs text-ink-3 md:hidden">{categoryOf(article)}</span>
        </span>
      ),
    },
    {
      id: 'category',
      header: t('articles.category'),
      value: categoryOf,
      cell: (article) => <span className="text-ink-2">{categoryOf(article)}</span>,
      from: 'md',
    },
    {
      id: 'languages',
      header: t('articles.languages'),
      value: ({ translations }) => translations.map((it) => `${it.locale} ${standingOf(it)}`).join(', '),
      cell: ({ translations }) => {
        const missing = locales.length - translations.length;
        return (
          <span className="flex max-w-md flex-wrap gap-1 py-1">
            {locales.map((it) => {
              const found = translations.find((one) => one.locale === it);
              return found && <LanguageChip key={it} locale={it} standing={standingOf(found)} />;
            })}
            {missing > 0 && <Badge>{t('articles.missing', { count: missing })}</Badge>}
          </span>
        );
      },
    },
    { id: 'owner', header: t('articles.owner'), value: ownerOf, cell: ownerOf, from: 'xl' },
    {
      id: 'due',
      header: t('articles.review_due'),
      value: ({ reviewDue }) => reviewDue ?? '',
      cell: ({ reviewDue }) =>
        reviewDue &&
        (reviewDue <= today ? (
          <Badge tone="warning" icon={<CalendarClock aria-hidden />}>
            {t('articles.due_since', { day: format.date(reviewDue) })}
          </Badge>
        ) : (
          <time dateTime={reviewDue} className="whitespace-nowrap text-ink-2">
            {format.date(reviewDue)}
          </time>
        )),
      from: 'lg',
    },
  ];
}
