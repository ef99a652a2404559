import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchKlines, type Kline, type Terms, type Ticker } from '../exchange-client.ts';
import { pairName, trendClass } from '../market/pair-name.ts';
import { type TextKey, useReader } from '../reader.ts';
import { usePolling } from '../use-polling.ts';
import { averageLengths, type CandleChart, createCandleChart } from './candle-chart.ts';

const periods: readonly (readonly [period: string, key: TextKey])[] = [
  ['1min', 'chart.period.1min'],
  ['5min', 'chart.period.5min'],
  ['15min', 'chart.period.15min'],
  ['30min', 'chart.period.30min'],
  ['60min', 'chart.period.60min'],
  ['4hour', 'chart.period.4hour'],
  ['1day', 'chart.period.1day'],
  ['1week', 'chart.period.1week'],
  ['1mon', 'chart.period.1mon'],
];
const candlesShown = 500;

interface Props {
  readonly terms: Terms | undefined;
  readonly ticker: Ticker | undefined;
  readonly theme: 'dark' | 'light';
}

/** Candles of the chosen pair in the chosen period; the last one moves with the market. */
export function ChartPanel({ terms, ticker, theme }: Props) {
  const { t, numbers, language } = useReader();
  const [period, setPeriod] = useState('15min');
  const [pointed, setPointed] = useState<Kline>();
  const [last, setLast] = useState<Kline>();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<CandleChart | undefined>(undefined);
  const symbol = terms?.symbol;
  const decimals = terms?.['price-precision'] ?? 2;

  useEffect(() => {
    if (!box.current) return;
    const made = createCandleChart(box.current, { decimals, language, onPoint: setPointed });
    chart.current = made;
    return () => {
      chart.current = undefined;
      made.remove();
    };
  }, [decimals, language]);

  useEffect(() => chart.current?.paint(), [theme, decimals, language]);

  const loaded = useRef<string | undefined>(undefined);
  const failed = usePolling(
    async (signal) => {
      if (!symbol || !chart.current) return;
      const whole = `${symbol} ${period} ${decimals} ${language}`;
      const first = loaded.current !== whole;
      // The two newest suffice to go on; after a pause more are missing, and all are asked for again.
      const candles = await fetchKlines(symbol, period, first ? candlesShown : 2, signal);
      if (signal.aborted) return;
      const joined = first ? chart.current?.show(candles, period) : chart.current?.update(candles);
      loaded.current = joined ? whole : undefined;
      setLast(candles.at(-1));
    },
    [symbol, period, decimals, language],
  );

  const candle = pointed ?? last;
  const change = candle ? candle.close / candle.open - 1 : 0;
  const values: readonly (readonly [TextKey, string])[] = candle
    ? [
        ['chart.open', numbers.fixed(candle.open, decimals)],
        ['chart.high', numbers.fixed(candle.high, decimals)],
        ['chart.low', numbers.fixed(candle.low, decimals)],
        ['chart.close', numbers.fixed(candle.close, decimals)],
        ['chart.change', numbers.change(change)],
      ]
    : [];

  return (
    <section class="panel chart" aria-label={t('chart.title')}>
      <div class="chart-bar" role="group" aria-label={t('chart.periods')}>
        {periods.map(([name, key]) => (
          <button
            key={name}
            type="button"
            class="tab-small"
            aria-pressed={name === period}
            onClick={() => setPeriod(name)}
          >
            {t(key)}
          </button>
        ))}
      </div>
      <p class="chart-legend" aria-hidden="true">
        {values.map(([key, value]) => (
          <span key={key}>
            <span class="quiet">{t(key)}</span> <span class={trendClass(change)}>{value}</span>
          </span>
        ))}
        <span class="average-fast">{`MA${averageLengths[0]}`}</span>
        <span class="average-slow">{`MA${averageLengths[1]}`}</span>
      </p>
      <div
        class="chart-box"
        ref={box}
        role="img"
        aria-label={
          terms && ticker
            ? t('chart.alt', {
                pair: pairName(terms),
                price: numbers.fixed(ticker.close, decimals),
                change: numbers.change(ticker.close / ticker.open - 1),
              })
            : t('chart.title')
        }
      />
      {last ? null : <p class="chart-message quiet">{failed ? t('chart.failed') : t('common.loading')}</p>}
    </section>
  );
}
