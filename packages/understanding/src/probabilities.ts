/** Scores as probabilities, which sum to 1. The sharper, the more a lead counts. */
export function probabilities(scores: Float64Array, sharpness: number): Float64Array {
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) best = Math.max(best, scores[at] as number);
  const parts = new Float64Array(scores.length);
  let sum = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const part = Math.exp(sharpness * ((scores[at] as number) - best));
    parts[at] = part;
    sum += part;
  }
  for (let at = 0; at < parts.length; at += 1) parts[at] = (parts[at] as number) / sum;
  return parts;
}

/** Scores of a text that training did not see, and the place of its true label. */
export interface HeldBack {
  readonly scores: Float64Array;
  readonly label: number;
}

const [least, most] = [0.5, 30];

/**
 * The sharpness under which what was held back surprises least (temperature scaling: Guo et al., "On Calibration of Modern Neural
 * Networks", 2017). The surprise has one lowest point, found by golden section.
 */
export function findSharpness(held: readonly HeldBack[]): number {
  const surprise = (sharpness: number) =>
    held.reduce(
      (sum, { scores, label }) => sum - Math.log((probabilities(scores, sharpness)[label] ?? 0) + 1e-12),
      0,
    );
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [least, most];
  while (high - low > 0.01) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (surprise(left) < surprise(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
