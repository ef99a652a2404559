import { useRef, useState } from 'preact/hooks';
import {
  type Depth,
  fetchDepth,
  fetchTerms,
  fetchTickers,
  fetchTrades,
  type Terms,
  type Ticker,
  type Trade,
} from './exchange-client.ts';
import { usePolling } from './use-polling.ts';

/** The market as it was a moment ago; undefined where nothing is known yet. */
export interface Market {
  readonly terms: readonly Terms[] | undefined;
  readonly tickers: readonly Ticker[] | undefined;
  readonly depth: Depth | undefined;
  /** The book at full precision, against which orders are matched. */
  readonly book: Depth | undefined;
  readonly trades: readonly Trade[] | undefined;
  /** What is shown may be old: the exchange does not answer. */
  readonly stale: boolean;
}

type Detail = Pick<Market, 'depth' | 'book' | 'trades'> & { readonly of: string };

/** Follows the market of a pair, and the prices of all. */
export function useMarket(symbol: string, step: number): Market {
  const [terms, setTerms] = useState<readonly Terms[]>();
  const [tickers, setTickers] = useState<readonly Ticker[]>();
  const [detail, setDetail] = useState<Detail>();
  const known = useRef(false);

  const stale = usePolling(
    async (signal) => {
      if (!known.current) setTerms(await fetchTerms(signal));
      known.current = true;
      const [nextTickers, book, depth, trades] = await Promise.all([
        fetchTickers(signal),
        fetchDepth(symbol, 0, signal),
        step === 0 ? undefined : fetchDepth(symbol, step, signal),
        fetchTrades(symbol, 50, signal),
      ]);
      if (signal.aborted) return;
      setTickers(nextTickers);
      setDetail({ of: `${symbol} ${step}`, book, depth: depth ?? book, trades });
    },
    [symbol, step],
  );

  // What belongs to the pair looked at before is not shown under the new one's name.
  const mine = detail?.of === `${symbol} ${step}` ? detail : undefined;
  return { terms, tickers, depth: mine?.depth, book: mine?.book, trades: mine?.trades, stale };
}
