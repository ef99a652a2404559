import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { classify, type Guess } from './classify.ts';
import { type ConceptFinder, conceptFinder } from './concept-finder.ts';
import type { Model } from './model.ts';
import { readModel } from './model-file.ts';
import { readConcepts } from './read-concepts.ts';
import { textFeatures } from './text-features.ts';

/** Where the model lies that was trained from `utterances/` and `lexicon/` (`npm run train`). */
export const intentModelFile = fileURLToPath(new URL('../model/intents.bin', import.meta.url));

let held: { model: Model; conceptsIn: ConceptFinder } | undefined;

/**
 * What a customer may want, likeliest first: all intents with probabilities that sum to 1, `out_of_scope` among them. Pure; the model is
 * read at the first call. Reads at most 1,000 characters. Throws where the model has not been trained.
 */
export function guessIntents(text: string): Guess[] {
  held ??= load();
  return classify(held.model, textFeatures(text, held.conceptsIn));
}

function load() {
  if (!existsSync(intentModelFile)) throw new Error(`${intentModelFile} is missing: npm run train`);
  return { model: readModel(readFileSync(intentModelFile)), conceptsIn: conceptFinder(readConcepts()) };
}
