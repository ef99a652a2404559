import { type Locale, languageOf, type TranslationReason, unsureBelow } from '@fairlead/contract';
import { identifyLanguage } from '@fairlead/understanding';
import type { Term } from '../glossary/find-terms.ts';
import { findExactParts } from './exact-parts.ts';
import { likeness } from './likeness.ts';
import { isDenial } from './negation.ts';

/** A text, what became of it, and what is known about how that should look. */
export interface Pair {
  readonly source: string;
  readonly target: string;
  readonly from: Locale;
  readonly to: Locale;
  /** Names that stay as they are. */
  readonly keep: readonly string[];
  /** Terms of the exchange that the source uses. */
  readonly terms: readonly Term[];
  /** The target, translated back; null where nobody asked for that. */
  readonly back: string | null;
  /** Whether every mark of the protection came back once. */
  readonly whole: boolean;
}

export interface Verdict {
  /** 0 to 1; below `unsureBelow` a person has to look. */
  readonly score: number;
  readonly reasons: readonly TranslationReason[];
}

/** How much each takes away: what can cost money alone makes a translation unsure. */
const weights: Readonly<Record<TranslationReason, number>> = {
  part_missing: 0.6,
  part_doubled: 0.5,
  marks_broken: 0.5,
  numbers_differ: 0.6,
  wrong_language: 0.6,
  not_translated: 0.6,
  empty: 1,
  too_short: 0.4,
  too_long: 0.4,
  negation_lost: 0.4,
  term_missing: 0.15,
  back_differs: 0.4,
};

/** Letters below which a text tells too little of its language and length. */
const few = 14;
/** Below this share of common letters a text that was translated back says something else. */
const leastAlike = 0.35;

/** What speaks against a translation, and how far it can be trusted. Pure. */
export function checkTranslation(pair: Pair): Verdict {
  const reasons = new Set<TranslationReason>();
  if (!pair.whole) reasons.add('marks_broken');
  if (pair.target.trim() === '' && pair.source.trim() !== '') reasons.add('empty');
  else {
    for (const it of partReasons(pair)) reasons.add(it);
    for (const it of wordReasons(pair)) reasons.add(it);
  }
  const lost = [...reasons].reduce((sum, it) => sum + weights[it], 0);
  return { score: Math.round(Math.max(0, 1 - lost) * 100) / 100, reasons: [...reasons] };
}

/** Whether a person should look before anybody relies on it. */
export const isUnsure = ({ score }: Pick<Verdict, 'score'>): boolean => score < unsureBelow;

function partReasons({ source, target, from, keep }: Pair): TranslationReason[] {
  const reasons: TranslationReason[] = [];
  const parts = findExactParts(source, from, keep).map(({ start, end }) => source.slice(start, end));
  for (const part of new Set(parts.filter((it) => !isNumber(it)))) {
    const [before, after] = [occurrences(source, part), occurrences(target, part)];
    if (after < before) reasons.push('part_missing');
    if (after > before) reasons.push('part_doubled');
  }
  if (numbersIn(source) !== numbersIn(target)) reasons.push('numbers_differ');
  return reasons;
}

function wordReasons({ source, target, from, to, keep, terms, back }: Pair): TranslationReason[] {
  const reasons: TranslationReason[] = [];
  const [said, says] = [wordsOf(source, from, keep), wordsOf(target, to, keep)];
  const [long, longer] = [amountOf(said), amountOf(says)];
  if (languageOf(from) !== languageOf(to) && long >= 4 && isLeft(said.toLowerCase(), says.toLowerCase()))
    reasons.push('not_translated');
  else if (longer >= few) {
    const { language, confidence } = identifyLanguage(says);
    if (languageOf(language) !== languageOf(to) && confidence > 0.8) reasons.push('wrong_language');
  }
  if (long >= few) {
    if (longer < long * 0.4) reasons.push('too_short');
    if (longer > long * 2.8) reasons.push('too_long');
  }
  if (isDenial(said, from) && !isDenial(says, to)) reasons.push('negation_lost');
  if (terms.some((term) => !holdsTerm(target, term))) reasons.push('term_missing');
  if (back !== null && long >= few && likeness(said, wordsOf(back, from, keep)) < leastAlike)
    reasons.push('back_differs');
  return reasons;
}

/** Whether the whole, or a sentence of it that is long enough to say something, stands in the translation as it was. */
function isLeft(said: string, says: string): boolean {
  if (said === says) return true;
  return said.split(/[.!?。！？…]+/u).some((it) => amountOf(it) >= few && says.includes(it.trim()));
}

/** Languages bend their words: of longer ones the beginning is enough. */
function holdsTerm(target: string, { texts }: Term): boolean {
  const words = target.normalize('NFKC').toLowerCase();
  return texts.some((text) => {
    const term = text.normalize('NFKC').toLowerCase();
    return words.includes(/^\p{Script=Han}+$/u.test(term) || term.length < 6 ? term : term.slice(0, -2));
  });
}

/** What is left of a text to be translated: without exact parts, with single blanks. */
function wordsOf(text: string, language: Locale, keep: readonly string[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of findExactParts(text, language, keep)) {
    out += `${text.slice(from, start)} `;
    from = end;
  }
  return (out + text.slice(from)).replace(/\s+/gu, ' ').trim();
}

/** Letters, where one of a script that writes words with few of them counts as more. Of kana a word has nearly as many as of Latin letters. */
function amountOf(text: string): number {
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  return count(/\p{L}/gu) + count(/\p{Script=Han}/gu) * 2 + count(/\p{Script=Hangul}/gu) + kana * 0.3;
}

const isNumber = (part: string): boolean => /^[^\p{L}]*$/u.test(part);

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** All numbers of a text, in an order that does not depend on where they stand. Signs within them are written differently in other countries. */
function numbersIn(text: string): string {
  const numbers = text.normalize('NFKC').match(/\p{Nd}+(?:[.,:/-]\p{Nd}+)*/gu) ?? [];
  return numbers
    .map((it) => it.replace(/\P{Nd}/gu, '').replace(/\p{Nd}/gu, (digit) => asciiDigit(digit)))
    .toSorted()
    .join(' ');
}

/** Digits of every script stand in rows of ten. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  if (point < 128) return digit;
  let zero = point;
  while (zero > point - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(point - zero);
}
