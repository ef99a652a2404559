import { type Conversation, endpoints } from '@fairlead/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { RotateCw, Search } from 'lucide-react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OrderLines, PeerOrderLines } from './order-lines.tsx';
import { Part } from './part.tsx';
import { StandingFacts } from './standing-facts.tsx';
import { DepositLines, QuotaLines, WithdrawalLines } from './transfer-lines.tsx';
import { VerificationFacts } from './verification-facts.tsx';

/** Asked only when somebody asks for it, since each look is recorded. */
const factsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ['exchange', 'facts', conversationId],
    queryFn: ({ signal }) => call(endpoints.exchange.lookUp, { params: { id: conversationId }, signal }),
    enabled: false,
    retry: false,
  });

/** What the exchange knows of a verified customer, once an agent asks for it. */
export function ExchangeFacts({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const errorText = useErrorText();
  const { data, dataUpdatedAt, error, isFetching, refetch } = useQuery(factsQuery(conversation.id));
  const look = () => void refetch();
  if (!data) {
    return (
      <div className="flex flex-col items-start gap-2">
        {isFetching ? (
          <FactsSkeleton />
        ) : (
          <>
            {error && (
              <p role="alert" className="text-sm text-danger-text">
                {errorText(error)}
              </p>
            )}
            <Button size="sm" icon={<Search />} onClick={look}>
              {t(error ? 'ui.retry' : 'exchange.look')}
            </Button>
            <p className="text-sm text-ink-3">{t('exchange.recorded')}</p>
          </>
        )}
      </div>
    );
  }
  const { standing, verification, deposits, withdrawals, quota, orders, peerOrders } = data;
  return (
    <div className="flex flex-col gap-3" aria-busy={isFetching}>
      <div className="flex items-center justify-between gap-2">
        <p className="text-sm text-ink-3">
          {t('exchange.as_of', { time: format.time(new Date(dataUpdatedAt)) })}
        </p>
        <Button size="sm" icon={<RotateCw />} loading={isFetching} onClick={look}>
          {t('exchange.again')}
        </Button>
      </div>
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {errorText(error)}
        </p>
      )}
      <Part title={t('exchange.standing')} answer={standing}>
        {(value) => <StandingFacts standing={value} />}
      </Part>
      <Part title={t('exchange.verification')} answer={verification}>
        {(value) => <VerificationFacts verification={value} />}
      </Part>
      <Part title={t('exchange.deposits')} answer={deposits}>
        {(value) => <DepositLines deposits={value} />}
      </Part>
      <Part title={t('exchange.withdrawals')} answer={withdrawals}>
        {(value) => <WithdrawalLines withdrawals={value} />}
      </Part>
      <Part title={t('exchange.quota')} answer={quota}>
        {(value) => <QuotaLines quota={value} />}
      </Part>
      <Part title={t('exchange.orders')} answer={orders}>
        {(value) => <OrderLines orders={value} />}
      </Part>
      <Part title={t('exchange.peer_orders')} answer={peerOrders}>
        {(value) => <PeerOrderLines orders={value} />}
      </Part>
    </div>
  );
}

function FactsSkeleton() {
  const t = useT();
  return (
    <div role="status" className="flex w-full flex-col gap-2.5">
      <span className="sr-only">{t('ui.loading')}</span>
      {['w-2/3', 'w-full', 'w-5/6', 'w-full', 'w-3/4'].map((width, index) => (
        // The lines never change places.
        <Skeleton key={`${width} ${index}`} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
