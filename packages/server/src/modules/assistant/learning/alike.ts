import type { Features } from './features.ts';

/** How much each kind of likeness counts, as shares; within one language the words themselves count too. */
const weights = { intents: 0.75, concepts: 0.25, words: 0.2 };
/** Words are never as much alike as intents: so much of them is much. */
const wordsExpected = 0.6;
/** Of which more questions speak, a thing tells less; as if so many others had been asked. */
const others = 50;
const outOfScope = 'out_of_scope';

type Weighed = Map<string, number>;

/** How rare what questions speak of is among them. */
export type Rarity = (concept: string) => number;

/** Of all questions at hand. Pure. */
export function rarityIn(all: readonly Features[]): Rarity {
  const counts = new Map<string, number>();
  for (const { concepts } of all)
    for (const concept of concepts) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return (concept) => Math.log((all.length + others) / ((counts.get(concept) ?? 0) + 1));
}

/** A question as it is compared, or several together. */
export interface Direction {
  readonly intents: Weighed;
  readonly concepts: Weighed;
  readonly words: Weighed;
  readonly languages: Set<string>;
  /** How sure it is that one of the intents is meant, summed; and of how many questions. */
  sure: number;
  count: number;
}

/** Of a question. Pure. */
export function directionOf(
  { guesses, concepts, kinds, language, parts }: Features,
  rarity: Rarity,
): Direction {
  const known = guesses.filter(([label]) => label !== outOfScope);
  return {
    intents: unit(new Map(known)),
    concepts: unit(
      new Map([
        ...concepts.map((it) => [it, rarity(it)] as const),
        ...kinds.map((it) => [`:${it}`, rarity(it)] as const),
      ]),
    ),
    words: unit(new Map(parts.map((it) => [`${language} ${it}`, 1]))),
    languages: new Set([language]),
    sure: known.reduce((sum, [, probability]) => sum + probability, 0),
    count: 1,
  };
}

/** Of nothing, to which others are added. */
export const noDirection = (): Direction => ({
  intents: new Map(),
  concepts: new Map(),
  words: new Map(),
  languages: new Set(),
  sure: 0,
  count: 0,
});

/** Turns several towards one more. */
export function turnTowards(several: Direction, one: Direction): void {
  add(several.intents, one.intents);
  add(several.concepts, one.concepts);
  add(several.words, one.words);
  for (const language of one.languages) several.languages.add(language);
  several.sure += one.sure;
  several.count += one.count;
}

/**
 * How much alike a question and several others are, 0 to about 1. The less sure it is which intents are meant, the more the things count of
 * which they speak. Pure.
 */
export function likeness(one: Direction, several: Direction): number {
  if (several.count === 0 || one.count === 0) return 0;
  const sure = Math.min(1, Math.sqrt((one.sure / one.count) * (several.sure / several.count)));
  const intents = weights.intents * sure;
  const sum =
    intents * cosine(one.intents, several.intents) +
    weights.concepts * cosine(one.concepts, several.concepts);
  const together = intents + weights.concepts;
  const foreign = [...one.languages].every((it) => !several.languages.has(it));
  if (foreign) return sum / together;
  return (
    (sum + weights.words * cosine(one.words, several.words)) / (together + weights.words * wordsExpected)
  );
}

function cosine(a: Weighed, b: Weighed): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, weight] of few) sum += weight * (many.get(key) ?? 0);
  const lengths = lengthOf(a) * lengthOf(b);
  return lengths === 0 ? 0 : sum / lengths;
}

function lengthOf(it: Weighed): number {
  let sum = 0;
  for (const weight of it.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

function unit(it: Weighed): Weighed {
  const length = lengthOf(it) || 1;
  for (const [key, weight] of it) it.set(key, weight / length);
  return it;
}

function add(to: Weighed, of: Weighed): void {
  for (const [key, weight] of of) to.set(key, (to.get(key) ?? 0) + weight);
}
