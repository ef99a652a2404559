import { bestWindow } from './best-window.ts';
import { type Match, MatchFinder } from './find-matches.ts';
import { bodyField, fields, type HeldDocument } from './held-document.ts';
import { excerptWidth, makeExcerpt } from './make-excerpt.ts';
import { makeFragments } from './make-fragments.ts';
import { neighbouringMass } from './neighbouring-mass.ts';
import { planSearch } from './plan-search.ts';
import { inOrder, rankDocuments } from './rank-documents.ts';
import { scoreDocuments } from './score-documents.ts';
import type { SearchHit } from './search-types.ts';
import type { TranslationIndex } from './translation-index.ts';

/** So many of the best are looked at closely, more where more are shown. */
const looked = 30;
/** How much it counts at most that what was asked for stands together, within a piece of text as long as an excerpt. */
const togetherness = 1;
/** How much it counts at most that words which were asked for side by side stand so. */
const neighbouring = 0.6;
/** So many times more in title, summary, headings or tags. */
const togetherInFront = 1.5;

/** What is wanted of one language. */
export interface Wish {
  readonly text: string;
  readonly limit: number;
  readonly category: string | undefined;
  readonly accept: (held: HeldDocument) => boolean;
}

/** What was found in one language. */
export interface Findings {
  readonly hits: SearchHit[];
  /** How many in each category, the wished one or not. */
  readonly counts: ReadonlyMap<string, number>;
  readonly corrected?: string;
}

/** Searches the translations of one language. */
export function findTranslations(locale: string, index: TranslationIndex, wish: Wish): Findings {
  const { clauses, corrected } = planSearch(wish.text, index);
  const scores = scoreDocuments(clauses, index);
  const most = Math.max(looked, wish.limit);
  const { best, counts } = rankDocuments(scores, index, index.titled(wish.text), { ...wish, most });
  const finder = new MatchFinder(clauses, index.vocabulary);
  const width = excerptWidth(index.vocabulary.language);
  const hits = best
    .map(({ held, score }) => {
      const matches = finder.find(held);
      return { held, matches, score: score * closeness(matches, scores.masses, width) * held.weight };
    })
    .sort(inOrder)
    .slice(0, wish.limit)
    .map(({ held, matches, score }) => ({
      id: held.id,
      locale,
      score,
      title: makeFragments(
        held.texts[0] ?? '',
        0,
        (held.texts[0] ?? '').length,
        matches.filter((it) => it.field === 0),
      ),
      excerpt: makeExcerpt(held, matches, scores.masses, width),
    }));
  return corrected === undefined ? { hits, counts } : { hits, counts, corrected };
}

/** A factor from 1: greater, the more of what was asked for stands together somewhere, best where an article says what it is about. */
function closeness(matches: readonly Match[], masses: readonly number[], width: number): number {
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  if (all === 0) return 1;
  const together = fields.map(
    (_, field) =>
      (bestWindow(matches, field, masses, width)?.mass ?? 0) * (field === bodyField ? 1 : togetherInFront),
  );
  return 1 + (togetherness * Math.max(...together) + neighbouring * neighbouringMass(matches, masses)) / all;
}
