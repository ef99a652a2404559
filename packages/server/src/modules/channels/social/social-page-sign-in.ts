import { createHash, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { socialSignIns } from '@fairlead/contract';
import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import { askPlatform } from './ask-platform.ts';
import { connectSocialInbox, mergeCredentials, requireSocial } from './connect-social-inbox.ts';
import { readSocialInbox } from './social-inbox-store.ts';

type Ground = Pick<Platform, 'database' | 'keys' | 'config' | 'clock' | 'publicUrl'>;
type Given = Readonly<Record<string, string | null>>;

/** Whoever has not come back by then begins anew; in milliseconds. */
const holds = 10 * 60_000;
const timeLimit = 15_000;

/** What a browser carries to the platform's page and back, sealed: nobody can read or change it. */
const pendingShape = z.object({
  inboxId: z.string(),
  actor: z.unknown().optional(),
  state: z.string(),
  verifier: z.string(),
  given: z.record(z.string(), z.string().nullable()),
  until: z.number(),
});

/** Where the platform's page leads back to: the inbox's own page in the console. Null where there is no such page. */
export function signInCallback(
  { publicUrl }: Pick<Platform, 'publicUrl'>,
  { id, channel }: Inbox,
): string | null {
  return socialSignIns[channel] ? `${publicUrl}/console/channels/${id}` : null;
}

/**
 * Begins to sign in on the platform's own page (OAuth 2.0, PKCE). Nothing is kept: all that is needed to finish goes along, sealed. Throws
 * `channels.inbox_not_found`, and `request.invalid` for credentials that are missing.
 */
export async function beginSocialSignIn(
  platform: Ground,
  actor: Actor,
  inboxId: string,
  given: Given,
): Promise<{ url: string; state: string; pending: string }> {
  const { database, keys, clock } = platform;
  const inbox = await requireSocial(database.reader(), inboxId);
  const { signIn } = adapterOf(inbox.channel);
  const redirectUrl = signInCallback(platform, inbox);
  if (!signIn || redirectUrl === null) throw fail('channels.inbox_not_found');
  const before = await readSocialInbox(database.reader(), keys, inboxId);
  const credentials = mergeCredentials(inbox, before?.credentials ?? {}, given);
  const [state, verifier] = [randomBytes(24), randomBytes(48)].map((it) => it.toString('base64url'));
  if (state === undefined || verifier === undefined) throw new Error('no randomness');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const url = signIn.begin(credentials, { redirectUrl, state, challenge });
  const until = clock.now().getTime() + holds;
  const pending = { inboxId, actor: whoIs(actor), state, verifier, given, until };
  return { url, state, pending: keys.seal(JSON.stringify(pending)) };
}

/**
 * Connects an inbox with what the platform's page led back with, as `connectSocialInbox` does. Throws `request.invalid` for what was not begun
 * here, by the same agent and for the same inbox, or too long ago.
 */
export async function finishSocialSignIn(
  platform: Ground,
  actor: Actor,
  inboxId: string,
  back: { pending: string; state: string; code: string },
): ReturnType<typeof connectSocialInbox> {
  const { database, keys, clock } = platform;
  const inbox = await requireSocial(database.reader(), inboxId);
  const { signIn } = adapterOf(inbox.channel);
  const redirectUrl = signInCallback(platform, inbox);
  const pending = opened(() => keys.open(back.pending));
  const isOurs =
    pending?.inboxId === inboxId &&
    pending.state === back.state &&
    isDeepStrictEqual(pending.actor, whoIs(actor)) &&
    pending.until > clock.now().getTime();
  if (!pending || !isOurs || !signIn || redirectUrl === null)
    throw fail('request.invalid', { field: 'state' });
  const { verifier, given } = pending;
  return connectSocialInbox(platform, actor, inboxId, given, async (credentials) => {
    const signal = AbortSignal.timeout(timeLimit);
    const grant = await signIn.finish(
      credentials,
      { redirectUrl, code: back.code, verifier },
      signal,
      askPlatform(platform),
    );
    return {
      credentials: grant.credentials,
      until: new Date(clock.now().getTime() + grant.seconds * 1000),
    };
  });
}

const whoIs = (actor: Actor) =>
  actor.type === 'agent' ? { agent: actor.id, session: actor.sessionId } : { type: actor.type };

function opened(open: () => string): z.output<typeof pendingShape> | undefined {
  try {
    return pendingShape.parse(JSON.parse(open()));
  } catch {
    return undefined;
  }
}
