import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { BookOpenText, ChartColumn, FolderInput, FolderTree, Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { articlesQuery } from '../article-queries.ts';
import { ExportButton } from '../export/export-button.tsx';
import { ArticleFilters } from './article-filters.tsx';
import type { ArticleSearch } from './article-search.ts';
import { NewArticleDialog } from './new-article-dialog.tsx';
import { useArticleColumns } from './use-article-columns.tsx';

/** The articles of the help center, and how each of their translations stands. */
export function ArticlesPage() {
  const t = useT();
  const search: ArticleSearch = useSearch({ from: '/app/articles' });
  const navigate = useNavigate();
  const columns = useArticleColumns();
  const can = useCan();
  const publishes = can('knowledge.publish');
  const [adding, setAdding] = useState(false);
  const list = useInfiniteQuery({ ...articlesQuery(search), placeholderData: keepPreviousData });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const add = (
    <Button variant="primary" icon={<Plus />} onClick={() => setAdding(true)}>
      {t('articles.new')}
    </Button>
  );
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('shell.nav.articles')}
        description={t('articles.text')}
        actions={
          <>
            {can('insights.read') && (
              <Link to="/articles/insight" className={buttonClass()}>
                <ChartColumn className="size-4" aria-hidden />
                {t('articles.insight')}
              </Link>
            )}
            <ExportButton />
            {publishes && (
              <Link to="/articles/import" className={buttonClass()}>
                <FolderInput className="size-4" aria-hidden />
                {t('articles.import')}
              </Link>
            )}
            {publishes && (
              <Link to="/articles/categories" className={buttonClass()}>
                <FolderTree className="size-4" aria-hidden />
                {t('articles.categories')}
              </Link>
            )}
            {add}
          </>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {list.error && !list.data ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTable
            label={t('shell.nav.articles')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            csvName="articles"
            toolbar={
              <ArticleFilters
                search={search}
                busy={list.isFetching && !list.isFetchingNextPage}
                onNarrow={(change) => {
                  const next = Object.entries({ ...search, ...change }).filter(([, it]) => it !== undefined);
                  void navigate({ to: '/articles', search: Object.fromEntries(next), replace: true });
                }}
              />
            }
            onOpen={({ id }) => void navigate({ to: '/articles/$articleId', params: { articleId: id } })}
            footer={
              !list.data ? (
                <SkeletonRows rows={8} />
              ) : rows.length === 0 ? (
                <NoArticles filtered={Object.keys(search).length > 0} />
              ) : (
                list.hasNextPage && (
                  <div className="flex justify-center border-t border-line p-2">
                    <Button
                      variant="quiet"
                      loading={list.isFetchingNextPage}
                      onClick={() => void list.fetchNextPage()}
                    >
                      {t('articles.more')}
                    </Button>
                  </div>
                )
              )
            }
          />
        )}
      </div>
      {adding && <NewArticleDialog category={search.category} onClose={() => setAdding(false)} />}
    </div>
  );
}

function NoArticles({ filtered }: { filtered: boolean }) {
  const t = useT();
  return (
    <EmptyState
      icon={<BookOpenText />}
      title={t(filtered ? 'articles.nothing' : 'articles.none')}
      action={
        filtered && (
          <Link to="/articles" className={buttonClass()}>
            {t('articles.filter.clear')}
          </Link>
        )
      }
    >
      {t(filtered ? 'articles.nothing.text' : 'articles.none.text')}
    </EmptyState>
  );
}
