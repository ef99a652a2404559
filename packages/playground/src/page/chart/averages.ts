import type { UTCTimestamp } from 'lightweight-charts';
import type { Kline } from '../exchange-client.ts';

/** The mean close of each candle and those before it, `length` in all; the first ones have none. */
export function averages(candles: readonly Kline[], length: number, timeOf: (candle: Kline) => UTCTimestamp) {
  let sum = 0;
  return candles.flatMap((candle, index) => {
    sum += candle.close - (candles[index - length]?.close ?? 0);
    return index < length - 1 ? [] : [{ time: timeOf(candle), value: sum / length }];
  });
}
