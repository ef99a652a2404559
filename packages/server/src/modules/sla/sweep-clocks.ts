import type { Platform } from '../../platform/platform.ts';
import { postpone, takeDue } from './clock-store.ts';
import { settleClocks, settleHeld } from './settle-clocks.ts';

const batch = 500;
/** Batches that a node is at together: one is worked out while the database is at another. */
const lanes = 2;
/** How long a ticket that cannot be settled is left alone. */
const pause = 300_000;

/**
 * Does what has become due on any ticket, in batches, until nothing is left. Several nodes at once share the work. A ticket at which it
 * fails holds up no other: it is logged, and tried again later.
 */
export async function sweepClocks(platform: Platform): Promise<void> {
  await Promise.all(Array.from({ length: lanes }, () => sweepLane(platform)));
}

async function sweepLane(platform: Platform): Promise<void> {
  for (;;) {
    let ids: string[] = [];
    try {
      await platform.database.write(async (tx) => {
        ids = await takeDue(tx, batch);
        if (ids.length > 0) await settleHeld(tx, platform, ids);
      });
    } catch (error) {
      if (ids.length === 0) throw error;
      for (const id of ids) await settleAlone(platform, id);
    }
    if (ids.length < batch) return;
  }
}

async function settleAlone(platform: Platform, id: string): Promise<void> {
  const { database, log } = platform;
  try {
    await database.write((tx) => settleClocks(tx, platform, [id]));
  } catch (error) {
    log.error({ ticketId: id, err: error }, 'clocks of a ticket could not be settled');
    await database.write((tx) => postpone(tx, id, new Date(tx.now.getTime() + pause)));
  }
}
