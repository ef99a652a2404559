import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import type { Ingest } from '../ingest.ts';
import { pollInbox, restAfter } from './poll-social.ts';
import { findPollable } from './poll-store.ts';

/** A turn of one node; whoever has the next one takes up inboxes that were connected meanwhile. In milliseconds. */
const turn = 25_000;
/** So long an inbox rests after a failure for which its platform names no time. In seconds. */
const rest = 5;

/**
 * Stays at platforms that answer as soon as there is something (`waits`), for all inboxes that ask for what customers write; on one node at a time.
 * Ends after a while, or when it is stopped.
 */
export async function listenSocial(platform: Platform, ingest: Ingest, stopped: AbortSignal): Promise<void> {
  const { database, clock } = platform;
  const end = performance.now() + turn;
  const pollable = () => findPollable(database.reader(), clock.now());

  async function stayAt(inboxId: string): Promise<void> {
    while (!stopped.aborted && performance.now() < end) {
      const inbox = (await pollable()).find((it) => it.inboxId === inboxId);
      try {
        if (!inbox || !(await pollInbox(platform, ingest, inboxId, inbox.place, stopped))) return;
      } catch (error) {
        if (!stopped.aborted) await restAfter(platform, inboxId, error, rest);
        return;
      }
    }
  }

  const waiting = (await pollable()).filter((it) => adapterOf(it.channel).waits);
  await Promise.all(waiting.map((it) => stayAt(it.inboxId)));
}
