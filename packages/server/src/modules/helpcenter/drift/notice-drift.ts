import type { Gate } from '../facts/gates.ts';
import type { Fact } from '../facts/live-facts.ts';

/** What is watched: figures, and whether networks are open. */
export type Watched = Fact | Gate;
export type WatchedSheet = ReadonlyMap<string, { readonly fact: Watched; readonly asOf: Date }>;

/** Something that is another than it was. */
export interface Drift {
  readonly name: string;
  readonly before: Watched;
  readonly after: Watched;
}

/** Whether two figures are the same; those from the database have their keys in another order. */
export function isSameFact(a: Watched, b: Watched | undefined): boolean {
  switch (a.kind) {
    case 'amount':
      return b?.kind === 'amount' && a.amount === b.amount && a.asset === b.asset;
    case 'count':
      return b?.kind === 'count' && a.count === b.count;
    case 'percent':
      return b?.kind === 'percent' && a.percent === b.percent;
    case 'gate':
      return b?.kind === 'gate' && a.open === b.open;
  }
}

/**
 * Which figures differ from those that were seen last. A sheet may hold older ones, while the exchange does not answer after a start: those say
 * nothing, and neither do figures that are new or missing. What has two names, with and without its only network, is told once. Pure.
 */
export function driftsOf(known: WatchedSheet, now: WatchedSheet): Drift[] {
  const changed = [...now].flatMap(([name, { fact, asOf }]): Drift[] => {
    const before = known.get(name);
    if (!before || asOf < before.asOf || isSameFact(before.fact, fact)) return [];
    return [{ name, before: before.fact, after: fact }];
  });
  return changed.filter(
    (it) =>
      !changed.some(
        (short) =>
          it.name.startsWith(`${short.name}.`) &&
          isSameFact(short.before, it.before) &&
          isSameFact(short.after, it.after),
      ),
  );
}
