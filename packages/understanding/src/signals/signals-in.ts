import { hiddenText } from './hidden-text.ts';
import { type Phrase, phraseFinder } from './phrase-finder.ts';
import { plainWords } from './plain-words.ts';
import { isShouted } from './shouting.ts';
import type { Signal, SignalPhrases } from './signal.ts';
import { typingErrors } from './typing-errors.ts';
import { allWords } from './words/all-words.ts';

interface Meaning {
  readonly signal: Signal;
  /** It looks like the signal and is not. */
  readonly unless: boolean;
  /** One of two that say it together: the pair, and which of the two. */
  readonly half?: { readonly pair: symbol; readonly first: boolean };
}

/** What says that something else was stolen does not say that the account was. */
const deniedBy: Readonly<Partial<Record<Signal, Signal>>> = { account_stolen: 'other_stolen' };

let held: ReturnType<typeof load> | undefined;

/**
 * What a message says besides its matter, whatever its language. Pure; reads at most 2,000 characters. A phrase that is denied ("no need for a
 * human") is none. What was hidden in Base64 counts for `injection` alone.
 */
export function signalsIn(text: string): ReadonlySet<Signal> {
  held ??= load();
  const words = held.mend(plainWords(text));
  const found = new Set<Signal>(held.whole.get(held.withoutCivilities(words)));
  const phrases = held.find(words);
  const denied = (signal: Signal) =>
    phrases.filter(({ meaning: it }) =>
      it.unless ? it.signal === signal : it.signal === deniedBy[signal] && !it.half,
    );
  const firsts = new Map<symbol, Set<boolean>>();
  for (const { meaning, start, end } of phrases) {
    const { signal, half } = meaning;
    if (meaning.unless || found.has(signal) || denied(signal).some((it) => it.start < end && start < it.end))
      continue;
    const halves = half && (firsts.get(half.pair) ?? new Set<boolean>()).add(half.first);
    if (half && halves) firsts.set(half.pair, halves);
    if (!halves || halves.size === 2) found.add(signal);
  }
  for (const hidden of hiddenText(text))
    for (const { meaning } of held.find(plainWords(hidden)))
      if (meaning.signal === 'injection' && !meaning.unless) found.add('injection');
  if (isShouted(text) && !found.has('thanks') && !found.has('greeting')) found.add('angry');
  return found;
}

function load() {
  const phrases: Array<Phrase<Meaning>> = [];
  const whole = new Map<string, Signal[]>();
  const civil: string[] = [];
  const people: string[] = [];
  for (const { civil: civilities, people: own, ...words } of allWords) {
    people.push(...phrasesOf(own).map((it) => plainWords(it).trim()));
    civil.push(...phrasesOf(civilities).map((it) => plainWords(it).trim()));
    for (const [signal, { says = '', together = [], unless = '' }] of Object.entries(words) as Array<
      [Signal, SignalPhrases]
    >) {
      for (const written of phrasesOf(says).flatMap(atEveryAge))
        if (written.startsWith('=')) {
          const key = plainWords(written).trim();
          whole.set(key, [...(whole.get(key) ?? []), signal]);
        } else phrases.push({ written, meaning: { signal, unless: false } });
      for (const lists of together) {
        const pair = Symbol(signal);
        for (const [at, list] of lists.entries())
          for (const written of phrasesOf(list))
            phrases.push({ written, meaning: { signal, unless: false, half: { pair, first: at === 0 } } });
      }
      for (const written of phrasesOf(unless)) phrases.push({ written, meaning: { signal, unless: true } });
    }
  }
  // To make a text plain costs more than all else here: what several phrases have in common is made so once.
  const known = new Set([...whole.keys(), ...civil].flatMap((it) => it.split(' ')));
  const made = new Map<string, string>();
  const plain = (part: string) => {
    const words = made.get(part) ?? plainWords(part);
    if (!made.has(part)) for (const word of words.split(' ')) known.add(word);
    made.set(part, words);
    return words;
  };
  const find = phraseFinder(phrases, plain);
  return {
    find,
    whole,
    mend: typingErrors(people, known),
    withoutCivilities: withoutWords(civil),
  };
}

/** Whoever says that they are so old needs care where there is trouble. In years. */
const [old, oldest] = [70, 95];

/** A phrase that names an age, once for each. */
const atEveryAge = (phrase: string): string[] =>
  phrase.includes('#')
    ? Array.from({ length: oldest - old + 1 }, (_, above) => phrase.replace('#', String(old + above)))
    : [phrase];

const phrasesOf = (list: string) =>
  list
    .split('|')
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** Takes words and signs out of plain words, wherever they stand. */
function withoutWords(all: readonly string[]) {
  const longestFirst = all.toSorted((a, b) => b.length - a.length).join('|');
  const spaced = new RegExp(`(?<= )(?:[.,]|${longestFirst})(?= )`, 'gu');
  const joined = new RegExp(
    all.filter((it) => /^[^\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(it)).join('|') || '(?!)',
    'gu',
  );
  return (words: string): string =>
    words.length > 80 ? '' : words.replace(spaced, '').replace(joined, '').replace(/ +/g, ' ').trim();
}
