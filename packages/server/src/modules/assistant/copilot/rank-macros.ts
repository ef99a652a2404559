import { categoryOfIntent, type Locale, type Macro, topCategoryOf } from '@fairlead/contract';
import { createSearcher, type Searcher } from '@fairlead/search';
import { type Guess, guessIntents } from '@fairlead/understanding';
import type { SearchWords } from '../../helpcenter/index.ts';
import type { Heard } from '../understand/heard.ts';
import { intentOf, probable } from './matter.ts';

/** A macro that may answer, and why. */
export interface RankedMacro {
  readonly macro: Macro;
  /** 0 to 1. */
  readonly score: number;
  readonly why: 'intent' | 'words';
  readonly intent: string | null;
}

/** Ranks macros by what customers ask. */
export interface MacroRanker {
  /** Of these macros those that may answer, the best first. */
  rank(macros: readonly Macro[], heard: Heard): RankedMacro[];
}

const most = 3;
/** As with articles, what is meant counts more than the words. */
const weightOfIntent = 0.6;
/** Below this it fits by chance. */
const fits = 0.25;
/** Macros that are kept at hand. */
const heldAtMost = 2_000;

const fieldOf = (intent: string) => topCategoryOf(categoryOfIntent(intent));

interface Held {
  readonly updatedAt: string;
  readonly locales: readonly Locale[];
  /** What it seems to answer. */
  readonly guess: Guess | undefined;
}

/** Holds the macros that it was shown, by their words and by what they seem to answer, and reads anew those that were changed. */
export function createMacroRanker(words: SearchWords): MacroRanker {
  const held = new Map<string, Held>();
  let searcher: Searcher = createSearcher({ glossary: words.current() });
  const forget = () => {
    held.clear();
    searcher = createSearcher({ glossary: words.current() });
  };
  words.onChange(forget);

  function hold(macro: Macro): Held {
    const before = held.get(macro.id);
    if (before?.updatedAt === macro.updatedAt) return before;
    for (const locale of before?.locales ?? []) searcher.remove(macro.id, locale);
    const texts = Object.entries(macro.texts) as Array<[Locale, string]>;
    for (const [locale, body] of texts)
      searcher.put({
        id: macro.id,
        locale,
        title: macro.name,
        summary: '',
        headings: [],
        body,
        tags: [],
        category: macro.folder,
      });
    const said = macro.texts.en ?? texts[0]?.[1] ?? '';
    const now = {
      updatedAt: macro.updatedAt,
      locales: texts.map(([locale]) => locale),
      guess: guessIntents(`${macro.name}\n${said}`).find((it) => it.label !== 'out_of_scope'),
    };
    held.set(macro.id, now);
    return now;
  }

  return {
    rank(macros, heard) {
      const { text, locale, guesses } = heard;
      const asked = intentOf(heard);
      if (!asked) return [];
      if (held.size > heldAtMost) forget();
      const mine = new Map(macros.map((it) => [it.id, hold(it)]));
      const { hits } = searcher.search({
        text,
        locale,
        fallbackLocales: ['en', 'zh-CN'],
        limit: 20,
        filter: (id) => mine.has(id),
      });
      const best = hits[0]?.score ?? 1;
      const byWords = new Map(hits.map((it) => [it.id, Math.min(1, it.score / best)]));
      const likely = new Map(guesses.map((it) => [it.label, it.probability]));
      return macros
        .map((macro): RankedMacro => {
          const guess = mine.get(macro.id)?.guess;
          const meant = guess && guess.probability >= probable ? (likely.get(guess.label) ?? 0) : 0;
          const score = weightOfIntent * meant + (1 - weightOfIntent) * (byWords.get(macro.id) ?? 0);
          const byIntent = guess !== undefined && meant >= probable;
          // Words alone prove little: it must be about the same field.
          const near = guess !== undefined && fieldOf(guess.label) === fieldOf(asked);
          return {
            macro,
            score: near ? score : 0,
            why: byIntent ? 'intent' : 'words',
            intent: byIntent ? guess.label : null,
          };
        })
        .filter((it) => it.score >= fits)
        .toSorted((a, b) => b.score - a.score || b.macro.uses - a.macro.uses)
        .slice(0, most);
    },
  };
}
