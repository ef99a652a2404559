import { type ExchangeConnector, ExchangeRefusal } from '../exchange/index.ts';
import { type Gates, gatesOf, type Quote, quotesOf, type View } from './market-view.ts';

/** What is known of the market now; null of what the exchange does not say, or said too long ago. */
export interface Market {
  readonly quotes: View<Quote> | null;
  readonly gates: View<Gates> | null;
}

/** Asks the exchange, once for all assets; what it said within moments is not asked again. No transaction may be open. */
export async function lookAtMarket({ market }: ExchangeConnector, clock: { now(): Date }): Promise<Market> {
  const [tickers, assets] = await Promise.all([silent(market.tickers()), silent(market.assets())]);
  const now = clock.now();
  return { quotes: tickers && quotesOf(tickers, now), gates: assets && gatesOf(assets, now) };
}

async function silent<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ExchangeRefusal) return null;
    throw error;
  }
}
