import { Coin } from '../account/coin.tsx';
import type { Terms, Ticker } from '../exchange-client.ts';
import { type TextKey, useReader } from '../reader.ts';
import type { Market } from '../use-market.ts';
import { currencyName, pairName, trendClass } from './pair-name.ts';

interface Props {
  readonly market: Market;
  readonly terms: Terms | undefined;
  readonly ticker: Ticker | undefined;
  readonly choose: (symbol: string) => void;
}

/** The chosen pair and its last 24 hours. On a narrow screen, where the list of pairs is not shown, it is chosen here. */
export function PairHeader({ market, terms, ticker, choose }: Props) {
  const { t, numbers } = useReader();
  if (!terms || !ticker) {
    return (
      <section class="panel pair" aria-busy="true">
        <p class="quiet">{t('common.loading')}</p>
      </section>
    );
  }
  const decimals = terms['price-precision'];
  const change = ticker.close / ticker.open - 1;
  const facts: readonly (readonly [TextKey, string, string, string])[] = [
    ['pair.change', '', numbers.change(change), trendClass(change)],
    ['pair.high', '', numbers.fixed(ticker.high, decimals), ''],
    ['pair.low', '', numbers.fixed(ticker.low, decimals), ''],
    ['pair.volume', terms['base-currency'], numbers.compact(ticker.amount, 2), ''],
    ['pair.turnover', terms['quote-currency'], numbers.compact(ticker.vol, 2), ''],
  ];
  return (
    <section class="panel pair" aria-label={t('pair.title', { pair: pairName(terms) })}>
      <div class="pair-name">
        <Coin currency={terms['base-currency']} />
        <h1>{pairName(terms)}</h1>
        <label class="pair-choice">
          <span class="hidden">{t('pair.choose')}</span>
          <select value={terms.symbol} onChange={({ currentTarget: { value } }) => choose(value)}>
            {(market.terms ?? []).map((entry) => (
              <option key={entry.symbol} value={entry.symbol}>
                {pairName(entry)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class={`pair-price ${trendClass(change)}`}>{numbers.fixed(ticker.close, decimals)}</p>
      <dl class="pair-facts">
        {facts.map(([key, currency, value, trend]) => (
          <div key={key}>
            <dt>{t(key, { currency: currencyName(currency) })}</dt>
            <dd class={trend}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
