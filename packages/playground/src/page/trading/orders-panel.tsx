import { useState } from 'preact/hooks';
import { moveFocus } from '../market/move-focus.ts';
import { useReader } from '../reader.ts';
import { say } from '../toast.ts';
import type { Market } from '../use-market.ts';
import { AssetsTable } from './assets-table.tsx';
import { OrdersTable } from './orders-table.tsx';
import { isOpen } from './paper-account.ts';
import type { Paper } from './use-paper-account.ts';

interface Props {
  readonly market: Market;
  readonly paper: Paper | undefined;
}

const tabs = ['open', 'history', 'assets'] as const;
type Tab = (typeof tabs)[number];

/** What the customer ordered and holds. */
export function OrdersPanel({ market, paper }: Props) {
  const { t } = useReader();
  const [tab, setTab] = useState<Tab>('open');
  const orders = paper?.account.orders ?? [];
  const open = orders.filter(isOpen);
  const names: Record<Tab, string> = {
    open: t('orders.open', { count: String(open.length) }),
    history: t('orders.history'),
    assets: t('orders.assets'),
  };
  return (
    <section class="panel orders" aria-label={t('orders.title')}>
      <div class="tabs" role="tablist" aria-label={t('orders.title')} onKeyDown={moveFocus}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            class="tab"
            aria-selected={tab === name}
            aria-controls="orders-content"
            tabIndex={tab === name ? 0 : -1}
            onFocus={() => setTab(name)}
            onClick={() => setTab(name)}
          >
            {names[name]}
          </button>
        ))}
      </div>
      <div
        class="orders-content"
        id="orders-content"
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={`tab-${tab}`}
      >
        {!paper ? (
          <p class="quiet padded">{t('orders.signIn')}</p>
        ) : tab === 'assets' ? (
          <AssetsTable account={paper.account} tickers={market.tickers} />
        ) : (
          <OrdersTable
            key={tab}
            orders={tab === 'open' ? open : orders.filter((order) => !isOpen(order))}
            allTerms={market.terms ?? []}
            empty={t(tab === 'open' ? 'orders.empty.open' : 'orders.empty.history')}
            cancel={
              tab === 'open'
                ? (order) => {
                    paper.cancel(order);
                    say(t('orders.canceled'));
                  }
                : undefined
            }
          />
        )}
      </div>
    </section>
  );
}
