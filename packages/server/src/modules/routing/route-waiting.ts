import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readInbox } from '../channels/index.ts';
import { lapseOffer, listOffered, listUnanswered, takeFromOffline } from '../conversations/index.ts';
import { readAgentsForRouting } from '../people/index.ts';
import type { createThreadRisks } from '../tickets/index.ts';
import { decideAbandoned, decideLapses, offlinePatience } from './lapse-rules.ts';
import { takeTurn } from './routing-store.ts';
import { changesAtOnce, serveQueue } from './serve-queue.ts';
import { compareIds } from './serving-order.ts';

/** Changes beyond this many transactions wait for the next pass, so that one pass never takes long. */
const mostRounds = 20;

/**
 * One pass: takes back the offers that were not taken up and what agents left behind who went offline, then offers what waits, and
 * tells those who get nobody what to expect.
 * Safe to run at any moment, on any number of nodes, and as often as one likes. `lastOffered` is this node's memory of whom it
 * asked when, `risksOf` what weighs those who wait.
 */
export async function routeWaiting(
  platform: Platform,
  lastOffered: Map<string, Date>,
  risksOf: ReturnType<typeof createThreadRisks>,
): Promise<void> {
  const { database } = platform;
  let round = 0;
  while (round++ < mostRounds && (await database.write((tx) => takeBack(tx, platform))));
  while (
    round++ < mostRounds &&
    (await database.write((tx) => serveQueue(tx, platform, lastOffered, risksOf)))
  );
}

/** Takes back what lapsed or was left behind; true when there is more than fits in one transaction. */
async function takeBack(tx: Tx, platform: Platform): Promise<boolean> {
  await takeTurn(tx);
  const offered = await listOffered(tx);
  const unanswered = await listUnanswered(tx, new Date(tx.now.getTime() - offlinePatience));
  if (offered.length + unanswered.length === 0) return false;
  const presences = new Map((await readAgentsForRouting(tx)).map((it) => [it.id, it.presence]));
  const found = [
    ...decideLapses(offered, await acceptTimes(tx, offered), presences, tx.now),
    ...decideAbandoned(unanswered, presences),
  ];
  // Locked in the order of ids, as everywhere, so that nobody waits for us while we wait for them.
  const batch = found.slice(0, changesAtOnce).sort((a, b) => compareIds(a.conversationId, b.conversationId));
  for (const it of batch) {
    if ('deadline' in it) await lapseOffer(tx, platform, it);
    else await takeFromOffline(tx, platform, { id: it.conversationId, ...it });
  }
  return found.length > batch.length;
}

/** Seconds within which offers of each inbox must be taken up. */
async function acceptTimes(
  reader: Reader,
  offered: ReadonlyArray<{ inboxId: string }>,
): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const id of new Set(offered.map((it) => it.inboxId))) {
    const inbox = await readInbox(reader, id);
    if (inbox) times.set(id, inbox.acceptSeconds);
  }
  return times;
}
