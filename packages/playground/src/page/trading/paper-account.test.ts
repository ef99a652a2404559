import { describe, expect, test } from 'vitest';
import type { Depth, Terms, Ticker } from '../exchange-client.ts';
import { balanceOf, cancelOrder, isOpen, openAccount, placeOrder, settleOrders } from './paper-account.ts';

const terms: Terms = {
  symbol: 'btcusdt',
  'base-currency': 'btc',
  'quote-currency': 'usdt',
  'price-precision': 2,
  'amount-precision': 6,
  'min-order-amt': 0.00001,
  'min-order-value': 10,
};
const book: Depth = {
  asks: [
    [100, 1],
    [101, 2],
    [102, 50],
  ],
  bids: [
    [99, 1],
    [98, 50],
  ],
};
const ticker = (bid: number, ask: number, size = 50): Ticker => ({
  symbol: 'btcusdt',
  open: 100,
  close: bid,
  high: 110,
  low: 90,
  amount: 1,
  vol: 100,
  bid,
  bidSize: size,
  ask,
  askSize: size,
});
const account = openAccount({ usdt: 1000, btc: 5 });

describe('a market order', () => {
  test('to buy spends what was given, along the book', () => {
    const { orders, balances } = placeOrder(
      account,
      { side: 'buy', type: 'market', price: 0, quantity: 201 },
      terms,
      book,
      1,
    );
    expect(orders[0]).toMatchObject({ state: 'filled', amount: 2, filled: 2, value: 201 });
    expect(balances['usdt']).toEqual({ available: 799, frozen: 0 });
    expect(balances['btc']).toEqual({ available: 6.996, frozen: 0 });
  });

  test('to sell receives the bids less the fee', () => {
    const { orders, balances } = placeOrder(
      account,
      { side: 'sell', type: 'market', price: 0, quantity: 3 },
      terms,
      book,
      1,
    );
    expect(orders[0]).toMatchObject({ state: 'filled', filled: 3, value: 295 });
    expect(balances['btc']?.available).toBe(2);
    expect(balances['usdt']?.available).toBe(1294.41);
  });
});

describe('a limit order', () => {
  const resting = placeOrder(
    account,
    { side: 'buy', type: 'limit', price: 100, quantity: 4 },
    terms,
    book,
    1,
  );

  test('takes what the book offers within the limit and waits with the rest', () => {
    expect(resting.orders[0]).toMatchObject({ state: 'partial-filled', filled: 1, value: 100 });
    expect(resting.balances['usdt']).toEqual({ available: 600, frozen: 300 });
  });

  test('is filled when the market reaches it, as far as the best order goes', () => {
    expect(settleOrders(resting, [ticker(100, 100.01)], [terms])).toBe(resting);
    const part = settleOrders(resting, [ticker(98, 99, 2)], [terms]);
    expect(part.orders[0]).toMatchObject({ state: 'partial-filled', filled: 3, value: 300 });
    const whole = settleOrders(part, [ticker(98, 100)], [terms]);
    expect(whole.orders[0]).toMatchObject({ state: 'filled', filled: 4, value: 400 });
    expect(whole.balances['usdt']).toEqual({ available: 600, frozen: 0 });
    expect(balanceOf(whole, 'btc').available).toBeCloseTo(5 + 4 * 0.998, 8);
  });

  test('gives back what was set aside when it is canceled', () => {
    const [order] = resting.orders;
    const canceled = cancelOrder(resting, order?.id ?? 0, terms);
    expect(canceled.orders[0]).toMatchObject({ state: 'canceled', filled: 1 });
    expect(canceled.balances['usdt']).toEqual({ available: 900, frozen: 0 });
    expect(canceled.orders.filter(isOpen)).toEqual([]);
    expect(cancelOrder(canceled, order?.id ?? 0, terms)).toBe(canceled);
  });

  test('to sell sets the coins aside', () => {
    const sell = placeOrder(
      account,
      { side: 'sell', type: 'limit', price: 105, quantity: 2 },
      terms,
      book,
      1,
    );
    expect(sell.balances['btc']).toEqual({ available: 3, frozen: 2 });
    const sold = settleOrders(sell, [ticker(105, 105.01)], [terms]);
    expect(sold.balances['btc']).toEqual({ available: 3, frozen: 0 });
    expect(sold.balances['usdt']?.available).toBe(1209.58);
  });
});
