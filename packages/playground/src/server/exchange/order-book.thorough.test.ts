import { describe, expect, test } from 'vitest';
import { bestOrders, mergeBook, orderBook } from './order-book.ts';
import { pairs } from './pairs.ts';
import { lastPrice } from './price-history.ts';

const start = Date.parse('2026-11-24T06:31:47Z') / 1000;
const moments = Array.from({ length: 40 }, (_, index) => start + index * 977);

describe('order book', () => {
  test.each(pairs.map((pair) => [pair.symbol, pair] as const))(
    '%s is sorted and never crossed',
    (_, pair) => {
      for (const now of moments) {
        const book = orderBook(pair, now);
        for (const step of [0, 1, 2, 3, 4, 5]) {
          const { bids, asks } = mergeBook(book, step);
          expect(asks.length).toBeGreaterThan(0);
          const prices = [...bids.toReversed(), ...asks].map(([price]) => price);
          expect(prices).toEqual([...new Set(prices)].sort((a, b) => a - b));
          expect(bids[0]?.[0] ?? 0).toBeLessThan(asks[0]?.[0] ?? 0);
          expect(Math.min(...prices, ...[...bids, ...asks].map(([, lots]) => lots))).toBeGreaterThan(0);
        }
      }
    },
  );

  test('the last price is the best bid or the best ask', () => {
    for (const pair of pairs) {
      for (const now of moments) {
        const { bid, ask } = bestOrders(pair, now);
        expect([bid[0], ask[0]]).toContain(lastPrice(pair, now));
        const book = orderBook(pair, now);
        expect([book.bids[0], book.asks[0]]).toEqual([bid, ask]);
      }
    }
  });

  test('most orders are still there a second later', () => {
    for (const pair of pairs) {
      const before = new Set(orderBook(pair, start).asks.map(String));
      const after = orderBook(pair, start + 1).asks.map(String);
      expect(after.filter((level) => before.has(level)).length).toBeGreaterThan(after.length / 2);
    }
  });

  test('merging keeps every lot', () => {
    const [pair] = pairs;
    const book = pair && orderBook(pair, start);
    if (!book) throw new Error('no pair is listed');
    const lots = (levels: readonly (readonly [number, number])[]) =>
      levels.reduce((sum, [, size]) => sum + size, 0);
    expect(lots(mergeBook(book, 3).asks)).toBe(lots(book.asks));
    expect(lots(mergeBook(book, 3).bids)).toBe(lots(book.bids));
  });
});
