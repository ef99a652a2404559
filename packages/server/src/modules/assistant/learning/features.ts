import { type Locale, languageOf } from '@fairlead/contract';
import {
  findEntities,
  foldMarks,
  type Guess,
  guessIntents,
  shippedConceptFinder,
} from '@fairlead/understanding';
import { z } from 'zod';

/** By what questions are told to be alike, in one language or in several. */
export const featuresSchema = z.object({
  /** Likeliest intents with their probabilities: the same whatever the language. */
  guesses: z.array(z.tuple([z.string(), z.number()])),
  /**
   * How much better or worse than the mean each intent fits, of length 1 together: what no intent is about has its place among them as well, the same
   * whatever the language. What an earlier release kept has none.
   */
  leanings: z.array(z.tuple([z.string(), z.number()])).default([]),
  /** Things of the glossary and the lexicon of which it speaks. */
  concepts: z.array(z.string()),
  /** Kinds of what it names, such as a network. */
  kinds: z.array(z.string()),
  language: z.string(),
  /** Runs of three letters, without marks: alike within a language only. */
  parts: z.array(z.string()),
});
export type Features = z.infer<typeof featuresSchema>;

const kept = 12;
/** Less likely says nothing. */
const least = 0.01;

/** Of a question in a language. Pure, a few milliseconds. */
export function featuresOf(text: string, locale: Locale): Features {
  const guesses = guessIntents(text);
  return {
    guesses: guesses
      .slice(0, kept)
      .filter(({ probability }) => probability >= least)
      .map(({ label, probability }) => [label, thousandths(probability)]),
    leanings: leaningsOf(guesses),
    concepts: shippedConceptFinder()(text),
    kinds: [...new Set(findEntities(text, languageOf(locale), moment).map((it) => it.kind))].sort(),
    language: languageOf(locale),
    parts: partsOf(text),
  };
}

/** Less likely is as unlikely as can be. */
const unlikely = 1e-9;
const outOfScope = 'out_of_scope';
const thousandths = (share: number) => Math.round(share * 1000) / 1000;

/** Probabilities as logarithms about their mean: how an intent fits shows far below where its probability still counts. Pure. */
function leaningsOf(guesses: readonly Guess[]): Array<[string, number]> {
  const fits = guesses
    .filter(({ label }) => label !== outOfScope)
    .map(({ label, probability }) => [label, Math.log(Math.max(probability, unlikely))] as const);
  const mean = fits.reduce((sum, [, fit]) => sum + fit, 0) / (fits.length || 1);
  const length = Math.sqrt(fits.reduce((sum, [, fit]) => sum + (fit - mean) ** 2, 0)) || 1;
  return fits.map(([label, fit]) => [label, thousandths((fit - mean) / length)]);
}

/** Kinds do not depend on when something was said. */
const moment = { now: new Date(0), timeZone: 'UTC' };

/** Runs of three letters, or of two where writing has no spaces; each once, sorted. Pure. */
export function partsOf(text: string): string[] {
  const parts = new Set<string>();
  const folded = foldMarks(text.normalize('NFKC').toLowerCase());
  for (const [word] of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    const dense =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(word);
    const characters = [...(dense ? word : `_${word}_`)];
    const size = Math.min(dense ? 2 : 3, characters.length);
    for (let at = 0; at + size <= characters.length; at += 1)
      parts.add(characters.slice(at, at + size).join(''));
  }
  return [...parts].sort();
}
