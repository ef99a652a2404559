import type { Locale } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { addCounts, type DayCount } from './deed-store.ts';

type Deed = 'views' | 'clicks' | 'contacts';

/** Counts what readers do without a write for each: a page of the help center must not wait for the disk. */
export interface DeedCounter {
  count(articleId: string, locale: Locale, deed: Deed): void;
  /** Writes what has been counted. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

const flushEvery = 5_000;

/** What a node that is killed has not written yet is lost: some views of some seconds. */
export function createDeedCounter({ database, log }: Platform): DeedCounter {
  let counts = new Map<string, DayCount>();
  const timer = setInterval(() => {
    flush().catch((error: unknown) => log.warn({ error }, 'views not counted'));
  }, flushEvery);
  timer.unref();

  async function flush(): Promise<void> {
    if (counts.size === 0) return;
    const taken = [...counts.values()];
    counts = new Map();
    await database.write((tx) => addCounts(tx, taken));
  }

  return {
    count(articleId, locale, deed) {
      const key = `${articleId} ${locale}`;
      const former = counts.get(key) ?? { articleId, locale, views: 0, clicks: 0, contacts: 0 };
      counts.set(key, { ...former, [deed]: former[deed] + 1 });
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
