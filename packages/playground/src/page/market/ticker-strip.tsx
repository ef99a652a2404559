import { useReader } from '../reader.ts';
import type { Market } from '../use-market.ts';
import { pairName, trendClass } from './pair-name.ts';

interface Props {
  readonly market: Market;
  readonly symbol: string;
  readonly choose: (symbol: string) => void;
}

/** All pairs in one line with their prices. */
export function TickerStrip({ market, symbol, choose }: Props) {
  const { t, numbers } = useReader();
  return (
    <nav class="strip" aria-label={t('markets.ticker')}>
      {(market.terms ?? []).map((terms) => {
        const ticker = market.tickers?.find((entry) => entry.symbol === terms.symbol);
        if (!ticker) return null;
        const change = ticker.close / ticker.open - 1;
        return (
          <button
            key={terms.symbol}
            type="button"
            class="strip-pair"
            aria-current={terms.symbol === symbol ? 'true' : undefined}
            onClick={() => choose(terms.symbol)}
          >
            <span class="strip-name">{pairName(terms)}</span>
            <span class={trendClass(change)}>{numbers.change(change)}</span>
            <span>{numbers.fixed(ticker.close, terms['price-precision'])}</span>
          </button>
        );
      })}
    </nav>
  );
}
