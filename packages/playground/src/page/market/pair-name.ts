import type { Terms } from '../exchange-client.ts';

/** A currency as people write it. */
export function currencyName(currency: string): string {
  return currency.toUpperCase();
}

/** BTC/USDT. */
export function pairName(terms: Terms): string {
  return `${currencyName(terms['base-currency'])}/${currencyName(terms['quote-currency'])}`;
}

/** The class that colours a number by where it went. */
export function trendClass(change: number): string {
  return change > 0 ? 'up' : change < 0 ? 'down' : '';
}
