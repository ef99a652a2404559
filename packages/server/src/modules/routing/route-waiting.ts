import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readInbox } from '../channels/index.ts';
import { lapseOffer, listOffered } from '../conversations/index.ts';
import { readAgentsForRouting } from '../people/index.ts';
import { decideLapses } from './lapse-rules.ts';
import { takeTurn } from './routing-store.ts';
import { changesAtOnce, serveQueue } from './serve-queue.ts';
import { compareIds } from './serving-order.ts';

/** Changes beyond this many transactions wait for the next pass, so that one pass never takes long. */
const mostRounds = 20;

/**
 * One pass: takes back the offers that were not taken up, then offers what waits, and tells those who get nobody what to expect.
 * Safe to run at any moment, on any number of nodes, and as often as one likes. `lastOffered` is this node's memory of whom it
 * asked when.
 */
export async function routeWaiting(platform: Platform, lastOffered: Map<string, Date>): Promise<void> {
  const { database } = platform;
  let round = 0;
  while (round++ < mostRounds && (await database.write((tx) => takeBackOffers(tx, platform))));
  while (round++ < mostRounds && (await database.write((tx) => serveQueue(tx, platform, lastOffered))));
}

/** Takes back what lapsed; true when there is more than fits in one transaction. */
async function takeBackOffers(tx: Tx, platform: Platform): Promise<boolean> {
  await takeTurn(tx);
  const offered = await listOffered(tx);
  if (offered.length === 0) return false;
  const acceptSeconds = new Map<string, number>();
  for (const id of new Set(offered.map((it) => it.inboxId))) {
    const inbox = await readInbox(tx, id);
    if (inbox) acceptSeconds.set(id, inbox.acceptSeconds);
  }
  const presences = new Map((await readAgentsForRouting(tx)).map((it) => [it.id, it.presence]));
  const lapses = decideLapses(offered, acceptSeconds, presences, tx.now);
  // Locked in the order of ids, as everywhere, so that nobody waits for us while we wait for them.
  const batch = lapses.slice(0, changesAtOnce).sort((a, b) => compareIds(a.conversationId, b.conversationId));
  for (const { conversationId, deadline } of batch) await lapseOffer(tx, platform, conversationId, deadline);
  return lapses.length > batch.length;
}
