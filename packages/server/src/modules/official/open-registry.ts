import type { Platform } from '../../platform/platform.ts';
import type { Registry } from './check/registry.ts';
import { listEntries } from './official-store.ts';

/** Milliseconds for which what was read holds: what administrators add counts within a second, and a crowd that asks reads once. */
const holds = 500;

/** Reads the registry, for many who ask at once together. */
export function openRegistry({ clock, database }: Pick<Platform, 'clock' | 'database'>): {
  read(): Promise<Registry>;
  /** What was read no longer holds. */
  forget(): void;
} {
  let kept: { registry: Promise<Registry>; until: number } | undefined;
  return {
    read() {
      const now = clock.now().getTime();
      if (kept && now < kept.until) return kept.registry;
      const registry = listEntries(database.reader()).then((entries) =>
        entries.map(({ state, ...it }) => ({ ...it, retired: state === 'retired' })),
      );
      const mine = { registry, until: now + holds };
      kept = mine;
      registry.catch(() => {
        if (kept === mine) kept = undefined;
      });
      return registry;
    },
    forget() {
      kept = undefined;
    },
  };
}
