import type { LanguageProfile } from './language-profile.ts';

/** Texts of a language, as words. */
export interface LanguageTexts {
  readonly language: string;
  readonly texts: ReadonlyArray<readonly string[]>;
}

/** Samples a language, so that none is likelier for what was written more in it. */
const samplesEach = 12_000;
const rounds = 5;
const rate = 0.25;
/** Keeps weights small: what was seen once proves little. */
const decay = 2e-6;

/**
 * Learns to tell languages apart from pieces of their texts, most of them of one to six words, since that is how customers begin: logistic regression
 * over the `most` features that tell most. `spoil` makes of words what people type without accents. The same input gives the same profile.
 */
export function learnLanguages(
  sources: readonly LanguageTexts[],
  featuresOf: (words: readonly string[]) => string[],
  spoil: (words: readonly string[], language: string) => readonly string[],
  most: number,
): LanguageProfile {
  const random = dice(7);
  const inOrder = sources.flatMap(({ texts, language }, label) =>
    Array.from({ length: samplesEach }, (): Sample => {
      const words = texts[Math.floor(random() * texts.length)] ?? [];
      const size = random() < 0.75 ? 1 + Math.floor(random() * 6) : words.length;
      const from = Math.floor(random() * Math.max(1, words.length - size + 1));
      const piece = words.slice(from, from + size);
      return { label, features: featuresOf(random() < 0.4 ? spoil(piece, language) : piece) };
    }),
  );
  const samples = inOrder
    .map((sample) => ({ sample, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map((it) => it.sample);
  const languages = sources.map((it) => it.language);
  const counts = new Map<string, number>();
  for (const { features } of samples) for (const it of features) counts.set(it, (counts.get(it) ?? 0) + 1);
  const frequent = new Set([...counts].filter(([, count]) => count >= 4).map(([feature]) => feature));
  const first = train(samples, frequent, languages.length);
  const telling = [...first]
    .map(
      ([feature, own]) =>
        [feature, (Math.max(...own) - Math.min(...own)) * Math.log(counts.get(feature) ?? 1)] as const,
    )
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([feature]) => feature)
    .sort();
  return { languages, weights: train(samples, new Set(telling), languages.length) };
}

interface Sample {
  readonly label: number;
  readonly features: readonly string[];
}

/** Stochastic gradient descent with a rate for each feature (AdaGrad). */
function train(samples: readonly Sample[], features: ReadonlySet<string>, size: number) {
  const index = new Map([...features].map((it, at) => [it, at]));
  const weights = new Float32Array(index.size * size);
  const squares = new Float32Array(index.size * size).fill(1e-4);
  const known = samples.map(({ label, features }) => ({
    label,
    own: Int32Array.from(features.flatMap((it) => index.get(it) ?? [])),
  }));
  const scores = new Float64Array(size);
  for (let round = 0; round < rounds; round += 1)
    for (const { label, own } of known) {
      if (own.length === 0) continue;
      scores.fill(0);
      for (const feature of own)
        for (let at = 0; at < size; at += 1)
          scores[at] = (scores[at] ?? 0) + (weights[feature * size + at] ?? 0);
      const highest = Math.max(...scores);
      let sum = 0;
      for (let at = 0; at < size; at += 1) sum += scores[at] = Math.exp((scores[at] ?? 0) - highest);
      for (let at = 0; at < size; at += 1) {
        const error = (scores[at] ?? 0) / sum - (at === label ? 1 : 0);
        for (const feature of own) {
          const place = feature * size + at;
          const slope = error + decay * samples.length * (weights[place] ?? 0) * 0.01;
          squares[place] = (squares[place] ?? 0) + slope * slope;
          weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(squares[place] ?? 1);
        }
      }
    }
  return new Map([...index].map(([feature, at]) => [feature, weights.slice(at * size, (at + 1) * size)]));
}

/** Numbers from 0 to 1, the same each time (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
