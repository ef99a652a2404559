import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locale } from '@fairlead/contract';
import { rememberLast } from '../remember-last.ts';
import { hanFeatures, latinFeatures } from './language-features.ts';
import { type KeptProfile, type LanguageProfile, readProfile, scoreLanguages } from './language-profile.ts';
import { languageWords } from './language-words.ts';

/** Where lies what was learned from texts (`npm run train:languages`). */
export const languageProfileFile = fileURLToPath(new URL('../../model/languages.json', import.meta.url));

export interface IdentifiedLanguage {
  readonly language: Locale;
  /** How sure that is, 0 to 1; 0 where the text tells nothing, and the language is the hint's or English. */
  readonly confidence: number;
}

/** Scripts that one language served here is written in. */
const ownScripts: ReadonlyArray<readonly [Locale, RegExp]> = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ar', /\p{Script=Arabic}/gu],
];
/** How much the hint weighs: as much as a few letters that tell. */
const hintWeight = 1.6;
/** A character of a script that writes words with few of them counts as so many letters. */
const dense = 3;

let held: { latin: LanguageProfile; han: LanguageProfile } | undefined;

/**
 * The language in which a customer writes, of those that are served: by script where that tells, else by what was learned from texts. Links, ids, numbers, tickers
 * and words that are the same everywhere do not count. The `hint`, the page's language, decides what the text leaves open. Pure, but that what was learned is
 * read at the first call.
 */
export function identifyLanguage(text: string, hint?: Locale): IdentifiedLanguage {
  if (text.length > longestRemembered) return identify(text, hint);
  const key = hint ?? '';
  const known = lately.get(key) ?? rememberLast((it: string) => identify(it, hint));
  lately.set(key, known);
  return known(text);
}

/** What is longer is rare, and would be a lot to keep. */
const longestRemembered = 2_000;
/** By the hint. */
const lately = new Map<string, (text: string) => IdentifiedLanguage>();

function identify(text: string, hint: Locale | undefined): IdentifiedLanguage {
  held ??= load();
  const words = languageWords(text);
  const letters = words.join('');
  const amount = (script: RegExp) => letters.match(script)?.length ?? 0;
  const kana = amount(/(?!の)[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = amount(/\p{Script=Han}/gu);
  const shares: Array<readonly [Locale | 'han' | 'latin', number]> = [
    ['ja', dense * (isJapanese(kana, han) ? kana + han : 0)],
    ['han', dense * (isJapanese(kana, han) ? 0 : han)],
    ['latin', amount(/\p{Script=Latin}/gu)],
    ...ownScripts.map(
      ([language, script]) => [language, amount(script) * (language === 'ko' ? dense : 1)] as const,
    ),
  ];
  const all = shares.reduce((sum, [, share]) => sum + share, 0);
  if (all === 0) return { language: hint ?? 'en', confidence: 0 };
  const [most, share] = shares.reduce((a, b) => (b[1] > a[1] ? b : a));
  if (most === 'han') return chosen(held.han, hanFeatures(words), hint, share / all);
  if (most === 'latin') {
    const own = words.filter((it) => /\p{Script=Latin}/u.test(it));
    return chosen(held.latin, latinFeatures(own), hint, share / all);
  }
  return { language: most, confidence: share / all };
}

/** Japanese mixes Chinese characters with kana; Chinese traders write a の at most, which is not counted. */
const isJapanese = (kana: number, han: number) => kana > 0 && kana * 10 > han;

function chosen(
  profile: LanguageProfile,
  features: readonly string[],
  hint: Locale | undefined,
  share: number,
): IdentifiedLanguage {
  const { scores, known } = scoreLanguages(profile, features);
  const languages = profile.languages as readonly Locale[];
  if (known === 0 && hint && languages.includes(hint)) return { language: hint, confidence: 0 };
  const weighed = scores.map((score, at) => score + (languages[at] === hint ? hintWeight : 0));
  const highest = Math.max(...weighed);
  const sum = weighed.reduce((total, it) => total + Math.exp(it - highest), 0);
  return { language: languages[weighed.indexOf(highest)] ?? 'en', confidence: share / sum };
}

function load() {
  const { latin, han } = JSON.parse(readFileSync(languageProfileFile, 'utf8')) as Record<
    'latin' | 'han',
    KeptProfile
  >;
  return { latin: readProfile(latin), han: readProfile(han) };
}
