import type { Terms, Ticker } from '../exchange-client.ts';
import type { TextKey } from '../reader.ts';
import { balanceOf, type Draft, type PaperAccount } from './paper-account.ts';

export interface Problem {
  readonly field: 'price' | 'quantity';
  readonly key: TextKey;
  readonly params?: Readonly<Record<string, number | string>>;
}

export interface Entry {
  readonly side: 'buy' | 'sell';
  readonly type: 'limit' | 'market';
  /** As typed. */
  readonly price: string;
  readonly quantity: string;
}

/** How far a limit may stand from the market, as a share of the last price. */
const widestLimit = 0.5;

/** Reads what was typed as an order, or tells the first thing that is wrong with it. */
export function checkOrder(
  entry: Entry,
  account: PaperAccount,
  terms: Terms,
  ticker: Ticker,
): Draft | Problem {
  const limit = entry.type === 'limit';
  const spends = !limit && entry.side === 'buy';
  const base = terms['base-currency'];
  const quote = terms['quote-currency'];

  const price = limit ? readNumber(entry.price, terms['price-precision']) : 0;
  if (price === undefined || (limit && price <= 0)) return { field: 'price', key: 'form.problem.price' };
  if (limit && Math.abs(price / ticker.close - 1) > widestLimit)
    return { field: 'price', key: 'form.problem.far' };

  const quantity = readNumber(entry.quantity, spends ? 8 : terms['amount-precision']);
  if (quantity === undefined || quantity <= 0) {
    return { field: 'quantity', key: spends ? 'form.problem.total' : 'form.problem.amount' };
  }
  if (!spends && quantity < terms['min-order-amt']) {
    return {
      field: 'quantity',
      key: 'form.problem.smallAmount',
      params: { minimum: terms['min-order-amt'], currency: base },
    };
  }
  const worth = spends ? quantity : quantity * (limit ? price : ticker.close);
  if (worth < terms['min-order-value']) {
    return {
      field: 'quantity',
      key: 'form.problem.smallValue',
      params: { minimum: terms['min-order-value'], currency: quote },
    };
  }
  const [needed, currency] = entry.side === 'sell' ? [quantity, base] : [worth, quote];
  if (needed > balanceOf(account, currency).available) {
    return { field: 'quantity', key: 'form.problem.balance', params: { currency } };
  }
  return { side: entry.side, type: entry.type, price, quantity };
}

/** A plain decimal number with at most so many places, or undefined. Commas between thousands are allowed. */
export function readNumber(text: string, places: number): number | undefined {
  const plain = text.trim().replace(/,(?=\d{3}(?:\D|$))/g, '');
  const decimals = plain.split('.')[1] ?? '';
  return /^\d{1,18}(?:\.\d*)?$/.test(plain) && decimals.length <= places ? Number(plain) : undefined;
}
