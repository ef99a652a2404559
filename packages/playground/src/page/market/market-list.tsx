import { useState } from 'preact/hooks';
import { Coin } from '../account/coin.tsx';
import type { Terms, Ticker } from '../exchange-client.ts';
import { useReader } from '../reader.ts';
import type { Market } from '../use-market.ts';
import { currencyName, pairName, trendClass } from './pair-name.ts';

interface Props {
  readonly market: Market;
  readonly symbol: string;
  readonly choose: (symbol: string) => void;
}

/** The pairs with price and change; one is chosen. */
export function MarketList({ market, symbol, choose }: Props) {
  const { t } = useReader();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase().replace('/', '');
  const found = (market.terms ?? []).filter((terms) => terms.symbol.includes(wanted));

  return (
    <section class="panel markets" aria-label={t('markets.title')}>
      <div class="markets-search">
        <input
          type="search"
          class="input"
          placeholder={t('markets.search')}
          aria-label={t('markets.search')}
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </div>
      <div class="markets-head" aria-hidden="true">
        <span>{t('markets.pair')}</span>
        <span>{t('markets.price')}</span>
        <span>{t('markets.change')}</span>
      </div>
      <ul class="markets-list">
        {found.map((terms) => (
          <MarketRow
            key={terms.symbol}
            terms={terms}
            ticker={market.tickers?.find((entry) => entry.symbol === terms.symbol)}
            chosen={terms.symbol === symbol}
            choose={choose}
          />
        ))}
      </ul>
      {market.terms && found.length === 0 ? <p class="quiet padded">{t('markets.empty')}</p> : null}
      {market.terms ? null : <p class="quiet padded">{t('common.loading')}</p>}
    </section>
  );
}

interface RowProps {
  readonly terms: Terms;
  readonly ticker: Ticker | undefined;
  readonly chosen: boolean;
  readonly choose: (symbol: string) => void;
}

function MarketRow({ terms, ticker, chosen, choose }: RowProps) {
  const { numbers } = useReader();
  const base = terms['base-currency'];
  const change = ticker ? ticker.close / ticker.open - 1 : 0;
  return (
    <li>
      <button
        type="button"
        class="market-row"
        aria-current={chosen ? 'true' : undefined}
        aria-label={ticker ? undefined : pairName(terms)}
        onClick={() => choose(terms.symbol)}
      >
        <span class="market-name">
          <Coin currency={base} />
          <b>{currencyName(base)}</b>
        </span>
        <span class="number">{ticker ? numbers.fixed(ticker.close, terms['price-precision']) : '–'}</span>
        <span class={`number ${trendClass(change)}`}>{ticker ? numbers.change(change) : '–'}</span>
      </button>
    </li>
  );
}
