import { setTimeout as wait } from 'node:timers/promises';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import { readInbox } from '../inbox-store.ts';
import type { Ingest } from '../ingest.ts';
import { type PollPlace, SendError } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { orderOf } from './order-of.ts';
import { findPollable, restUntil, savePollPlace } from './poll-store.ts';
import { noteSocialContact, readSocialInbox } from './social-inbox-store.ts';
import { signedIntoPlatform } from './social-sign-in.ts';
import { socialTrouble } from './social-trouble.ts';

const timeLimit = 30_000;
/** What is older when an inbox is asked for the first time is left to whoever answered it then; in milliseconds. */
const before = 3_600_000;
/** Pages of one turn; the rest has the next one. */
const mostPages = 20;
/** A platform that asks for more is asked again sooner, since it may have erred; in seconds. */
const longestRest = 6 * 3600;
/** Requests of one inbox that are being taken in at once: each may hold a file. */
const atOnce = 16;
/** What is not taken in after so many milliseconds, since its platform does not give a file, no longer holds up what others write. */
const patience = 3_000;

/**
 * Asks the platforms of inboxes that are not sent what customers write, and takes it in through the same door as webhooks. The place moves on
 * in the transaction that stores what came: whatever dies in between is asked for again. One inbox that fails, or whose platform does not
 * answer, does not hold up the others.
 */
export async function pollSocial(platform: Platform, ingest: Ingest): Promise<void> {
  const { database, clock } = platform;
  const asked = (await findPollable(database.reader(), clock.now())).filter(
    (it) => !adapterOf(it.channel).waits,
  );
  await Promise.all(
    asked.map(async ({ inboxId, place }) => {
      try {
        await pollInbox(platform, ingest, inboxId, place);
      } catch (error) {
        await restAfter(platform, inboxId, error);
      }
    }),
  );
}

/**
 * Asks for one inbox from a place on, and takes in what came: what one sender writes in its order. What takes long is stored, and left to
 * end by itself. False where it does not ask. Throws what `poll` throws.
 */
export async function pollInbox(
  platform: Platform,
  ingest: Ingest,
  inboxId: string,
  from: PollPlace | null,
  stopped?: AbortSignal,
): Promise<boolean> {
  const { database, keys, clock } = platform;
  const inbox = await readInbox(database.reader(), inboxId);
  const social = await readSocialInbox(database.reader(), keys, inboxId);
  const account = social?.account;
  if (!inbox || !social || !account) return false;
  const adapter = adapterOf(inbox.channel);
  const { poll, polls } = adapter;
  if (!poll || !polls?.(social.credentials)) return false;
  const since = new Date(clock.now().getTime() - before);
  const proof = { secrets: social.webhookSecrets, credentials: social.credentials, account };
  const ask = askPlatform(platform);
  const signal = () => {
    const limit = AbortSignal.timeout(timeLimit);
    return stopped ? AbortSignal.any([stopped, limit]) : limit;
  };
  const underWay = new Set<Promise<unknown>>();
  let place = from;
  for (let page = 0; page < mostPages; page++) {
    const at = place;
    const polled = await signedIntoPlatform(platform, adapter, social, (credentials) =>
      poll({
        credentials,
        account,
        place: at,
        since,
        secrets: social.webhookSecrets,
        signal: signal(),
        ask,
      }),
    );
    place = polled.requests.at(-1)?.place ?? polled.place;
    for (const { headers, body, place: reached } of polled.requests) {
      const request = { headers, body, query: {}, session: null, receivedAt: clock.now() };
      if (underWay.size >= atOnce) await Promise.race(underWay);
      const { done } = await ingest.receive(adapter, inbox, request, proof, (tx) =>
        savePollPlace(tx, inboxId, reached),
      );
      const taken = done.then(() => obey(orderOf(adapter, request))).finally(() => underWay.delete(taken));
      underWay.add(taken);
    }
    const rest = new AbortController();
    const late = wait(patience, undefined, { signal: rest.signal }).catch(() => {});
    await Promise.race([Promise.all(underWay), late]);
    rest.abort();
    if (polled.requests.length === 0) await database.write((tx) => savePollPlace(tx, inboxId, polled.place));
    if (!polled.more || stopped?.aborted) return true;
  }
  return true;

  /** What a webhook's answer would have said. That a button goes on waiting holds up nothing. */
  async function obey(order: object | null): Promise<void> {
    if (!order || !social || !adapter.order) return;
    const { order: give } = adapter;
    try {
      await signedIntoPlatform(platform, adapter, social, (credentials) =>
        give(order, { credentials, signal: signal(), ask }),
      );
    } catch (error) {
      platform.log.info({ err: error, inbox: inboxId }, 'a platform did not do what it was told');
    }
  }
}

/** Notes that an inbox could not ask, unless it asks no more by now, and lets it rest: as long as its platform says, or so many seconds. */
export async function restAfter(
  platform: Platform,
  inboxId: string,
  error: unknown,
  usual?: number,
): Promise<void> {
  const { database, clock, keys, log } = platform;
  const [inbox, social] = await Promise.all([
    readInbox(database.reader(), inboxId),
    readSocialInbox(database.reader(), keys, inboxId),
  ]);
  // It was connected otherwise meanwhile: that ended the question.
  if (!inbox || !social || !adapterOf(inbox.channel).polls?.(social.credentials)) return;
  const rest = error instanceof SendError && !error.permanent ? error.retryAfter : null;
  log.warn({ err: error, inbox: inboxId }, 'a platform was not asked for what customers wrote');
  await database.write(async (tx) => {
    // A limit is no trouble: it ends.
    if (rest === null) await noteSocialContact(tx, inboxId, socialTrouble(error));
    const seconds = rest ?? usual;
    if (seconds !== undefined)
      await restUntil(tx, inboxId, new Date(clock.now().getTime() + 1000 * Math.min(seconds, longestRest)));
  });
}
