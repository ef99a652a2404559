const first = 500;
const longest = 30_000;

/**
 * Milliseconds to wait after so many failures: doubling up to half a minute, and anywhere in the upper half of that, so that thousands of
 * browsers that lost one server do not come back in one moment.
 */
export function backoff(failures: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longest, first * 2 ** Math.max(0, failures - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}
