import { expect, test } from 'vitest';
import { type PriceRow, rowsOf, usdOf, wrongWith } from './price-rows.ts';

test('the lines of a table make the table', () => {
  const usd = { BTC: 90_000, TRX: 0.28 };
  expect(usdOf(rowsOf({ asOf: '2025-12-01', usd }))).toEqual(usd);
  expect(usdOf([{ id: 1, asset: ' new ', usd: ' 1.5 ' }])).toEqual({ NEW: 1.5 });
});

test.each<[string, string, ReturnType<typeof wrongWith>]>([
  ['NEW', '1.5', null],
  ['new', '0.0000012', null],
  ['', '1', 'asset'],
  ['N W', '1', 'asset'],
  ['btc', '1', 'asset'],
  ['NEW', '', 'usd'],
  ['NEW', '0', 'usd'],
  ['NEW', '-3', 'usd'],
  ['NEW', '1,5', 'usd'],
  ['NEW', '1e12', 'usd'],
])('%s at %s: %s is wrong', (asset, usd, wrong) => {
  const row: PriceRow = { id: 2, asset, usd };
  expect(wrongWith(row, [{ id: 1, asset: 'BTC', usd: '9' }, row])).toBe(wrong);
});
