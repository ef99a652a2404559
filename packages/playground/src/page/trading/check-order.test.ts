import { describe, expect, test } from 'vitest';
import type { Terms, Ticker } from '../exchange-client.ts';
import { checkOrder, type Entry, readNumber } from './check-order.ts';
import { openAccount } from './paper-account.ts';

const terms: Terms = {
  symbol: 'ethusdt',
  'base-currency': 'eth',
  'quote-currency': 'usdt',
  'price-precision': 2,
  'amount-precision': 4,
  'min-order-amt': 0.001,
  'min-order-value': 10,
};
const ticker = { symbol: 'ethusdt', close: 3000 } as Ticker;
const account = openAccount({ usdt: 5000, eth: 2 });
const entry: Entry = { side: 'buy', type: 'limit', price: '3,000.50', quantity: '1.5' };
const check = (part: Partial<Entry>) => checkOrder({ ...entry, ...part }, account, terms, ticker);

describe('an order', () => {
  test('that is sound is read as numbers', () => {
    expect(check({})).toEqual({ side: 'buy', type: 'limit', price: 3000.5, quantity: 1.5 });
    expect(check({ type: 'market', price: '', quantity: '5000' })).toMatchObject({
      price: 0,
      quantity: 5000,
    });
    expect(check({ side: 'sell', quantity: '2' })).toMatchObject({ side: 'sell', quantity: 2 });
  });

  test.each<[Partial<Entry>, string, string]>([
    [{ price: '' }, 'price', 'form.problem.price'],
    [{ price: '3000.123' }, 'price', 'form.problem.price'],
    [{ price: '100' }, 'price', 'form.problem.far'],
    [{ quantity: '-1' }, 'quantity', 'form.problem.amount'],
    [{ quantity: '0' }, 'quantity', 'form.problem.amount'],
    [{ quantity: '1.00001' }, 'quantity', 'form.problem.amount'],
    [{ quantity: '0.0009' }, 'quantity', 'form.problem.smallAmount'],
    [{ quantity: '0.002' }, 'quantity', 'form.problem.smallValue'],
    [{ quantity: '2' }, 'quantity', 'form.problem.balance'],
    [{ side: 'sell', quantity: '2.0001' }, 'quantity', 'form.problem.balance'],
    [{ type: 'market', quantity: 'all' }, 'quantity', 'form.problem.total'],
    [{ type: 'market', quantity: '5000.01' }, 'quantity', 'form.problem.balance'],
  ])('%o is refused', (part, field, key) => {
    expect(check(part)).toMatchObject({ field, key });
  });
});

test('numbers are read as typed', () => {
  expect(readNumber(' 1,234,567.8 ', 2)).toBe(1_234_567.8);
  expect(readNumber('12.', 2)).toBe(12);
  expect(readNumber('1,23', 2)).toBeUndefined();
  expect(readNumber('1e5', 2)).toBeUndefined();
  expect(readNumber('', 2)).toBeUndefined();
});
