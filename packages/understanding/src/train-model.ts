import { addEvidence } from './add-evidence.ts';
import type { Features } from './feature-list.ts';
import { featureSpace, pointOf } from './feature-space.ts';
import { assembleModel, type Model } from './model.ts';
import { findSharpness, type HeldBack } from './probabilities.ts';
import { scoreLabels } from './score-labels.ts';
import { separateLabels } from './separate-labels.ts';

/** A text and what it is about. */
export interface Sample {
  readonly text: string;
  readonly label: string;
}

/** A model, and what a model of the same kind made of each sample that it had not seen, in the samples' order. */
export interface Training {
  readonly model: Model;
  readonly heldBack: readonly HeldBack[];
}

/** One of the trainings that make a whole: on all samples but a part, with what it made of that part, by place; or on all. */
export interface PartTraining {
  readonly model: Model;
  readonly heldBack: ReadonlyArray<readonly [index: number, of: HeldBack]>;
}

const parts = 3;
/** Before anything is known of how sure scores are. */
const unknown = 1;

/** The trainings that make a whole, which may be done side by side: on all samples, and without each part. */
export const trainings: readonly number[] = Array.from({ length: parts + 1 }, (_, part) => part - 1);

/**
 * Learns labels from samples; the same samples in the same order give the same model. To know how sure it may be, it learns three times
 * more from two thirds and asks about the rest. Labels stand in the order of their first sample; at most 256.
 */
export function trainModel(samples: readonly Sample[], featuresOf: (text: string) => Features): Training {
  return joinTrainings(trainings.map((part) => trainPart(samples, featuresOf, part)));
}

/** One of `trainings`. */
export function trainPart(
  samples: readonly Sample[],
  featuresOf: (text: string) => Features,
  part: number,
): PartTraining {
  const labels = [...new Set(samples.map((it) => it.label))];
  const places = new Map(labels.map((label, at) => [label, at]));
  const seen = samples.map(({ text, label }) => ({
    features: featuresOf(text),
    label: places.get(label) ?? 0,
  }));
  const learned = seen.filter((_, index) => partOf(index) !== part);
  const space = featureSpace(learned.map((it) => it.features));
  const points = learned.map((it) => pointOf(space, it.features));
  const labelOf = learned.map((it) => it.label);
  const weights = separateLabels(points, labelOf, { labels: labels.length, size: space.hashes.length });
  addEvidence(weights, points, labelOf);
  const model = assembleModel(labels, space, weights, unknown);
  const heldBack = seen.flatMap(({ features, label }, index) =>
    partOf(index) === part ? [[index, { scores: scoreLabels(model, features), label }] as const] : [],
  );
  return { model, heldBack };
}

/** The whole that all `trainings` make together, given in their order. */
export function joinTrainings([whole, ...without]: readonly PartTraining[]): Training {
  if (!whole) throw new Error('nothing was learned');
  const heldBack: HeldBack[] = [];
  for (const training of without) for (const [index, of] of training.heldBack) heldBack[index] = of;
  return { model: { ...whole.model, sharpness: findSharpness(heldBack) }, heldBack };
}

/** Neighbours in a list are often of one label and written in one breath: they are spread. */
const partOf = (index: number) => (index + Math.floor(index / parts)) % parts;
