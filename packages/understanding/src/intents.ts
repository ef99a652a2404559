import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { classify, type Guess, isSurelyAbout } from './classify.ts';
import { shippedConceptFinder } from './concept-finder.ts';
import type { Concept } from './concept-table.ts';
import type { Features } from './feature-list.ts';
import { wordsLearned } from './learned-words.ts';
import type { Model } from './model.ts';
import { readModel } from './model-file.ts';
import { readConcepts } from './read-concepts.ts';
import { rememberLast } from './remember-last.ts';
import { longestRead, textFeatures } from './text-features.ts';

/** Where the model lies that was trained from `utterances/` and `lexicon/` (`npm run train`). */
export const intentModelFile = fileURLToPath(new URL('../model/intents.bin', import.meta.url));

/** What a customer may want, by a model. */
export type IntentGuesser = (text: string) => readonly Guess[];

interface Held {
  readonly guess: IntentGuesser;
  /** The same without memory. */
  readonly plain: IntentGuesser;
  readonly model: Model;
  /** Made when somebody asks: it takes longer than all else before the first guess. */
  readonly hash: () => string;
}

let held: Held | undefined;
/** What people have come to call things since the model was trained. */
let asTrained: (text: string) => string = (text) => text;

/**
 * What a customer may want, likeliest first: all intents with probabilities that sum to 1, `out_of_scope` among them. By the model that came along,
 * or by the one that replaced it in this process; it is read at the first call. Reads at most 1,000 characters. Throws where the model has not
 * been trained. Asked again for one of the last texts, it answers the same without reading it anew.
 */
export function guessIntents(text: string): readonly Guess[] {
  held ??= hold(readShippedModel());
  return held.guess(text);
}

/**
 * Whether `guessIntents` guesses this intent first and holds it to be at least so likely, which is more than one half. Neither asks the memory nor fills it: for
 * what is asked once of every message, which costs the memory more than it saves.
 */
export function isSurely(text: string, intent: string, atLeast: number): boolean {
  held ??= hold(readShippedModel());
  return isSurelyAbout(held.model, featuresOf(text), intent, atLeast);
}

/** The same as `guessIntents` by the bytes of a model, without memory. Throws on bytes that are none. */
export const intentGuesser = (bytes: Uint8Array): IntentGuesser => guesserBy(readModel(bytes));

const guesserBy =
  (model: Model): IntentGuesser =>
  (text) =>
    classify(model, featuresOf(text));

const featuresOf = (text: string): Features =>
  textFeatures(asTrained(text.slice(0, longestRead)), shippedConceptFinder());

/** From here on this process guesses by these bytes; null for the model that came along. Throws on bytes that are no model, and changes nothing then. */
export function replaceIntentModel(bytes: Uint8Array | null): void {
  held = bytes === null ? undefined : hold(bytes);
}

/**
 * From here on this process understands what these concepts are called too, where the model knows them by other words; null for what came along alone. Nothing is
 * trained anew.
 */
export function learnConcepts(now: readonly Concept[] | null): void {
  asTrained = now === null ? (text) => text : wordsLearned(readConcepts(), now);
  // What was made of the last texts was made by other words.
  if (held) held = { ...held, guess: remembering(held.plain) };
}

/** The SHA-256 of the model by which this process guesses, in hexadecimal. */
export function intentModelHash(): string {
  held ??= hold(readShippedModel());
  return held.hash();
}

/** The bytes of the model that came along. Throws where it has not been trained. */
export function readShippedModel(): Uint8Array {
  if (!existsSync(intentModelFile)) throw new Error(`${intentModelFile} is missing: npm run train`);
  return readFileSync(intentModelFile);
}

/** The same by memory for the texts that it was asked about last: topic, category and answer of a message are asked for one after the other. */
function remembering(guess: IntentGuesser): IntentGuesser {
  const lately = rememberLast(guess);
  return (text) => lately(text.slice(0, longestRead));
}

function hold(bytes: Uint8Array): Held {
  const model = readModel(bytes);
  const plain = guesserBy(model);
  let hash: string | undefined;
  return {
    plain,
    model,
    guess: remembering(plain),
    hash: () => (hash ??= createHash('sha256').update(bytes).digest('hex')),
  };
}
