import type { Ticker } from '../exchange-client.ts';

/** What an amount of a currency is worth in USDT now; 0 where no price is known. */
export function worthOf(currency: string, amount: number, tickers: readonly Ticker[] | undefined): number {
  if (currency === 'usdt') return amount;
  return amount * (tickers?.find(({ symbol }) => symbol === `${currency}usdt`)?.close ?? 0);
}
