import { analyseWord } from './analyse-word.ts';
import { kinds } from './character-kind.ts';
import type { QueryWord } from './query-word.ts';
import { isQuestionWord } from './question-words.ts';
import type { Group } from './search-plan.ts';
import type { TranslationIndex } from './translation-index.ts';
import { syllablePairs } from './vocabulary.ts';
import { wordBreaks } from './word-breaks.ts';

/** A clause in the making, for a piece of the request. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  weight: number;
  /** Whether it is two neighbours of Han or kana. */
  readonly isPair: boolean;
  readonly groups: Group[];
}

/** What counts less than the word that was typed. */
const weights = {
  /** A longer word, where the typed one is a whole word too, and where it is none. */
  longerToo: 0.4,
  longer: 0.8,
  /** A term of the glossary that the typed letters begin. */
  begun: 0.5,
  correction: 0.6,
  joined: 0.9,
  /** Two characters of two words, and of two words of one character each, which may be a word that the dictionary lacks. */
  acrossWords: 0.2,
  acrossCharacters: 0.6,
  /** A Korean word of three syllables and more as a whole; its pairs of syllables share the rest. */
  wholeWord: 0.5,
  /** A word that only asks, beside those that say after what. */
  asks: 0.3,
};
const mostBegunConcepts = 4;

/** What each word of a request finds by its letters. */
export function draftWords(words: readonly QueryWord[], text: string, index: TranslationIndex): Draft[] {
  const drafts: Draft[] = [];
  for (const [place, word] of words.entries()) {
    const { kind, start, end, term } = word;
    if (kind === kinds.han) continue;
    const groups = [
      termGroup([term], 1, index),
      ...longerGroups(word, index),
      termGroup(
        word.corrections.map((it) => it.term),
        weights.correction,
        index,
      ),
      ...joinedGroups(words, place, text, index),
    ];
    const pairs = kind === kinds.hangul ? syllablePairs(term) : [];
    const worth = isQuestionWord(text.slice(start, end), index.vocabulary.language) ? weights.asks : 1;
    drafts.push({
      start,
      end,
      weight: worth * (pairs.length > 0 ? weights.wholeWord : 1),
      isPair: false,
      groups,
    });
    for (const pair of pairs)
      drafts.push({
        start: -1,
        end: -1,
        weight: (worth * (1 - weights.wholeWord)) / pairs.length,
        isPair: false,
        groups: [partGroup(pair, index)],
      });
  }
  return [...drafts, ...draftHan(words, text, index)];
}

function longerGroups(word: QueryWord, index: TranslationIndex): Group[] {
  const { longer, term } = word;
  if (longer.length === 0) return [];
  const isWhole = index.postings.count(index.vocabulary.findTerm(term)) > 0;
  const begun = word.end - word.start > 1 ? longer.flatMap((it) => index.glossary.conceptsOf(it)) : [];
  return [
    termGroup(longer, isWhole ? weights.longerToo : weights.longer, index),
    ...[...new Set(begun)]
      .slice(0, mostBegunConcepts)
      .map((concept) => index.glossary.group(concept, '', weights.begun)),
  ];
}

/** `log in` finds `login`. */
function joinedGroups(
  words: readonly QueryWord[],
  place: number,
  text: string,
  index: TranslationIndex,
): Group[] {
  return [place - 1, place].flatMap((at) => {
    const [one, two] = [words[at], words[at + 1]];
    if (!one || !two || one.kind > kinds.other || two.kind > kinds.other) return [];
    if (!/^[ -]$/.test(text.slice(one.end, two.start))) return [];
    const joined = (text.slice(one.start, one.end) + text.slice(two.start, two.end)).toLowerCase();
    const { term } = analyseWord(
      joined,
      Math.max(one.kind, two.kind) as QueryWord['kind'],
      index.vocabulary.language,
    );
    return [termGroup([term], weights.joined, index)];
  });
}

/** Pairs of neighbours in runs of Han and kana; a character that stands alone. */
function draftHan(words: readonly QueryWord[], text: string, index: TranslationIndex): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]?.kind !== kinds.han) continue;
    const run: QueryWord[] = [];
    for (let word = words[at]; word?.kind === kinds.han; word = words[at]) {
      const previous = run.at(-1);
      if (previous && previous.end !== word.start) break;
      run.push(word);
      at += 1;
    }
    at -= 1;
    drafts.push(...draftRun(run, text, index));
  }
  return drafts;
}

function draftRun(run: readonly QueryWord[], text: string, index: TranslationIndex): Draft[] {
  const [first] = run;
  if (!first) return [];
  if (run.length === 1)
    return [
      {
        start: first.start,
        end: first.end,
        weight: 1,
        isPair: false,
        groups: [termGroup([first.term], 1, index)],
      },
    ];
  const end = run.at(-1)?.end ?? first.end;
  const { language } = index.vocabulary;
  const breaks = wordBreaks(text.slice(first.start, end), language).map((it) => it + first.start);
  /** Whether a place is within a word that only asks. */
  const asks = (place: number): boolean =>
    breaks.some((begin, at) => {
      const over = breaks[at + 1] ?? begin;
      return begin < place && place < over && isQuestionWord(text.slice(begin, over), language);
    });
  return run.slice(1).map((word, place) => {
    const before = run[place] ?? first;
    const groups = [pairGroup(before, word, index)];
    return {
      start: before.start,
      end: word.end,
      weight: pairWeight(before, word, breaks) * (asks(word.start) ? weights.asks : 1),
      isPair: true,
      groups,
    };
  });
}

function pairWeight(before: QueryWord, word: QueryWord, breaks: readonly number[]): number {
  if (!breaks.includes(word.start)) return 1;
  const alone = breaks.includes(before.start) && breaks.includes(word.end);
  return alone ? weights.acrossCharacters : weights.acrossWords;
}

/** Terms of which any will do, those that no text holds left out. */
function termGroup(
  names: readonly string[],
  weight: number,
  { vocabulary, postings }: TranslationIndex,
): Group {
  const terms = [...new Set(names)].map((name) => vocabulary.findTerm(name));
  const held = terms.filter((term) => postings.count(term) > 0);
  return {
    weight,
    variants: held.map((term) => ({ term, weight: 1 })),
    phrases: held.map((term) => ({ words: [term], part: '' })),
  };
}

/** Two neighbouring characters. */
function pairGroup(before: QueryWord, word: QueryWord, { vocabulary }: TranslationIndex): Group {
  const words = [vocabulary.findTerm(before.term), vocabulary.findTerm(word.term)];
  const term = vocabulary.findTerm(before.term + word.term);
  return { weight: 1, variants: [{ term, weight: 1 }], phrases: [{ words, part: '' }] };
}

/** A part of a Korean word. */
const partGroup = (part: string, { vocabulary }: TranslationIndex): Group => ({
  weight: 1,
  variants: [{ term: vocabulary.findTerm(part), weight: 1 }],
  phrases: [{ words: [], part }],
});
