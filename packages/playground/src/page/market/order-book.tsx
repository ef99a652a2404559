import type { BookLine, Terms, Ticker } from '../exchange-client.ts';
import { useReader } from '../reader.ts';
import type { Market } from '../use-market.ts';
import { BookSide } from './book-side.tsx';
import { currencyName, trendClass } from './pair-name.ts';
import { useRows } from './use-rows.ts';

interface Props {
  readonly market: Market;
  readonly terms: Terms | undefined;
  readonly ticker: Ticker | undefined;
  readonly step: number;
  readonly setStep: (step: number) => void;
  readonly pick: (price: number) => void;
}

const rowHeight = 20;
const steps = [0, 1, 2, 3] as const;

/** The orders that wait: asks above, bids below, the last price between them. */
export function OrderBook({ market, terms, ticker, step, setStep, pick }: Props) {
  const { t, numbers } = useReader();
  const [area, rows] = useRows<HTMLDivElement>(rowHeight, 6);
  const { depth } = market;
  const decimals = terms?.['price-precision'] ?? 2;
  const shown = Math.max(0, decimals - step);
  const change = ticker ? ticker.close - ticker.open : 0;
  const spread = ticker ? ticker.ask - ticker.bid : 0;
  const asks = depth?.asks.slice(0, rows) ?? [];
  const bids = depth?.bids.slice(0, rows) ?? [];
  const widest = Math.max(sizeOf(asks), sizeOf(bids));
  const side = { terms, decimals: shown, widest, pick };

  return (
    <section class="panel book" aria-label={t('book.title')}>
      <div class="panel-head">
        <h2 class="panel-title">{t('book.title')}</h2>
        <label>
          <span class="hidden">{t('book.step')}</span>
          <select
            class="select-small"
            value={step}
            onChange={({ currentTarget }) => setStep(Number(currentTarget.value))}
          >
            {steps.map((option) => (
              <option key={option} value={option}>
                {numbers.upTo(10 ** (option - decimals), 10)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="columns" aria-hidden="true">
        <span>{t('book.price', { currency: currencyName(terms?.['quote-currency'] ?? '') })}</span>
        <span>{t('book.amount', { currency: currencyName(terms?.['base-currency'] ?? '') })}</span>
        <span>{t('book.total')}</span>
      </div>
      <div class="book-side book-asks" ref={area}>
        {depth ? (
          <BookSide {...side} name="asks" lines={asks} />
        ) : (
          <p class="quiet padded">{t('common.loading')}</p>
        )}
      </div>
      <p class="book-last">
        <strong class={trendClass(change)}>{ticker ? numbers.fixed(ticker.close, decimals) : '–'}</strong>
        <span class="quiet">{t('book.spread', { size: numbers.fixed(spread, decimals) })}</span>
      </p>
      <div class="book-side book-bids">{depth ? <BookSide {...side} name="bids" lines={bids} /> : null}</div>
    </section>
  );
}

function sizeOf(lines: readonly BookLine[]): number {
  return lines.reduce((sum, [, size]) => sum + size, 0);
}
