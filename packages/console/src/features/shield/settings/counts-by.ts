import type { RemovedCount } from '@fairlead/contract';

export const groupings = ['kind', 'channel', 'locale', 'week'] as const;
export type Grouping = (typeof groupings)[number];

/** What was removed, and held back, of one kind, in one channel, and so on. */
export interface GroupCount {
  readonly key: string;
  readonly count: number;
  readonly falseAlarms: number;
  readonly heldBack: number;
}

/** Counts put together by one of their sides: weeks the latest first, all else the most first. Pure. */
export function countsBy(items: readonly RemovedCount[], by: Grouping): GroupCount[] {
  const groups = new Map<string, { count: number; falseAlarms: number; heldBack: number }>();
  for (const it of items) {
    const group = groups.get(it[by]) ?? { count: 0, falseAlarms: 0, heldBack: 0 };
    group.count += it.count;
    group.falseAlarms += it.falseAlarms;
    group.heldBack += it.heldBack;
    groups.set(it[by], group);
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) =>
      by === 'week'
        ? b.key.localeCompare(a.key)
        : b.count - a.count || b.heldBack - a.heldBack || a.key.localeCompare(b.key),
    );
}
