import {
  CandlestickSeries,
  ColorType,
  CrosshairMode,
  createChart,
  HistogramSeries,
  LineSeries,
  type UTCTimestamp,
} from 'lightweight-charts';
import type { Kline } from '../exchange-client.ts';
import { averages } from './averages.ts';
import { clockOffset, showsHours, timeWriter } from './time-writer.ts';

export interface CandleChart {
  /** Shows other candles, oldest first. */
  show(candles: readonly Kline[], period: string): boolean;
  /** Moves the newest candles on; false if some are missing between, and nothing was done. */
  update(newest: readonly Kline[]): boolean;
  /** Takes the colours of the page's theme. */
  paint(): void;
  remove(): void;
}

interface Options {
  readonly decimals: number;
  readonly language: string;
  /** The candle under the pointer, or undefined when it left. */
  readonly onPoint: (candle: Kline | undefined) => void;
}

/** Over how many candles the two averages go. */
export const averageLengths = [7, 25] as const;
/** Room to the right of the newest candle, in candles. */
const roomRight = 4;

/** A candlestick chart with volume and two moving averages, in the reader's language and time zone. */
export function createCandleChart(box: HTMLElement, options: Options): CandleChart {
  const time = timeWriter(options.language);
  const chart = createChart(box, {
    autoSize: true,
    layout: { attributionLogo: false, fontSize: 11, fontFamily: getComputedStyle(box).fontFamily },
    crosshair: { mode: CrosshairMode.Normal },
    timeScale: {
      timeVisible: true,
      secondsVisible: false,
      rightOffset: roomRight,
      minBarSpacing: 2,
      tickMarkFormatter: time.mark,
    },
    rightPriceScale: { scaleMargins: { top: 0.12, bottom: 0.24 } },
    localization: { locale: options.language, timeFormatter: time.full },
    handleScroll: { vertTouchDrag: false },
  });
  const priceFormat = {
    type: 'price',
    precision: options.decimals,
    minMove: 10 ** -options.decimals,
  } as const;
  const prices = chart.addSeries(CandlestickSeries, { priceFormat, borderVisible: false });
  const volumes = chart.addSeries(HistogramSeries, {
    priceFormat: { type: 'volume' },
    priceScaleId: 'volume',
    lastValueVisible: false,
    priceLineVisible: false,
  });
  chart.priceScale('volume').applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } });
  const lines = averageLengths.map(() =>
    chart.addSeries(LineSeries, {
      lineWidth: 1,
      priceFormat,
      lastValueVisible: false,
      priceLineVisible: false,
      crosshairMarkerVisible: false,
    }),
  );
  let candles: readonly Kline[] = [];
  let offset = 0;
  const timeOf = ({ id }: Kline) => (id + offset) as UTCTimestamp;
  let colours = readColours(box);

  chart.subscribeCrosshairMove(({ time: at }) => {
    options.onPoint(at === undefined ? undefined : candles.find((candle) => timeOf(candle) === at));
  });

  const volumeOf = (candle: Kline) => ({
    time: timeOf(candle),
    value: candle.amount,
    color: candle.close < candle.open ? colours.downSoft : colours.upSoft,
  });
  const draw = () => {
    prices.setData(candles.map((candle) => ({ ...candle, time: timeOf(candle) })));
    volumes.setData(candles.map(volumeOf));
    averageLengths.forEach((length, index) => lines[index]?.setData(averages(candles, length, timeOf)));
  };

  return {
    show(next, period) {
      candles = next;
      offset = clockOffset(period);
      chart.timeScale().applyOptions({ timeVisible: showsHours(period) });
      draw();
      const width = box.clientWidth;
      const visible = Math.max(30, Math.round(width / 8));
      chart.timeScale().setVisibleLogicalRange({ from: next.length - visible, to: next.length + roomRight });
      return true;
    },
    update(newest) {
      const before = candles.at(-1);
      if (!before || !newest.some(({ id }) => id === before.id)) return false;
      const added = newest.filter(({ id }) => id >= before.id);
      candles = [...candles.slice(0, -1), ...added];
      for (const candle of added) {
        prices.update({ ...candle, time: timeOf(candle) });
        volumes.update(volumeOf(candle));
      }
      averageLengths.forEach((length, index) => {
        const tail = averages(candles.slice(-length - 1), length, timeOf);
        for (const point of tail) lines[index]?.update(point);
      });
      return true;
    },
    paint() {
      colours = readColours(box);
      chart.applyOptions({
        layout: { background: { type: ColorType.Solid, color: colours.panel }, textColor: colours.quiet },
        grid: { vertLines: { color: colours.grid }, horzLines: { color: colours.grid } },
        rightPriceScale: { borderColor: colours.line },
        timeScale: { borderColor: colours.line },
      });
      prices.applyOptions({
        upColor: colours.up,
        downColor: colours.down,
        wickUpColor: colours.up,
        wickDownColor: colours.down,
      });
      lines.forEach((line, index) => line.applyOptions({ color: index === 0 ? colours.fast : colours.slow }));
      draw();
    },
    remove: () => chart.remove(),
  };
}

function readColours(box: HTMLElement) {
  const styles = getComputedStyle(box);
  const read = (name: string) => styles.getPropertyValue(name).trim();
  return {
    panel: read('--panel'),
    quiet: read('--ink-3'),
    line: read('--line'),
    grid: read('--grid'),
    up: read('--up'),
    down: read('--down'),
    upSoft: read('--up-volume'),
    downSoft: read('--down-volume'),
    fast: read('--average-fast'),
    slow: read('--average-slow'),
  };
}
