import type { FeatureSpace } from './feature-space.ts';

/** A trained classifier: linear, one score per label, most weights absent. Made by `trainModel`, kept by `writeModel`. */
export interface Model {
  readonly labels: readonly string[];
  readonly space: FeatureSpace;
  /** Where the weights of each place begin; the place after the last feature is the constant's, and one more closes it. */
  readonly starts: Uint32Array;
  /** Which label each weight is for. */
  readonly labelOf: Uint8Array;
  /** In steps of the label's scale. */
  readonly steps: Int8Array;
  readonly scales: Float32Array;
  /** How fast a lead in score becomes certainty: found on texts that were held back. */
  readonly sharpness: number;
}

/** Of the largest weight of its label: what is less changes no answer, and would be most of a model's size. */
const leastShare = 1 / 100;
const mostSteps = 127;

/** Puts together what was learned for each label, in the labels' order. At most 256 labels. */
export function assembleModel(
  labels: readonly string[],
  space: FeatureSpace,
  weightsOf: readonly Float32Array[],
  sharpness: number,
): Model {
  const scales = Float32Array.from(
    weightsOf,
    (weights) => weights.reduce((most, it) => Math.max(most, Math.abs(it)), 1e-9) / mostSteps,
  );
  const places = space.hashes.length + 1;
  const starts = new Uint32Array(places + 1);
  const labelOf: number[] = [];
  const steps: number[] = [];
  for (let place = 0; place < places; place += 1) {
    for (const [label, weights] of weightsOf.entries()) {
      const step = Math.round((weights[place] ?? 0) / (scales[label] ?? 1));
      // The constant is one weight a label: it is always kept.
      if (Math.abs(step) < mostSteps * leastShare && place < places - 1) continue;
      labelOf.push(label);
      steps.push(step);
    }
    starts[place + 1] = steps.length;
  }
  return {
    labels,
    space,
    starts,
    labelOf: Uint8Array.from(labelOf),
    steps: Int8Array.from(steps),
    scales,
    sharpness,
  };
}
