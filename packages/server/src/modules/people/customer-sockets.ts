import { closeCodes } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { endOnline, renewOnline } from './customer-store.ts';
import { listMergedAway } from './merged-store.ts';

/** Each renewal holds for longer than the time to the next, so that a slow one leaves no gap. */
const renewEvery = 60_000;
const holdsFor = 100_000;

const mergedTopic = 'customers.merged';

/** Tells every node that a visitor's session is no longer good: they were merged into another customer. */
export function noticeMerged(platform: Pick<Platform, 'bus'>, visitorId: string): void {
  platform.bus.publish(mergedTopic, visitorId);
}

/**
 * Keeps who of the customers is here, for this node. There may be thousands, so nothing is written when a socket opens or closes:
 * `beat` renews those who are due and ends those who left, in one statement each. Sockets of visitors who were merged are closed: at
 * the notice, where notices may have been missed, and with the beat, since a notice may also pass while a socket opens.
 */
export function watchCustomerSockets({ database, live, clock, bus, log }: Platform): {
  beat(): Promise<void>;
} {
  const renewedAt = new Map<string, number>();
  live.onOpen(({ caller }) => {
    if (caller.type === 'customer' && !renewedAt.has(caller.id)) renewedAt.set(caller.id, 0);
  });
  bus.subscribe(mergedTopic, (visitorId) => live.closeAll(visitorId, closeCodes.refused));

  async function check(ids: readonly string[]): Promise<void> {
    for (const id of await listMergedAway(database.reader(), ids)) live.closeAll(id, closeCodes.refused);
  }
  bus.onGap(() => {
    check([...renewedAt.keys()]).catch((error) =>
      log.warn({ err: error }, 'sockets of merged visitors not checked'),
    );
  });

  return {
    async beat() {
      const now = clock.now().getTime();
      const left = [...renewedAt.keys()].filter((id) => live.countOf(id) === 0);
      for (const id of left) renewedAt.delete(id);
      const due = [...renewedAt].filter(([, at]) => now - at >= renewEvery).map(([id]) => id);
      if (left.length > 0) await database.write((tx) => endOnline(tx, left));
      if (due.length === 0) return;
      await check(due);
      await database.write((tx) => renewOnline(tx, due, new Date(now + holdsFor)));
      for (const id of due) renewedAt.set(id, now);
    },
  };
}
