/**
 * A random walk from one price to another, step by step: `steps[i]` is the deviation of the i-th, `noise` gives numbers
 * of deviation 1. Returns the corners in whole ticks, one more than steps; the first is `from`, the last is `to`.
 */
export function bridge(from: number, to: number, steps: readonly number[], noise: () => number): number[] {
  const sums: number[] = [];
  let sum = 0;
  let variance = 0;
  for (const step of steps) {
    sum += noise() * step;
    variance += step * step;
    sums.push(sum);
  }
  const pull = (to - from - sum) / variance;
  let spent = 0;
  const corners = [from];
  steps.forEach((step, index) => {
    spent += step * step;
    corners.push(Math.max(2, Math.round(from + (sums[index] ?? 0) + pull * spent)));
  });
  corners[steps.length] = to;
  return corners;
}

/**
 * How high a walk rises between two corners, where `chance` is even between 0 and 1: the exact law of a Brownian
 * bridge's maximum. For how low it falls, give the prices with opposite signs.
 */
export function peak(from: number, to: number, step: number, chance: number): number {
  const move = from - to;
  return (from + to + Math.sqrt(move * move - 2 * step * step * Math.log(1 - chance))) / 2;
}
