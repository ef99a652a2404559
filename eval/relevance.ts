/** How good an order of results is, by grades from 0 (of no use) to 3 (the answer). Results without a grade are of no use. */
export type Grades = Readonly<Record<string, number>>;

const considered = 10;

/** nDCG@10: from 0 to 1, where 1 is the best order that there can be. Each place counts less than the one before. */
export function gainOf(results: readonly string[], grades: Grades): number {
  const discounted = (ordered: readonly number[]) =>
    ordered
      .slice(0, considered)
      .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
  const best = discounted(Object.values(grades).toSorted((a, b) => b - a));
  return best === 0 ? 0 : discounted(results.map((id) => grades[id] ?? 0)) / best;
}

/** MRR@10: one divided by the place of the first result of any use; 0 when there is none among the first ten. */
export function reciprocalRank(results: readonly string[], grades: Grades): number {
  const place = results.slice(0, considered).findIndex((id) => (grades[id] ?? 0) > 0);
  return place < 0 ? 0 : 1 / (place + 1);
}

/** The mean; 0 of nothing. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
