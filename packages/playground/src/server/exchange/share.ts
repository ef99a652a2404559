/** Shares a whole number by weight into whole numbers with exactly its sum. */
function share(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let weightSoFar = 0;
  let given = 0;
  return weights.map((weight, index) => {
    weightSoFar += weight;
    const due = index === weights.length - 1 ? whole : Math.floor((whole * weightSoFar) / total);
    const part = due - given;
    given = due;
    return part;
  });
}

/** What was traded in a stretch, without its prices. */
export interface Traffic {
  /** Of the base currency, in the last decimal place. */
  readonly lots: number;
  /** In USDT. */
  readonly turnover: number;
  readonly count: number;
}

/**
 * Shares the traffic of a stretch among its parts of `seconds` each. Every second has at least one trade, and every
 * trade at least one lot, so that the price never moves without one.
 */
export function shareTraffic(
  whole: Traffic,
  weights: readonly number[],
  prices: readonly number[],
  seconds: number,
): Traffic[] {
  const counts = share(whole.count - weights.length * seconds, weights).map((count) => count + seconds);
  const lots = share(whole.lots - whole.count, weights).map((extra, index) => extra + (counts[index] ?? 0));
  const values = lots.map((part, index) => part * (prices[index] ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  return lots.map((part, index) => ({
    lots: part,
    turnover: (whole.turnover * (values[index] ?? 0)) / total,
    count: counts[index] ?? 0,
  }));
}
