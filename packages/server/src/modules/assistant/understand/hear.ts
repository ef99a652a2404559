import { type Locale, languageOf, locales } from '@fairlead/contract';
import {
  guessIntents,
  type IntentGuesser,
  identifyLanguage,
  type Signal,
  signalsIn,
} from '@fairlead/understanding';
import { assistantWords, type WordKey, type Words } from '../assistant-words.ts';
import type { Heard } from './heard.ts';
import { slotsIn } from './slots-in.ts';

/** Buttons that the assistant offers itself: what they mean stands fast. */
const choices: ReadonlyArray<readonly [WordKey, Signal]> = [
  ['choice_helped', 'thanks'],
  ['choice_not_helped', 'not_helpful'],
  ['choice_person', 'wants_person'],
  ['none_of_these', 'not_helpful'],
];
const buttonsIn = (words: Words): ReadonlyMap<string, Signal> =>
  new Map(choices.flatMap(([key, signal]) => locales.map((locale) => [words(locale, key), signal] as const)));
const shipped = buttonsIn(assistantWords);
/** Of texts that administrators have put in their place, made once. */
const own = new WeakMap<Words, ReadonlyMap<string, Signal>>();

/** What a button means; those that were sent before somebody changed its text, too. */
function buttonOf(text: string, words: Words): Signal | undefined {
  if (words === assistantWords) return shipped.get(text);
  const made = own.get(words) ?? buttonsIn(words);
  own.set(words, made);
  return made.get(text) ?? shipped.get(text);
}

/** When and where somebody writes, and in which texts the assistant offers its buttons; left out: the shipped ones. */
export interface HearingMoment {
  readonly now: Date;
  readonly timeZone: string;
  readonly words?: Words;
}

/**
 * Understands what a customer wrote, on a page in a language, at a moment where they are; by the classifier that is live, or by another. Pure, a few
 * milliseconds.
 */
export function hear(
  text: string,
  page: Locale,
  { words = assistantWords, ...moment }: HearingMoment,
  guess: IntentGuesser = guessIntents,
): Heard {
  const button = buttonOf(text.trim(), words);
  if (button) return { text, locale: page, guesses: [], signals: new Set([button]), slots: {} };
  const locale = localeOf(text, page);
  return {
    text,
    locale,
    guesses: guess(text),
    signals: signalsIn(text),
    slots: slotsIn(text, { locale, ...moment }),
  };
}

/** In which language somebody is answered: theirs, in the page's form of it where both are one language. */
export function localeOf(text: string, page: Locale): Locale {
  const { language } = identifyLanguage(text, page);
  return languageOf(language) === languageOf(page) ? page : language;
}
