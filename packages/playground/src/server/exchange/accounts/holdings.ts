import { numberOf } from './lines.ts';
import { storyUids } from './stories.ts';

/** So many accounts the simulated exchange has beside those that a story is told of. */
const quiet = 120;
const quietUids = Array.from({ length: quiet }, (_, index) => String(60_000_001 + index));

/** Every account of which the exchange tells what it holds, in the order of their UIDs. */
const uids: readonly string[] = [...storyUids, ...quietUids].sort();

const smallest: Readonly<Record<string, number>> = { BTC: 8, ETH: 8, XRP: 6, USDT: 6, SOL: 8, DOGE: 8 };

/** How much an account holds of an asset, for ever: of each asset two in three hold some. A decimal without an exponent. */
export function holdingOf(uid: string, asset: string): string {
  const places = smallest[asset];
  if (places === undefined) return '0';
  const number = numberOf(`holds ${asset} ${uid}`);
  return number % 3 === 0 ? '0' : (number / 10 ** places).toFixed(places).replace(/\.?0+$/, '');
}

/** Who holds at least so much, and something, after a UID: at most `limit` of them, and how many there are in all. */
export function holdersOf(
  asset: string,
  { atLeast, after, limit }: { atLeast: number; after: string; limit: number },
): { items: string[]; next: string | null; total: number } {
  const all = uids.filter((uid) => {
    const held = Number(holdingOf(uid, asset));
    return held > 0 && held >= atLeast;
  });
  const rest = all.filter((uid) => uid > after);
  const items = rest.slice(0, limit);
  return { items, next: rest.length > limit ? (items.at(-1) ?? null) : null, total: all.length };
}
