import {
  type AnnouncementKind,
  type AnnouncementLine,
  type AnnouncementState,
  announcementKinds,
  announcementState,
} from '@fairlead/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Megaphone, Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { FilterMenu } from '../tickets/list/filter-menu.tsx';
import { announcementsQuery } from './announcement-queries.ts';
import type { AnnouncementSearch } from './announcement-search.ts';
import { NewAnnouncementDialog } from './new-announcement-dialog.tsx';
import { StateBadge } from './state-badge.tsx';

/** What the exchange tells many at once, and how each of it stands. */
export function AnnouncementsPage() {
  const t = useT();
  const search: AnnouncementSearch = useSearch({ from: '/app/announcements' });
  const navigate = useNavigate();
  const columns = useColumns();
  const manages = useCan()('announcements.manage');
  const [adding, setAdding] = useState(false);
  const list = useInfiniteQuery({ ...announcementsQuery(search), placeholderData: keepPreviousData });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(search).length > 0;
  const add = manages && (
    <Button variant="primary" icon={<Plus />} onClick={() => setAdding(true)}>
      {t('announcements.new')}
    </Button>
  );
  const narrow = (change: { [K in keyof AnnouncementSearch]: AnnouncementSearch[K] | undefined }) => {
    const next = Object.entries({ ...search, ...change }).filter(([, it]) => it !== undefined);
    void navigate({ to: '/announcements', search: Object.fromEntries(next), replace: true });
  };
  return (
    <div className="flex h-full flex-col">
      <PageHeader title={t('shell.nav.announcements')} description={t('announcements.text')} actions={add} />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {list.error && !list.data ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTable
            label={t('shell.nav.announcements')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            csvName="announcements"
            toolbar={
              <>
                <FilterMenu<AnnouncementState>
                  label={t('announcements.state')}
                  value={search.state}
                  options={announcementState.options.map((it) => ({
                    value: it,
                    label: t(`announcements.state.${it}`),
                  }))}
                  onChange={(state) => narrow({ state })}
                />
                <FilterMenu<AnnouncementKind>
                  label={t('announcements.kind')}
                  value={search.kind}
                  options={announcementKinds.map((it) => ({
                    value: it,
                    label: t(`announcement.kind.${it}`),
                  }))}
                  onChange={(kind) => narrow({ kind })}
                />
              </>
            }
            onOpen={({ id }) =>
              void navigate({ to: '/announcements/$announcementId', params: { announcementId: id } })
            }
            footer={
              !list.data ? (
                <SkeletonRows rows={6} />
              ) : rows.length === 0 ? (
                <EmptyState
                  icon={<Megaphone />}
                  title={t(filtered ? 'announcements.nothing' : 'announcements.none')}
                  action={!filtered && add}
                >
                  {!filtered && t('announcements.none.text')}
                </EmptyState>
              ) : (
                list.hasNextPage && (
                  <div className="flex justify-center border-t border-line p-2">
                    <Button
                      variant="quiet"
                      loading={list.isFetchingNextPage}
                      onClick={() => void list.fetchNextPage()}
                    >
                      {t('announcements.more')}
                    </Button>
                  </div>
                )
              )
            }
          />
        )}
      </div>
      {adding && <NewAnnouncementDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function useColumns(): Column<AnnouncementLine>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      id: 'title',
      header: t('announcements.title'),
      value: ({ title }) => title,
      cell: ({ id, title, kind, troubled, outlived }) => (
        <span className="block min-w-40 py-1">
          <Link
            to="/announcements/$announcementId"
            params={{ announcementId: id }}
            className="rounded-sm font-medium [overflow-wrap:anywhere] hover:underline"
          >
            {title}
          </Link>
          <span className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
            {t(`announcement.kind.${kind}`)}
            {troubled && (
              <Badge tone="danger" icon={<TriangleAlert aria-hidden />}>
                {t('announcements.troubled')}
              </Badge>
            )}
            {outlived && (
              <Badge tone="warning" icon={<TriangleAlert aria-hidden />}>
                {t('announcements.outlived')}
              </Badge>
            )}
          </span>
        </span>
      ),
    },
    {
      id: 'state',
      header: t('announcements.state'),
      value: ({ state }) => t(`announcements.state.${state}`),
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      id: 'languages',
      header: t('announcements.languages'),
      value: ({ locales }) => locales.join(', '),
      cell: ({ locales }) => (
        <span className="flex max-w-xs flex-wrap gap-1 py-1">
          {locales.map((it) => (
            <Badge key={it}>{it}</Badge>
          ))}
        </span>
      ),
      from: 'md',
    },
    {
      id: 'when',
      header: t('announcements.when'),
      value: ({ publishedAt, publishAt, updatedAt }) => publishedAt ?? publishAt ?? updatedAt,
      cell: ({ publishedAt, publishAt, updatedAt }) => {
        const at = publishedAt ?? publishAt ?? updatedAt;
        return (
          <time dateTime={at} className="whitespace-nowrap text-ink-2">
            {format.dateTime(at)}
          </time>
        );
      },
      from: 'lg',
    },
  ];
}
