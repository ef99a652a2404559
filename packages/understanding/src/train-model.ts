import { featureSpace, pointOf } from './feature-space.ts';
import { assembleModel, type Model } from './model.ts';
import { findSharpness, type HeldBack } from './probabilities.ts';
import { scoreLabels } from './score-labels.ts';
import { separateLabel } from './separate-label.ts';

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

const parts = 4;
/** Before anything is known of how sure scores are. */
const unknown = 1;

/**
 * Learns labels from samples; the same samples in the same order give the same model. To know how sure it may be, it learns four times
 * more from three quarters and asks about the rest. Labels stand in the order of their first sample; at most 256. 14,000 short samples of 69 labels take some 20 seconds.
 */
export function trainModel(
  samples: readonly Sample[],
  featuresOf: (text: string) => ReadonlySet<string>,
): Training {
  const labels = [...new Set(samples.map((it) => it.label))];
  const seen = samples.map(({ text, label }) => ({
    features: featuresOf(text),
    label: labels.indexOf(label),
  }));
  const heldBack: HeldBack[] = [];
  for (let part = 0; part < parts; part += 1) {
    const model = learn(
      labels,
      seen.filter((_, index) => partOf(index) !== part),
    );
    for (const [index, { features, label }] of seen.entries())
      if (partOf(index) === part) heldBack[index] = { scores: scoreLabels(model, features), label };
  }
  return { model: { ...learn(labels, seen), sharpness: findSharpness(heldBack) }, heldBack };
}

/** Neighbours in a list are often of one label and written in one breath: they are spread. */
const partOf = (index: number) => (index + Math.floor(index / parts)) % parts;

function learn(
  labels: readonly string[],
  seen: ReadonlyArray<{ features: ReadonlySet<string>; label: number }>,
): Model {
  const space = featureSpace(seen.map((it) => it.features));
  const points = seen.map((it) => pointOf(space, it.features));
  const weightsOf = labels.map((_, label) =>
    separateLabel(points, (index) => seen[index]?.label === label, space.hashes.length),
  );
  return assembleModel(labels, space, weightsOf, unknown);
}
