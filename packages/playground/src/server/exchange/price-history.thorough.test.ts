import { describe, expect, test } from 'vitest';
import { isPeriod, latestKlines, periodStart } from './klines.ts';
import { findPair, pairs } from './pairs.ts';
import { historyBetween, lastPrice } from './price-history.ts';
import { latestTrades } from './trades.ts';

const now = Date.parse('2026-11-24T06:31:47Z') / 1000;
const btc = findPair('btcusdt');
if (!btc) throw new Error('the exchange lists no btcusdt');

describe('history', () => {
  test('is a function of the time: asked later, the past is the same', () => {
    const then = latestKlines(btc, '1min', 120, now);
    // Enough other questions to push everything out of the cache.
    for (const pair of pairs) latestKlines(pair, '1min', 900, now);
    const later = latestKlines(btc, '1min', 180, now + 3600).slice(60);
    expect(later.slice(1, 120)).toEqual(then.slice(1));
  });

  test.each(pairs.map((pair) => [pair.symbol, pair] as const))(
    '%s tells the same in every period',
    (_, pair) => {
      const [, fiveMinutes] = latestKlines(pair, '5min', 2, now);
      const minutes = latestKlines(pair, '1min', 20, now).filter(
        ({ start }) => fiveMinutes && start >= fiveMinutes.start && start < fiveMinutes.start + 300,
      );
      expect(minutes).toHaveLength(5);
      expect(fiveMinutes).toMatchObject({
        open: minutes.at(-1)?.open,
        close: minutes[0]?.close,
        high: Math.max(...minutes.map(({ high }) => high)),
        low: Math.min(...minutes.map(({ low }) => low)),
        lots: minutes.reduce((sum, { lots }) => sum + lots, 0),
        count: minutes.reduce((sum, { count }) => sum + count, 0),
      });
      const turnover = minutes.reduce((sum, minute) => sum + minute.turnover, 0);
      expect(fiveMinutes?.turnover).toBeCloseTo(turnover, 3);
    },
  );

  test('candles hold together: the open is the close before, and nothing leaves its high and low', () => {
    for (const pair of pairs) {
      const candles = latestKlines(pair, '15min', 200, now);
      candles.forEach((candle, index) => {
        const before = candles[index + 1];
        if (before) expect(candle.open).toBe(before.close);
        expect(candle.high).toBeGreaterThanOrEqual(Math.max(candle.open, candle.close));
        expect(candle.low).toBeLessThanOrEqual(Math.min(candle.open, candle.close));
        expect(candle.low).toBeGreaterThan(0);
      });
    }
  });

  test('the candle in the making ends at the last price and reaches the whole day when it is over', () => {
    const [today] = latestKlines(btc, '1day', 1, now);
    expect(today?.close).toBe(lastPrice(btc, now));
    const midnight = periodStart('1day', now) + 86_400;
    const [, whole] = latestKlines(btc, '1day', 2, midnight + 5);
    expect(whole).toEqual(historyBetween(btc, midnight - 86_400, midnight));
    expect(whole?.lots).toBeGreaterThan(today?.lots ?? 0);
  });

  test('a period that has just begun stands at the last price', () => {
    const minute = periodStart('1min', now);
    const [fresh, before] = latestKlines(btc, '1min', 2, minute);
    expect(fresh).toMatchObject({
      start: minute,
      open: before?.close,
      close: before?.close,
      lots: 0,
      count: 0,
    });
  });

  test('nothing is told from before the listing', () => {
    const ton = findPair('tonusdt');
    const years = ton && latestKlines(ton, '1year', 2000, now);
    expect(years?.map(({ start }) => new Date((start + 8 * 3600) * 1000).getUTCFullYear())).toEqual([
      2026, 2025, 2024, 2023,
    ]);
  });

  test('prices stay near what the pair is worth', () => {
    for (const pair of pairs) {
      const scale = pair.anchor * 10 ** pair.pricePrecision;
      const days = latestKlines(pair, '1day', 200, now);
      expect(Math.max(...days.map(({ high }) => high))).toBeLessThan(scale * 6);
      expect(Math.min(...days.map(({ low }) => low))).toBeGreaterThan(scale / 6);
    }
  });
});

describe('periods', () => {
  test('days begin at midnight in GMT+8, weeks on Monday', () => {
    expect(new Date(periodStart('1day', now) * 1000).toISOString()).toBe('2026-11-23T16:00:00.000Z');
    expect(new Date(periodStart('1week', now) * 1000).toISOString()).toBe('2026-11-22T16:00:00.000Z');
    expect(new Date(periodStart('1mon', now) * 1000).toISOString()).toBe('2026-10-31T16:00:00.000Z');
    expect(new Date(periodStart('1year', now) * 1000).toISOString()).toBe('2025-12-31T16:00:00.000Z');
    expect(isPeriod('2min')).toBe(false);
  });
});

describe('trades', () => {
  test('add up to the candle of their second and end at the last price', () => {
    for (const pair of pairs) {
      const trades = latestTrades(pair, 400, now);
      expect(trades[0]?.price).toBe(lastPrice(pair, now));
      const second = historyBetween(pair, now - 1, now);
      const newest = trades.filter(({ at }) => at >= (now - 1) * 1000);
      expect(newest).toHaveLength(second?.count ?? 0);
      expect(newest.reduce((sum, { lots }) => sum + lots, 0)).toBe(second?.lots);
      for (const { price, lots } of newest) {
        expect(price).toBeLessThanOrEqual(second?.high ?? 0);
        expect(price).toBeGreaterThanOrEqual(second?.low ?? 0);
        expect(lots).toBeGreaterThan(0);
      }
    }
  });

  test('run backwards in time, each with its own number', () => {
    const trades = latestTrades(btc, 500, now);
    expect(trades).toHaveLength(500);
    expect(trades.map(({ at }) => at)).toEqual(trades.map(({ at }) => at).sort((a, b) => b - a));
    expect(new Set(trades.map(({ id }) => id)).size).toBe(500);
  });
});
