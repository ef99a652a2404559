import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { deliveryTroubles, platformTroubles } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { type ChannelAdapter, type Credentials, SendError } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { claimRenewal, readGrant, releaseRenewal, saveRenewal } from './grant-store.ts';
import type { Granted, SocialInbox } from './social-inbox.ts';
import { noteSocialContact } from './social-inbox-store.ts';
import { socialTrouble } from './social-trouble.ts';

export type SignInGround = Pick<Platform, 'database' | 'keys' | 'config' | 'clock'>;

/** Milliseconds before its end from which on a grant is renewed, while it still holds. */
const early = 5 * 60_000;
const timeLimit = 15_000;
/** Whoever renews has this long before another node may, should it have died. More than the time limit. */
const lease = 30_000;
const lookEvery = 150;

/**
 * What an inbox signs in with now: its credentials, and with them what the platform gave for a time, which is asked for anew when it is about
 * to end, or when it is what was `refused`. Of all nodes one asks, and holds no transaction open meanwhile: it has leased the row; the
 * others wait for what it gets, or go on with what still holds. Throws SendError and what the connection throws.
 */
export async function socialSignIn(
  platform: SignInGround,
  adapter: Pick<ChannelAdapter, 'renew'>,
  { inboxId, ...known }: Pick<SocialInbox, 'inboxId' | 'credentials' | 'granted'>,
  refused?: Credentials,
): Promise<Credentials> {
  const { renew } = adapter;
  if (!renew) return known.credentials;
  const { database, keys, clock } = platform;
  /** What stands beside a grant, if that still holds so many milliseconds from now and is not what was refused. */
  const holding = (credentials: Credentials, granted: Granted | null, before: number): Credentials | null => {
    if (!granted || granted.until.getTime() - before <= clock.now().getTime()) return null;
    const merged = { ...credentials, ...granted.credentials };
    return refused !== undefined && isDeepStrictEqual(merged, { ...refused }) ? null : merged;
  };
  const usual = holding(known.credentials, known.granted, early);
  if (usual) return usual;

  const giveUpAt = performance.now() + lease + timeLimit;
  while (performance.now() < giveUpAt) {
    const read = await readGrant(database.reader(), keys, inboxId);
    if (!read) throw new SendError(deliveryTroubles.cannot_send, { permanent: true });
    const { credentials, granted } = read;
    const fetched = holding(credentials, granted, early);
    if (fetched) return fetched;
    const still = holding(credentials, granted, 0);
    const until = new Date(clock.now().getTime() + lease);
    if (await database.writeOnce((tx) => claimRenewal(tx, inboxId, read, until))) {
      try {
        const next = await grantBy(platform, renew, { ...credentials, ...granted?.credentials });
        // What is good for one renewal only is lost if this node dies between the platform's answer and this one statement. Shorter it cannot
        // be: platforms have no call that tells what they gave. An administrator then signs in anew.
        const kept = await database.writeOnce((tx) => saveRenewal(tx, keys, inboxId, read, next));
        if (kept) return { ...credentials, ...next.credentials };
        // It was connected anew meanwhile: what was given is of former credentials.
        continue;
      } catch (error) {
        await giveBack(platform, inboxId, read, error);
        if (still) return still;
        throw error;
      }
    }
    if (still) return still;
    await wait(lookEvery);
  }
  throw new SendError(platformTroubles.renewing, { permanent: false, retryAfter: null });
}

/**
 * Does what signs in to an inbox's platform. Where what it gave for a time is refused before its end, it is done once more with another.
 * Throws what `work` and `socialSignIn` throw.
 */
export async function signedIntoPlatform<Result>(
  platform: SignInGround,
  adapter: Pick<ChannelAdapter, 'renew'>,
  social: Pick<SocialInbox, 'inboxId' | 'credentials' | 'granted'>,
  work: (credentials: Credentials) => Promise<Result>,
): Promise<Result> {
  const credentials = await socialSignIn(platform, adapter, social);
  try {
    return await work(credentials);
  } catch (error) {
    if (!adapter.renew || !(error instanceof SendError && error.signInRefused)) throw error;
    return work(await socialSignIn(platform, adapter, social, credentials));
  }
}

/** What the platform gives for a time to credentials that it was never asked with; null where it gives nothing. Throws as `renew` does. */
export async function firstGrant(
  platform: SignInGround,
  { renew }: Pick<ChannelAdapter, 'renew'>,
  credentials: Credentials,
): Promise<Granted | null> {
  return renew ? grantBy(platform, renew, credentials) : null;
}

async function grantBy(
  platform: SignInGround,
  renew: NonNullable<ChannelAdapter['renew']>,
  credentials: Credentials,
): Promise<Granted> {
  const given = await renew(credentials, AbortSignal.timeout(timeLimit), askPlatform(platform));
  const until = new Date(platform.clock.now().getTime() + given.seconds * 1000);
  return { credentials: given.credentials, until };
}

async function giveBack(
  { database }: SignInGround,
  inboxId: string,
  claimed: Parameters<typeof releaseRenewal>[2],
  error: unknown,
): Promise<void> {
  await database.write(async (tx) => {
    await releaseRenewal(tx, inboxId, claimed);
    // It will end soon: administrators see it before it does.
    if (error instanceof SendError && error.signInRefused)
      await noteSocialContact(tx, inboxId, socialTrouble(error));
  });
}
