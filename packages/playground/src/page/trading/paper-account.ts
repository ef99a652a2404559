import type { Depth, Terms, Ticker } from '../exchange-client.ts';

interface Balance {
  /** May be traded now. */
  readonly available: number;
  /** Set aside for open orders. */
  readonly frozen: number;
}

export interface Order {
  readonly id: number;
  readonly at: number;
  readonly symbol: string;
  readonly side: 'buy' | 'sell';
  readonly type: 'limit' | 'market';
  /** The limit, or 0 of a market order. */
  readonly price: number;
  /** Of the base currency; of a market buy what it bought. */
  readonly amount: number;
  readonly filled: number;
  /** Paid or received for what is filled, in the quote currency. */
  readonly value: number;
  readonly state: 'submitted' | 'partial-filled' | 'filled' | 'canceled';
}

export interface PaperAccount {
  readonly balances: Readonly<Record<string, Balance>>;
  /** Newest first. */
  readonly orders: readonly Order[];
}

/** An order that `checkOrder` found nothing wrong with. `quantity`: base currency, or for a market buy what to spend. */
export interface Draft {
  readonly side: 'buy' | 'sell';
  readonly type: 'limit' | 'market';
  readonly price: number;
  readonly quantity: number;
}

/** The share of what is received that the exchange keeps. */
export const feeRate = 0.002;
/** Orders remembered; the oldest finished ones go first. */
const ordersKept = 100;

/** An account with these holdings and no orders. */
export function openAccount(balances: Readonly<Record<string, number>>): PaperAccount {
  const entries = Object.entries(balances).map(([currency, available]) => [
    currency,
    { available, frozen: 0 },
  ]);
  return { balances: Object.fromEntries(entries), orders: [] };
}

/** What an account holds of a currency. */
export function balanceOf(account: PaperAccount, currency: string): Balance {
  return account.balances[currency] ?? { available: 0, frozen: 0 };
}

/** Whether an order still waits. */
export function isOpen(order: Order): boolean {
  return order.state === 'submitted' || order.state === 'partial-filled';
}

/** Takes what the book offers within the limit at once; what is left of a limit order waits, of a market order lapses. */
export function placeOrder(
  account: PaperAccount,
  draft: Draft,
  terms: Terms,
  book: Depth,
  at: number,
): PaperAccount {
  const { filled, value } = matchBook(draft, book, terms);
  const limit = draft.type === 'limit';
  const amount = limit ? draft.quantity : filled;
  const rest = limit ? round(amount - filled) : 0;
  const order: Order = {
    id: at * 1000 + account.orders.length,
    at,
    symbol: terms.symbol,
    side: draft.side,
    type: draft.type,
    price: limit ? draft.price : 0,
    amount,
    filled,
    value,
    state: rest === 0 ? 'filled' : filled > 0 ? 'partial-filled' : 'submitted',
  };
  const [give, get] = sidesOf(draft.side, terms);
  const paid = draft.side === 'buy' ? value : filled;
  const received = (draft.side === 'buy' ? filled : value) * (1 - feeRate);
  const held = draft.side === 'buy' ? rest * draft.price : rest;
  let balances = change(account.balances, give, -(paid + held), held);
  balances = change(balances, get, received, 0);
  return { balances, orders: keep([order, ...account.orders]) };
}

/** Takes back an order that waits, and what was set aside for it. */
export function cancelOrder(account: PaperAccount, id: number, terms: Terms): PaperAccount {
  const order = account.orders.find((entry) => entry.id === id && isOpen(entry));
  if (!order) return account;
  const rest = order.amount - order.filled;
  const held = order.side === 'buy' ? rest * order.price : rest;
  return {
    balances: change(account.balances, sidesOf(order.side, terms)[0], held, -held),
    orders: replace(account.orders, { ...order, state: 'canceled' }),
  };
}

/** Fills waiting orders whose limit the market has reached, as far as the best order of the other side goes. */
export function settleOrders(
  account: PaperAccount,
  tickers: readonly Ticker[],
  allTerms: readonly Terms[],
): PaperAccount {
  let { balances, orders } = account;
  for (const order of account.orders.filter(isOpen)) {
    const ticker = tickers.find(({ symbol }) => symbol === order.symbol);
    const terms = allTerms.find(({ symbol }) => symbol === order.symbol);
    const buys = order.side === 'buy';
    if (!ticker || !terms || (buys ? ticker.ask > order.price : ticker.bid < order.price)) continue;
    const filled = round(Math.min(order.amount - order.filled, buys ? ticker.askSize : ticker.bidSize));
    const value = round(filled * order.price);
    const total = round(order.filled + filled);
    const [give, get] = sidesOf(order.side, terms);
    balances = change(balances, give, 0, -(buys ? value : filled));
    balances = change(balances, get, (buys ? filled : value) * (1 - feeRate), 0);
    orders = replace(orders, {
      ...order,
      filled: total,
      value: round(order.value + value),
      state: total >= order.amount ? 'filled' : 'partial-filled',
    });
  }
  return orders === account.orders ? account : { balances, orders };
}

function matchBook(draft: Draft, book: Depth, terms: Terms): { filled: number; value: number } {
  const buys = draft.side === 'buy';
  const spends = draft.type === 'market' && buys;
  const lot = 10 ** terms['amount-precision'];
  let left = draft.quantity;
  let filled = 0;
  let value = 0;
  for (const [price, size] of buys ? book.asks : book.bids) {
    if (draft.type === 'limit' && (buys ? price > draft.price : price < draft.price)) break;
    const wanted = spends ? Math.floor((left / price) * lot + 1e-9) / lot : left;
    const taken = Math.min(size, wanted);
    if (taken <= 0) break;
    filled += taken;
    value += taken * price;
    left -= spends ? taken * price : taken;
  }
  return { filled: round(filled), value: round(value) };
}

function sidesOf(side: Order['side'], terms: Terms): [give: string, get: string] {
  const base = terms['base-currency'];
  const quote = terms['quote-currency'];
  return side === 'buy' ? [quote, base] : [base, quote];
}

function change(balances: PaperAccount['balances'], currency: string, available: number, frozen: number) {
  const old = balances[currency] ?? { available: 0, frozen: 0 };
  const next = { available: positive(old.available + available), frozen: positive(old.frozen + frozen) };
  return { ...balances, [currency]: next };
}

function replace(orders: readonly Order[], changed: Order): readonly Order[] {
  return orders.map((order) => (order.id === changed.id ? changed : order));
}

function keep(orders: readonly Order[]): readonly Order[] {
  return orders.filter((order, index) => index < ordersKept || isOpen(order));
}

/** Eight decimals, as the exchange keeps its books; amounts far above a million lose none that count. */
function round(value: number): number {
  return Number(value.toFixed(8));
}

function positive(value: number): number {
  return Math.max(0, round(value));
}
