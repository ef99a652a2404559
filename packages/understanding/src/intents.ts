import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { classify, type Guess } from './classify.ts';
import { type ConceptFinder, conceptFinder } from './concept-finder.ts';
import { readModel } from './model-file.ts';
import { readConcepts } from './read-concepts.ts';
import { textFeatures } from './text-features.ts';

/** Where the model lies that was trained from `utterances/` and `lexicon/` (`npm run train`). */
export const intentModelFile = fileURLToPath(new URL('../model/intents.bin', import.meta.url));

/** What a customer may want, by a model. */
export type IntentGuesser = (text: string) => Guess[];

interface Held {
  readonly guess: IntentGuesser;
  readonly hash: string;
}

let held: Held | undefined;
let conceptsIn: ConceptFinder | undefined;

/**
 * What a customer may want, likeliest first: all intents with probabilities that sum to 1, `out_of_scope` among them. By the model that came along,
 * or by the one that replaced it in this process; it is read at the first call. Reads at most 1,000 characters. Throws where the model has not
 * been trained.
 */
export function guessIntents(text: string): Guess[] {
  held ??= hold(readShippedModel());
  return held.guess(text);
}

/** The same by the bytes of a model. Throws on bytes that are none. */
export function intentGuesser(bytes: Uint8Array): IntentGuesser {
  const model = readModel(bytes);
  conceptsIn ??= conceptFinder(readConcepts());
  const finder = conceptsIn;
  return (text) => classify(model, textFeatures(text, finder));
}

/** From here on this process guesses by these bytes; null for the model that came along. Throws on bytes that are no model, and changes nothing then. */
export function replaceIntentModel(bytes: Uint8Array | null): void {
  held = bytes === null ? undefined : hold(bytes);
}

/** The SHA-256 of the model by which this process guesses, in hexadecimal. */
export function intentModelHash(): string {
  held ??= hold(readShippedModel());
  return held.hash;
}

/** The bytes of the model that came along. Throws where it has not been trained. */
export function readShippedModel(): Uint8Array {
  if (!existsSync(intentModelFile)) throw new Error(`${intentModelFile} is missing: npm run train`);
  return readFileSync(intentModelFile);
}

const hold = (bytes: Uint8Array): Held => ({
  guess: intentGuesser(bytes),
  hash: createHash('sha256').update(bytes).digest('hex'),
});
