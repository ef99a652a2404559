/** One line of the exchange's list of pairs. */
export interface Terms {
  readonly symbol: string;
  readonly 'base-currency': string;
  readonly 'quote-currency': string;
  readonly 'price-precision': number;
  readonly 'amount-precision': number;
  readonly 'min-order-amt': number;
  readonly 'min-order-value': number;
}

export interface Ticker {
  readonly symbol: string;
  readonly open: number;
  readonly close: number;
  readonly high: number;
  readonly low: number;
  readonly amount: number;
  readonly vol: number;
  readonly bid: number;
  readonly bidSize: number;
  readonly ask: number;
  readonly askSize: number;
}

export type BookLine = readonly [price: number, size: number];

export interface Depth {
  readonly bids: readonly BookLine[];
  readonly asks: readonly BookLine[];
}

export interface Trade {
  readonly 'trade-id': number;
  readonly ts: number;
  readonly price: number;
  readonly amount: number;
  readonly direction: 'buy' | 'sell';
}

export interface Kline {
  readonly id: number;
  readonly open: number;
  readonly close: number;
  readonly high: number;
  readonly low: number;
  readonly amount: number;
}

const base = '/playground/exchange';

/** The pairs that can be traded. */
export async function fetchTerms(signal: AbortSignal): Promise<readonly Terms[]> {
  return (await ask<{ data: Terms[] }>('/v1/common/symbols', signal)).data;
}

export async function fetchTickers(signal: AbortSignal): Promise<readonly Ticker[]> {
  return (await ask<{ data: Ticker[] }>('/market/tickers', signal)).data;
}

/** The order book, merged in steps 0 to 5. */
export async function fetchDepth(symbol: string, step: number, signal: AbortSignal): Promise<Depth> {
  return (await ask<{ tick: Depth }>(`/market/depth?symbol=${symbol}&type=step${step}`, signal)).tick;
}

/** The latest trades, newest first. */
export async function fetchTrades(
  symbol: string,
  size: number,
  signal: AbortSignal,
): Promise<readonly Trade[]> {
  const path = `/market/history/trade?symbol=${symbol}&size=${size}`;
  return (await ask<{ data: { data: Trade[] }[] }>(path, signal)).data.flatMap((block) => block.data);
}

/** The latest candles, oldest first. */
export async function fetchKlines(
  symbol: string,
  period: string,
  size: number,
  signal: AbortSignal,
): Promise<readonly Kline[]> {
  const path = `/market/history/kline?symbol=${symbol}&period=${period}&size=${size}`;
  return (await ask<{ data: Kline[] }>(path, signal)).data.toReversed();
}

async function ask<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(base + path, { signal });
  if (!response.ok) throw new Error(`the exchange answered ${response.status} to ${path}`);
  const answer = (await response.json()) as T & { status: string; 'err-msg'?: string };
  if (answer.status !== 'ok') throw new Error(answer['err-msg'] ?? `the exchange refused ${path}`);
  return answer;
}
