import { endpoints, type HelpCategory } from '@fairlead/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft, FolderTree, Plus } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useLocale, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useOrder } from '../../../ui/use-order.ts';
import { categoriesQuery } from '../article-queries.ts';
import { categoryName } from '../standing.ts';
import { CategoryDialog } from './category-dialog.tsx';
import { moveCategory } from './category-order.ts';
import { CategoryRow } from './category-row.tsx';

/** The categories of the help center in their order: added, named, moved and removed. */
export function CategoriesPage() {
  const t = useT();
  const { locale } = useLocale();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(categoriesQuery);
  const { edit, lang } = useSearch({ from: '/app/articles/categories' });
  const navigate = useNavigate();
  const [chosen, setEdited] = useState<HelpCategory | 'new' | null>(null);
  const edited = chosen ?? data?.find((it) => it.id === edit) ?? null;
  const close = () => {
    setEdited(null);
    if (edit) void navigate({ to: '/articles/categories', search: {}, replace: true });
  };
  const [removing, setRemoving] = useState<HelpCategory | null>(null);
  const order = useOrder({
    queryKey: categoriesQuery.queryKey,
    save: (ids) => call(endpoints.articles.orderCategories, { body: { ids } }),
    title: t('articles.categories.moved'),
  });
  const add = (
    <Button variant="primary" icon={<Plus />} onClick={() => setEdited('new')}>
      {t('articles.category.add')}
    </Button>
  );
  return (
    <div className="flex h-full flex-col">
      <PageHeader
        leading={
          <Link
            to="/articles"
            aria-label={t('articles.back')}
            className="grid size-control place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
          >
            <ArrowLeft className="size-4 rtl:rotate-180" aria-hidden />
          </Link>
        }
        title={t('articles.categories')}
        description={t('articles.categories.text')}
        actions={add}
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={6} />
        ) : data.length === 0 ? (
          <EmptyState icon={<FolderTree />} title={t('articles.categories.none')} action={add}>
            {t('articles.categories.none.text')}
          </EmptyState>
        ) : (
          <ol className="mx-auto flex max-w-3xl flex-col divide-y divide-line rounded-lg border border-line bg-surface">
            {data.map((category) => (
              <CategoryRow
                key={category.id}
                category={category}
                all={data}
                onMove={(step) => order(moveCategory(data, category, step))}
                onEdit={() => setEdited(category)}
                onRemove={() => setRemoving(category)}
              />
            ))}
          </ol>
        )}
      </div>
      {edited && (
        <CategoryDialog
          category={edited === 'new' ? null : edited}
          all={data ?? []}
          onClose={close}
          language={chosen ? undefined : lang}
        />
      )}
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={t('articles.category.remove.title', { name: removing ? categoryName(removing, locale) : '' })}
        confirmLabel={t('articles.category.remove')}
        onConfirm={async () => {
          if (removing) await call(endpoints.articles.deleteCategory, { params: { id: removing.id } });
          await client.invalidateQueries({ queryKey: categoriesQuery.queryKey });
        }}
      >
        {t('articles.category.remove.text')}
      </ConfirmDialog>
    </div>
  );
}
