import type { Guess } from '@fairlead/understanding';
import { type Passage, passageKey } from './passage.ts';
import type { FoundPassage } from './passage-finder.ts';

/** An article that may answer. */
export interface RankedArticle {
  readonly articleId: string;
  readonly intents: readonly string[];
  /** 0 to 1: how well its words fit, the best being 1, and how likely its intents are; and both together. */
  readonly fit: number;
  readonly likely: number;
  readonly score: number;
  /** Those to answer from: the best first. */
  readonly passages: readonly Passage[];
}

/** An article as ranking needs it. */
export interface Rankable {
  readonly id: string;
  readonly intents: readonly string[];
  /** All of it, in its order. */
  readonly passages: readonly Passage[];
}

/** Of two articles whose words fit alike, the one whose intent is meant goes first, and much the other way round. */
const weightOfIntent = 0.6;
/** What begins an article says what it is about, and steps what to do: ahead of other passages whose words fit no better than by this. */
const ahead = { lead: 0.35, steps: 0.2 };

/**
 * Articles of which words or intents fit, the best first, and the passages of each, the best first. Pure.
 */
export function rankArticles(
  found: readonly FoundPassage[],
  guesses: readonly Guess[],
  articles: ReadonlyMap<string, Rankable>,
): RankedArticle[] {
  const likely = new Map(guesses.map((it) => [it.label, it.probability]));
  const words = new Map(found.map((it) => [passageKey(it.passage), it.score]));
  return [...articles.values()]
    .map(({ id, intents, passages }): RankedArticle => {
      const own = (it: Passage) => words.get(passageKey(it)) ?? 0;
      const fit = Math.max(0, ...passages.map(own));
      const intent = Math.max(0, ...intents.map((it) => likely.get(it) ?? 0));
      const worth = (it: Passage) =>
        own(it) + (it.at === 0 ? ahead.lead : 0) + (it.hasSteps ? ahead.steps : 0);
      return {
        articleId: id,
        intents,
        fit,
        likely: intent,
        score: weightOfIntent * intent + (1 - weightOfIntent) * fit,
        passages: passages.toSorted((a, b) => worth(b) - worth(a)),
      };
    })
    .filter((it) => it.score > 0.05 && it.passages.length > 0)
    .sort((a, b) => b.score - a.score);
}
