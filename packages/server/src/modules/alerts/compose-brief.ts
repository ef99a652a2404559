import type { NoticeFacts } from './alert.ts';
import type { Market } from './look-at-market.ts';
import { closedGates } from './market-view.ts';

/** Whom no assets were named to hears of those with the largest turnover. */
const usual = 5;

/** The figures of a brief, of these assets; null where the exchange is silent, or none of them is traded against USDT. */
export function composeBrief(
  { quotes, gates }: Market,
  assets: readonly string[],
): Extract<NoticeFacts, { kind: 'brief' }> | null {
  if (!quotes) return null;
  const chosen = assets.length > 0 ? assets : largest(quotes.of);
  const lines = chosen.flatMap((asset) => {
    const quote = quotes.of.get(asset);
    if (!quote) return [];
    const { price, day, high, low, turnover } = quote;
    return [{ asset, price, change: day, high, low, turnover }];
  });
  if (lines.length === 0) return null;
  const older = gates && gates.at < quotes.at ? gates.at : quotes.at;
  return {
    kind: 'brief',
    lines,
    suspended:
      gates &&
      chosen.flatMap((asset) => closedGates(gates.of.get(asset) ?? {}).map((it) => ({ ...it, asset }))),
    asOf: older.toISOString(),
  };
}

const largest = (quotes: ReadonlyMap<string, { turnover: string }>): string[] =>
  [...quotes]
    .sort(([, a], [, b]) => Number(b.turnover) - Number(a.turnover))
    .slice(0, usual)
    .map(([asset]) => asset);
