import { type Candle, still } from './candle.ts';
import { bestOrders, mergeBook, orderBook } from './order-book.ts';
import { type Pair, pairs, toAmount, toPrice } from './pairs.ts';
import { historyBetween, lastPrice } from './price-history.ts';
import { latestTrades, type Trade } from './trades.ts';

const dayLong = 86_400;

/** A candle in the words of the API. */
export function presentCandle(pair: Pair, candle: Candle) {
  return {
    id: candle.start,
    open: toPrice(pair, candle.open),
    close: toPrice(pair, candle.close),
    low: toPrice(pair, candle.low),
    high: toPrice(pair, candle.high),
    amount: toAmount(pair, candle.lots),
    vol: candle.turnover,
    count: candle.count,
  };
}

/** One line of `/market/tickers`: the last 24 hours, rolling, and the best orders. */
function presentTicker(pair: Pair, now: number) {
  const { id: _, ...day } = presentCandle(pair, lastDay(pair, now));
  const { bid, ask } = bestOrders(pair, now);
  return {
    symbol: pair.symbol,
    ...day,
    bid: toPrice(pair, bid[0]),
    bidSize: toAmount(pair, bid[1]),
    ask: toPrice(pair, ask[0]),
    askSize: toAmount(pair, ask[1]),
  };
}

/** The tick of `/market/detail/merged`. */
export function presentMerged(pair: Pair, now: number) {
  const { bid, ask } = bestOrders(pair, now);
  return {
    ...presentCandle(pair, lastDay(pair, now)),
    id: now,
    version: now,
    bid: [toPrice(pair, bid[0]), toAmount(pair, bid[1])],
    ask: [toPrice(pair, ask[0]), toAmount(pair, ask[1])],
  };
}

/** The tick of `/market/depth`; `step` 0 to 5. */
export function presentDepth(pair: Pair, step: number, levels: number, now: number) {
  const book = mergeBook(orderBook(pair, now), step);
  const present = (side: typeof book.bids) =>
    side.slice(0, levels).map(([price, lots]) => [toPrice(pair, price), toAmount(pair, lots)]);
  return { version: now, ts: now * 1000, bids: present(book.bids), asks: present(book.asks) };
}

/** Trades, newest first, each as the API wraps it: one match in a block of its own. */
export function presentTrades(pair: Pair, size: number, now: number) {
  return latestTrades(pair, size, now).map((trade) => ({
    id: trade.id,
    ts: trade.at,
    data: [presentTrade(pair, trade)],
  }));
}

/** One line of `/v1/common/symbols`. */
export function presentSymbol(pair: Pair) {
  return {
    'base-currency': pair.base,
    'quote-currency': pair.quote,
    'price-precision': pair.pricePrecision,
    'amount-precision': pair.amountPrecision,
    'symbol-partition': 'main',
    symbol: pair.symbol,
    state: 'online',
    'value-precision': 8,
    'min-order-amt': pair.minimumAmount,
    'max-order-amt': pair.minimumAmount * 1e8,
    'min-order-value': 10,
    'limit-order-min-order-amt': pair.minimumAmount,
    'limit-order-max-order-amt': pair.minimumAmount * 1e8,
    'sell-market-min-order-amt': pair.minimumAmount,
    'sell-market-max-order-amt': pair.minimumAmount * 1e7,
    'buy-market-max-order-value': 1_000_000,
    'api-trading': 'enabled',
    tags: '',
  };
}

/** All tickers, in the exchange's order. */
export function presentTickers(now: number) {
  return pairs.map((pair) => presentTicker(pair, now));
}

function presentTrade(pair: Pair, trade: Trade) {
  return {
    id: trade.id,
    ts: trade.at,
    'trade-id': trade.id,
    amount: toAmount(pair, trade.lots),
    price: toPrice(pair, trade.price),
    direction: trade.direction,
  };
}

function lastDay(pair: Pair, now: number): Candle {
  return historyBetween(pair, now - dayLong, now) ?? still(now, lastPrice(pair, now));
}
