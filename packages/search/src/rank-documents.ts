import type { HeldDocument } from './held-document.ts';
import type { Scores } from './score-documents.ts';
import type { TranslationIndex } from './translation-index.ts';

/** Below this share of the best score a document only happens to hold one of the words. */
const leastShare = 0.25;
/** So much of the best score is added for a title that is exactly what was typed: more than anything else can add. */
const titleBonus = 3;

/** A document with its score. */
export interface Ranked {
  readonly held: HeldDocument;
  readonly score: number;
}

/** The best, in order, and how many were found in each category. */
export interface Ranking {
  readonly best: readonly Ranked[];
  readonly counts: ReadonlyMap<string, number>;
}

/** Puts what may be seen in order: so many of the best of a category, or of all; the others are counted only. */
export function rankDocuments(
  { found, totals }: Scores,
  index: TranslationIndex,
  titled: ReadonlySet<number>,
  wish: { accept: (held: HeldDocument) => boolean; category?: string | undefined; most: number },
): Ranking {
  let top = 0;
  for (const number of found) {
    const total = totals[number] ?? 0;
    const held = total > top ? index.document(number) : undefined;
    if (held && wish.accept(held)) top = total;
  }
  const best: Ranked[] = [];
  const counts = new Map<string, number>();
  for (const number of found) {
    const total = totals[number] ?? 0;
    const held = total >= top * leastShare || titled.has(number) ? index.document(number) : undefined;
    if (!held || !wish.accept(held)) continue;
    counts.set(held.category, (counts.get(held.category) ?? 0) + 1);
    if (wish.category === undefined || held.category === wish.category)
      keep(best, { held, score: total + (titled.has(number) ? titleBonus * top : 0) }, wish.most);
  }
  return { best, counts };
}

/** Greater scores first; equal ones in an order that does not depend on when they were added. */
export const inOrder = (a: Ranked, b: Ranked): number =>
  b.score - a.score || (a.held.id < b.held.id ? -1 : 1);

/** Puts one in its place among the best so far, of which no more than so many are kept. */
function keep(best: Ranked[], ranked: Ranked, most: number): void {
  const last = best.at(-1);
  if (best.length >= most && last && inOrder(ranked, last) > 0) return;
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = best[middle];
    if (other && inOrder(other, ranked) < 0) low = middle + 1;
    else high = middle;
  }
  best.splice(low, 0, ranked);
  if (best.length > most) best.pop();
}
