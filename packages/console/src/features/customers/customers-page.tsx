import { endpoints } from '@fairlead/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { SearchBox } from '../../shell/search-box.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { FreezesLink } from '../exchange/freeze/freezes-link.tsx';
import { RecoveriesLink } from '../exchange/recovery/recoveries-link.tsx';
import { useCustomerColumns } from './use-customer-columns.tsx';

/** Customers, by search, newest contact first. */
export function CustomersPage() {
  const t = useT();
  const can = useCan();
  const { q } = useSearch({ from: '/app/customers' });
  const navigate = useNavigate();
  const columns = useCustomerColumns();
  const list = useInfiniteQuery({
    queryKey: ['people', 'customers', q ?? ''],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.people.listCustomers, { query: { q, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <div className="flex h-full flex-col">
      <PageHeader
        title={t('shell.nav.customers')}
        description={t('customers.text')}
        actions={
          <>
            {can('exchange.decide_recovery') && <RecoveriesLink />}
            {can('exchange.approve_freeze') && <FreezesLink />}
          </>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter py-5">
        {list.error && !list.data ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTable
            label={t('shell.nav.customers')}
            columns={columns}
            rows={rows}
            rowKey={(customer) => customer.id}
            csvName="customers"
            toolbar={
              <SearchBox
                value={q ?? ''}
                onSearch={(text) =>
                  void navigate({ to: '/customers', search: text ? { q: text } : {}, replace: true })
                }
                labelKey="customers.search"
                placeholder={t('customers.search.placeholder')}
                busy={list.isFetching && !list.isFetchingNextPage}
                className="w-96 max-w-full"
              />
            }
            onOpen={({ id }) => void navigate({ to: '/customers/$customerId', params: { customerId: id } })}
            footer={
              !list.data ? (
                <SkeletonRows rows={8} />
              ) : rows.length === 0 ? (
                <NoCustomers searching={Boolean(q)} />
              ) : (
                list.hasNextPage && (
                  <div className="flex justify-center border-t border-line p-2">
                    <Button
                      variant="quiet"
                      loading={list.isFetchingNextPage}
                      onClick={() => void list.fetchNextPage()}
                    >
                      {t('customers.more')}
                    </Button>
                  </div>
                )
              )
            }
          />
        )}
      </div>
    </div>
  );
}

function NoCustomers({ searching }: { searching: boolean }) {
  const t = useT();
  return (
    <EmptyState
      icon={<UserRound />}
      title={t(searching ? 'customers.nothing.title' : 'customers.empty.title')}
    >
      {t(searching ? 'customers.nothing.text' : 'customers.empty.text')}
    </EmptyState>
  );
}
