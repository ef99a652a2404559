import type { Features } from './features.ts';

/**
 * How much each kind of likeness counts: which intents are likely, how all intents fit, of which things they speak, and within one language the words
 * themselves. Chosen on questions about intents that a classifier had been trained without: `npm run eval -- learning`.
 */
const weights = { intents: 0.5, leanings: 0.4, things: 0.5, words: 0.2 };
/** 1 would have a guess count as much as it is sure; less has one that is half sure count more than half. */
const sureness = 0.7;
/** Of which more questions speak, a thing tells less; as if so many others had been asked. */
const others = 50;
const outOfScope = 'out_of_scope';

/** How rare what questions speak of is among them. */
export type Rarity = (thing: string) => number;

/** What a question speaks of: concepts, and kinds of what it names. */
const thingsOf = ({ concepts, kinds }: Features): string[] => [...concepts, ...kinds.map((it) => `:${it}`)];

/** Of all questions at hand. Pure. */
export function rarityIn(all: readonly Features[]): Rarity {
  const counts = new Map<string, number>();
  for (const features of all)
    for (const thing of thingsOf(features)) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return (thing) => Math.log((all.length + others) / ((counts.get(thing) ?? 0) + 1));
}

/** One question, or several together, as they are compared: the sum of what each is made of. */
export interface Direction {
  readonly parts: Map<string, number>;
  count: number;
  /** Where an embeddings model put those that it told of: summed up, and how many. */
  meaning?: { readonly sum: Float32Array; count: number } | undefined;
}

/** Of a question. Two are as much alike as the products of the parts that both have sum up to: 0 to about 1.7. Pure. */
export function directionOf(features: Features, rarity: Rarity): Direction {
  const { guesses, leanings, parts: words, language } = features;
  const parts = new Map<string, number>();
  const likely = guesses.filter(([label]) => label !== outOfScope);
  const sure = Math.max(0, ...likely.map(([, probability]) => probability));
  // The surer it is, the more its guess counts: of something new it is not sure.
  put('i', weights.intents * sure ** sureness, likely);
  put('l', weights.leanings, leanings);
  put(
    't',
    weights.things,
    thingsOf(features).map((it) => [it, rarity(it)]),
  );
  put(
    `w ${language}`,
    weights.words,
    words.map((it) => [it, 1]),
  );
  return { parts, count: 1 };

  /** Of length 1 together, times what they count. */
  function put(mark: string, weight: number, of: ReadonlyArray<readonly [string, number]>): void {
    const length = Math.sqrt(of.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    for (const [key, value] of of) parts.set(`${mark} ${key}`, (Math.sqrt(weight) * value) / length);
  }
}

/** Takes one more to several. */
export function addDirection(several: Direction, one: Direction): void {
  for (const [key, value] of one.parts) several.parts.set(key, (several.parts.get(key) ?? 0) + value);
  several.count += one.count;
  if (!one.meaning) return;
  several.meaning ??= { sum: new Float32Array(one.meaning.sum.length), count: 0 };
  const { sum } = several.meaning;
  for (let at = 0; at < sum.length; at += 1) (sum[at] as number) += one.meaning.sum[at] ?? 0;
  several.meaning.count += one.meaning.count;
}
