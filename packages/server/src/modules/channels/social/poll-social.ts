import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import { readInbox } from '../inbox-store.ts';
import type { Ingest } from '../ingest.ts';
import { type PollPlace, SendError } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
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

/**
 * Asks the platforms of inboxes that are not sent what customers write, and takes it in through the same door as webhooks. The place moves on
 * in the transaction that stores what came: whatever dies in between is asked for again. One inbox that fails does not hold up the others.
 */
export async function pollSocial(platform: Platform, ingest: Ingest): Promise<void> {
  const { database, clock } = platform;
  for (const { inboxId, place } of await findPollable(database.reader(), clock.now())) {
    try {
      await pollInbox(platform, ingest, inboxId, place);
    } catch (error) {
      await noteTrouble(platform, inboxId, error);
    }
  }
}

async function pollInbox(
  platform: Platform,
  ingest: Ingest,
  inboxId: string,
  from: PollPlace | null,
): Promise<void> {
  const { database, keys, clock } = platform;
  const inbox = await readInbox(database.reader(), inboxId);
  const social = await readSocialInbox(database.reader(), keys, inboxId);
  const account = social?.account;
  if (!inbox || !social || !account) return;
  const adapter = adapterOf(inbox.channel);
  const { poll, polls } = adapter;
  if (!poll || !polls?.(social.credentials)) return;
  const since = new Date(clock.now().getTime() - before);
  const proof = { secrets: social.webhookSecrets, credentials: social.credentials, account };
  let place = from;
  for (let page = 0; page < mostPages; page++) {
    const at = place;
    const polled = await signedIntoPlatform(platform, adapter, social, (credentials) =>
      poll({
        credentials,
        account,
        place: at,
        since,
        signal: AbortSignal.timeout(timeLimit),
        ask: askPlatform(platform),
      }),
    );
    const keep = (tx: Parameters<typeof savePollPlace>[0]) => savePollPlace(tx, inboxId, polled.place);
    if (polled.request) {
      const request = { ...polled.request, query: {}, session: null, receivedAt: clock.now() };
      const { done } = await ingest.receive(adapter, inbox, request, proof, keep);
      // One after the other: older pages must not be taken in before newer ones are.
      await done;
    } else await database.write(keep);
    if (!polled.more) return;
    place = polled.place;
  }
}

async function noteTrouble(platform: Platform, inboxId: string, error: unknown): Promise<void> {
  const { database, clock, log } = platform;
  const rest = error instanceof SendError && !error.permanent ? error.retryAfter : null;
  log.warn({ err: error, inbox: inboxId }, 'a platform was not asked for what customers wrote');
  await database.write(async (tx) => {
    if (rest === null) return noteSocialContact(tx, inboxId, socialTrouble(error));
    // A limit is no trouble: it ends.
    await restUntil(tx, inboxId, new Date(clock.now().getTime() + 1000 * Math.min(rest, longestRest)));
  });
}
