import { pointOf } from './feature-space.ts';
import type { Model } from './model.ts';
import { constantWeight } from './separate-labels.ts';

/** How well each label fits, in the labels' order; only comparisons within one text mean something. */
export function scoreLabels(model: Model, features: ReadonlySet<string>): Float64Array {
  const { starts, labelOf, steps, scales } = model;
  const scores = new Float64Array(model.labels.length);
  const add = (place: number, by: number) => {
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at += 1)
      (scores[labelOf[at] as number] as number) += by * (steps[at] as number);
  };
  const point = pointOf(model.space, features);
  for (const [at, place] of point.places.entries()) add(place, point.weights[at] ?? 0);
  add(model.space.hashes.length, constantWeight);
  return scores.map((score, label) => score * (scales[label] ?? 0));
}
