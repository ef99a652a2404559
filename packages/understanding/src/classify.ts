import type { Features } from './feature-list.ts';
import type { Model } from './model.ts';
import { probabilities } from './probabilities.ts';
import { scoreLabels } from './score-labels.ts';

/** A label and how likely it is, 0 to 1. */
export interface Guess {
  readonly label: string;
  readonly probability: number;
}

/** What a text with these features may be about, likeliest first: every label of the model, with probabilities that sum to 1. */
export function classify(model: Model, features: Features): Guess[] {
  const found = probabilities(scoreLabels(model, features), model.sharpness);
  return model.labels
    .map((label, at) => ({ label, probability: found[at] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}

/** Whether `classify` puts this label first and holds it to be at least so likely, which is more than one half: told without a list of all. */
export const isSurelyAbout = (model: Model, features: Features, label: string, atLeast: number): boolean =>
  (probabilities(scoreLabels(model, features), model.sharpness)[model.labels.indexOf(label)] ?? 0) >= atLeast;
