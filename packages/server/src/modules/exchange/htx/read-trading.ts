import { z } from 'zod';
import { type Account, type Fill, type Order, orderStates } from '../connector/trading.ts';
import { type Pairs, pairOf } from './read-market.ts';
import { decimal, moment, perhapsDecimal, perhapsMoment, perhapsText, wordOf } from './shapes.ts';

const order = z.object({
  id: z.string(),
  symbol: z.string(),
  type: z.string(),
  price: perhapsDecimal,
  amount: decimal,
  // Endpoints differ in what they call the filled part.
  'field-amount': perhapsDecimal,
  'filled-amount': perhapsDecimal,
  'field-cash-amount': perhapsDecimal,
  'filled-cash-amount': perhapsDecimal,
  'field-fees': perhapsDecimal,
  'filled-fees': perhapsDecimal,
  state: wordOf(orderStates),
  'created-at': moment,
  'finished-at': perhapsMoment,
  'canceled-at': perhapsMoment,
});

function orderOf(it: z.output<typeof order>, pairs: Pairs): Order {
  const [side, ...kind] = it.type.split('-');
  const atMarket = kind.join('-') === 'market';
  return {
    id: it.id,
    pair: pairOf(it.symbol, pairs),
    side: side === 'sell' ? 'sell' : 'buy',
    kind: kind.join('-'),
    price: atMarket ? null : it.price,
    amount: it.amount,
    filled: it['field-amount'] ?? it['filled-amount'] ?? '0',
    turnover: it['field-cash-amount'] ?? it['filled-cash-amount'] ?? '0',
    fees: it['field-fees'] ?? it['filled-fees'] ?? '0',
    state: it.state,
    createdAt: it['created-at'],
    finishedAt: it['finished-at'],
    canceledAt: it['canceled-at'],
  };
}

/** `/v1/order/history` and `/v1/order/openOrders`. */
export const readOrders = (data: unknown, pairs: Pairs): Order[] =>
  z
    .array(order)
    .parse(data)
    .map((it) => orderOf(it, pairs));

/** `/v1/order/orders/{id}`. */
export const readOrder = (data: unknown, pairs: Pairs): Order => orderOf(order.parse(data), pairs);

const fills = z.array(
  z.object({
    id: z.string(),
    price: decimal,
    'filled-amount': decimal,
    'filled-fees': perhapsDecimal,
    'fee-currency': perhapsText,
    'created-at': moment,
  }),
);

/** `/v1/order/orders/{id}/matchresults`. */
export const readFills = (data: unknown): Fill[] =>
  fills.parse(data).map((it) => ({
    id: it.id,
    price: it.price,
    amount: it['filled-amount'],
    fee: it['filled-fees'] ?? '0',
    feeAsset: it['fee-currency']?.toUpperCase() ?? null,
    at: it['created-at'],
  }));

const accounts = z.array(z.object({ id: z.string(), type: z.string(), state: z.unknown().optional() }));

/** `/v1/account/accounts`. */
export const readAccounts = (data: unknown): Account[] =>
  accounts.parse(data).map(({ id, type, state }) => ({
    id,
    kind: type,
    state: state === 'working' ? 'working' : state === 'lock' ? 'locked' : 'under_review',
  }));
