import type { Direction } from './alike.ts';

/** How the cosines of an embeddings model are read: as a likeness, and how much that counts beside the likeness of parts, which counts one. */
export interface MeaningReading {
  readonly weight: number;
  readonly slope: number;
  readonly offset: number;
}

/**
 * Joins groups that are alike, always the two that are most alike of all, until none is as much alike as `least`: average linkage. Groups are as much
 * alike as their members are on average. Those of `standing` do not join each other; those of `fresh` join one of them, or one another. Answers for
 * each of `fresh` where it ended: the place of one of `standing`, or else `standing.length` and more, the same for those that are together. The
 * same groups in the same order give the same. Pure.
 */
export function joinGroups(
  standing: readonly Direction[],
  fresh: readonly Direction[],
  least: number,
  reading: MeaningReading | null = null,
): number[] {
  const all = [...standing, ...fresh];
  const first = standing.length;
  const rows = likenesses(all, first);
  if (reading) for (const [at, row] of rows.entries()) readMeaning(row, all[first + at], all, reading);
  const counts = all.map((it) => it.count);
  const into = all.map((_, at) => at);
  const gone = new Uint8Array(all.length);
  const nearest = fresh.map((_, at) => nearestOf(at));

  for (;;) {
    let best = -1;
    for (const [at, { likeness }] of nearest.entries())
      if (!gone[first + at] && likeness > (nearest[best]?.likeness ?? Number.NEGATIVE_INFINITY)) best = at;
    const found = nearest[best];
    if (!found || found.likeness < least) break;
    // No group is more like those that join than it was to either: what was found before is as much as it can be, and is looked at again when its turn comes.
    if (gone[found.to] || rows[best]?.[found.to] !== found.likeness) {
      nearest[best] = nearestOf(best);
      continue;
    }
    // The one that stands, or else that came first, goes on.
    join(Math.min(first + best, found.to), Math.max(first + best, found.to));
  }
  return fresh.map((_, at) => rootOf(first + at));

  function join(kept: number, lost: number): void {
    const [many = 0, few = 0] = [counts[kept], counts[lost]];
    gone[lost] = 1;
    into[lost] = kept;
    counts[kept] = many + few;
    const keptRow = rows[kept - first];
    for (const [at, row] of rows.entries()) {
      const self = first + at;
      if (gone[self] || self === kept) continue;
      const likeness = ((row[kept] ?? 0) * many + (row[lost] ?? 0) * few) / (many + few);
      row[kept] = likeness;
      if (keptRow) keptRow[self] = likeness;
    }
    if (!keptRow) return;
    // Those that stand are compared with fresh ones only, and lie in their rows.
    const lostRow = rows[lost - first];
    for (let at = 0; at < first; at += 1)
      keptRow[at] = ((keptRow[at] ?? 0) * many + (lostRow?.[at] ?? 0) * few) / (many + few);
  }

  function nearestOf(at: number): { to: number; likeness: number } {
    const row = rows[at];
    let [to, likeness] = [-1, Number.NEGATIVE_INFINITY];
    for (let other = 0; other < all.length; other += 1) {
      if (gone[other] || other === first + at) continue;
      const value = row?.[other] ?? 0;
      if (value > likeness) [to, likeness] = [other, value];
    }
    return { to, likeness };
  }

  function rootOf(at: number): number {
    let root = at;
    while (into[root] !== root) root = into[root] ?? root;
    return root;
  }
}

/** How much alike each from `first` on is to all: a row for each. What few have is looked up, and not compared one with each. */
function likenesses(all: readonly Direction[], first: number): Float64Array[] {
  const holders = new Map<string, { places: number[]; values: number[] }>();
  for (const [place, { parts, count }] of all.entries())
    for (const [key, value] of parts) {
      const of = holders.get(key) ?? { places: [], values: [] };
      if (of.places.length === 0) holders.set(key, of);
      of.places.push(place);
      of.values.push(value / count);
    }
  return all.slice(first).map(({ parts, count }) => {
    const row = new Float64Array(all.length);
    for (const [key, value] of parts) {
      const of = holders.get(key);
      if (of) addTo(row, of, value / count);
    }
    return row;
  });
}

function addTo(row: Float64Array, of: { places: number[]; values: number[] }, value: number): void {
  const { places, values } = of;
  for (let at = 0; at < places.length; at += 1)
    (row[places[at] as number] as number) += value * (values[at] as number);
}

/** Has what an embeddings model says count where it told of both. */
function readMeaning(
  row: Float64Array,
  one: Direction | undefined,
  all: readonly Direction[],
  { weight, slope, offset }: MeaningReading,
): void {
  const own = one?.meaning;
  if (!own) return;
  for (const [at, { meaning }] of all.entries()) {
    if (!meaning) continue;
    let product = 0;
    for (let place = 0; place < own.sum.length; place += 1)
      product += (own.sum[place] as number) * (meaning.sum[place] as number);
    const likeness = slope * (product / (own.count * meaning.count)) + offset;
    row[at] = ((row[at] ?? 0) + weight * likeness) / (1 + weight);
  }
}
