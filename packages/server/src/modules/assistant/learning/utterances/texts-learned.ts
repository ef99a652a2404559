import { type Locale, languageOf } from '@fairlead/contract';
import { readHeldOut, readUtterances } from '@fairlead/understanding';
import { type KnownTexts, knownTexts } from './utterance-rules.ts';

interface Texts {
  readonly heldOut: KnownTexts;
  readonly learned: KnownTexts;
}

const held = new Map<string, Texts>();

/** What came along in a language: learned from, and held out. Read once. */
export function textsLearned(locale: Locale): Texts {
  const language = languageOf(locale);
  const known = held.get(language);
  if (known) return known;
  const of = (all: ReadonlyArray<{ text: string; locale: string }>) =>
    knownTexts(all.filter((it) => languageOf(it.locale as Locale) === language).map((it) => it.text));
  const texts = { heldOut: of(readHeldOut()), learned: of(readUtterances()) };
  held.set(language, texts);
  return texts;
}
