import type { Recovery } from '@fairlead/contract';

const open: ReadonlySet<Recovery['state']> = new Set(['proving', 'review', 'second', 'cooling']);

/** Recoveries in their order, those that are open for the same account together at the place of the first. Pure. */
export function groupRivals(recoveries: readonly Recovery[]): Recovery[][] {
  const groups = new Map<string, Recovery[]>();
  for (const it of recoveries) {
    const key = open.has(it.state) ? it.uid : it.id;
    groups.set(key, [...(groups.get(key) ?? []), it]);
  }
  return [...groups.values()];
}
