import type { Features } from './feature-list.ts';
import { pointOf } from './feature-space.ts';
import type { Model } from './model.ts';
import { constantWeight } from './separate-labels.ts';

/** How well each label fits, in the labels' order; only comparisons within one text mean something. */
export function scoreLabels(model: Model, features: Features): Float64Array {
  const { scales } = model;
  const scores = new Float64Array(model.labels.length);
  const { places, weights } = pointOf(model.space, features);
  for (let at = 0; at < places.length; at += 1)
    addPlace(model, scores, places[at] as number, weights[at] as number);
  addPlace(model, scores, model.space.hashes.length, constantWeight);
  for (let label = 0; label < scores.length; label += 1)
    scores[label] = (scores[label] as number) * (scales[label] as number);
  return scores;
}

function addPlace(
  { starts, labelOf, steps }: Model,
  scores: Float64Array,
  place: number,
  weight: number,
): void {
  const end = starts[place + 1] as number;
  for (let at = starts[place] as number; at < end; at += 1) {
    const label = labelOf[at] as number;
    scores[label] = (scores[label] as number) + weight * (steps[at] as number);
  }
}
