import type { MarketStatus, Ticker } from '../connector/market.ts';
import type { Answer, Flow, Line } from './flow.ts';
import { amountOf, answer, asOf, line, moment, silence, text, valueOf } from './line.ts';

const offered = 6;
/** In which the price of an asset is told where the customer names no other. */
const usualQuotes = ['USDT', 'USDC', 'BTC', 'ETH'];

/** What a pair, or an asset, trades at. Public; no advice. */
export const priceFlow: Flow = {
  id: 'price',
  personal: false,
  decide({ slots, facts }) {
    if (!facts.tickers)
      return {
        kind: 'look_up',
        questions: [
          { about: 'tickers', of: null },
          { about: 'marketStatus', of: null },
        ],
      };
    const silent = silence(facts, ['tickers']);
    if (silent) return silent;
    const tickers = valueOf(facts.tickers) ?? [];
    const wish = slots.pair ?? slots.asset;
    const ticker = wish === undefined ? null : tickerOf(tickers, wish);
    // What others are priced in has no price of its own here.
    const quote = tickers.find(({ pair }) => pair.quote === wish?.toUpperCase())?.pair.quote;
    if (wish === undefined || (!ticker && quote))
      return {
        kind: 'ask',
        slot: 'asset',
        ask: line('price.ask.asset'),
        choices: tickers
          .filter(({ pair }) => pair.quote === (quote ?? 'USDT'))
          .sort((a, b) => Number(b.turnover) - Number(a.turnover))
          .slice(0, offered)
          .map(({ pair }) => ({
            line: line('choice.asset', { asset: text(pair.base) }),
            slots: { asset: pair.base },
          })),
      };
    if (!ticker)
      return answer(
        'unknown_pair',
        [line('price.unknown', { pair: text(wish.toUpperCase()) })],
        line('price.unknown.next'),
      );
    return priceOf(ticker, valueOf(facts.marketStatus), asOf(facts.tickers));
  },
};

/** The pair that is named, or that of the asset against what it is mostly traded for. */
function tickerOf(tickers: readonly Ticker[], wish: string): Ticker | null {
  const bare = wish.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const named = tickers.find(({ pair }) => `${pair.base}${pair.quote}` === bare);
  const quoted = usualQuotes.map((quote) =>
    tickers.find(({ pair }) => pair.base === bare && pair.quote === quote),
  );
  return (
    named ?? quoted.find((it) => it !== undefined) ?? tickers.find(({ pair }) => pair.base === bare) ?? null
  );
}

function priceOf(
  { pair, last, open, high, low }: Ticker,
  status: MarketStatus | null,
  dated: Line | null,
): Answer {
  const inQuote = (amount: string) => amountOf({ amount, asset: pair.quote });
  const from = Number(open);
  const halted = haltOf(status, `${pair.base}${pair.quote}`.toLowerCase());
  return answer(
    halted ? 'halted' : 'price',
    [
      line('price.last', { pair: text(`${pair.base}/${pair.quote}`), price: inQuote(last) }),
      from > 0
        ? line('price.change', { change: { kind: 'change', share: (Number(last) - from) / from } })
        : null,
      line('price.range', { high: inQuote(high), low: inQuote(low) }),
      halted,
      dated,
    ],
    line(halted ? 'price.halted.next' : 'price.next'),
  );
}

/** That a pair is not traded now; null where it is. `symbol` as the exchange writes it, `btcusdt`. */
export function haltOf(status: MarketStatus | null, symbol: string): Line | null {
  if (!status || (status.state !== 'halted' && status.state !== 'cancel_only')) return null;
  if (status.symbols !== null && !status.symbols.includes(symbol)) return null;
  if (status.state === 'cancel_only') return line('price.cancel_only');
  return status.until === null
    ? line('price.halted')
    : line('price.halted_until', { until: moment(status.until) });
}
