import { useEffect, useState } from 'preact/hooks';
import type { Customer } from '../back-end.ts';
import type { Depth, Terms } from '../exchange-client.ts';
import type { Market } from '../use-market.ts';
import {
  cancelOrder,
  type Draft,
  type Order,
  openAccount,
  type PaperAccount,
  placeOrder,
  settleOrders,
} from './paper-account.ts';

export interface Paper {
  readonly account: PaperAccount;
  /** Places an order and gives it as it stands after the first match. */
  place(draft: Draft, terms: Terms, book: Depth): Order | undefined;
  cancel(order: Order): void;
}

/** The account with which a customer trades on paper, kept for as long as the page is open; undefined for nobody. */
export function usePaperAccount(customer: Customer | undefined, market: Market): Paper | undefined {
  const [accounts, setAccounts] = useState<Readonly<Record<string, PaperAccount>>>({});
  const { tickers, terms } = market;

  useEffect(() => {
    if (!tickers || !terms) return;
    setAccounts((all) => {
      const settled = Object.entries(all).map(
        ([id, entry]) => [id, settleOrders(entry, tickers, terms)] as const,
      );
      return settled.every(([id, entry]) => all[id] === entry) ? all : Object.fromEntries(settled);
    });
  }, [tickers, terms]);

  if (!customer) return undefined;
  const account = accounts[customer.id] ?? openAccount(customer.balances);
  const save = (next: PaperAccount) => setAccounts((all) => ({ ...all, [customer.id]: next }));
  return {
    account,
    place(draft, pair, book) {
      const next = placeOrder(account, draft, pair, book, Date.now());
      save(next);
      return next.orders[0];
    },
    cancel(order) {
      const pair = terms?.find(({ symbol }) => symbol === order.symbol);
      if (pair) save(cancelOrder(account, order.id, pair));
    },
  };
}
