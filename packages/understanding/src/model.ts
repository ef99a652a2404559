import type { FeatureSpace } from './feature-space.ts';
import type { LabelWeights } from './separate-labels.ts';

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
  { rows }: LabelWeights,
  sharpness: number,
): Model {
  const scales = new Float32Array(labels.length).fill(1e-9);
  for (let at = 0; at < rows.length; at += 1) {
    const label = at % labels.length;
    scales[label] = Math.max(scales[label] ?? 0, Math.abs(rows[at] ?? 0));
  }
  for (const [label, most] of scales.entries()) scales[label] = most / mostSteps;
  const places = space.hashes.length + 1;
  const starts = new Uint32Array(places + 1);
  const labelOf: number[] = [];
  const steps: number[] = [];
  for (let place = 0; place < places; place += 1) {
    for (const [label, scale] of scales.entries()) {
      const step = Math.round((rows[place * labels.length + label] ?? 0) / scale);
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
