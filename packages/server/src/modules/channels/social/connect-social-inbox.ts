import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type SocialInboxView, type SocialTrouble, socialCredentials } from '@fairlead/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import { inboxChanged } from '../events.ts';
import type { Inbox } from '../inbox.ts';
import { lockInbox, readInbox } from '../inbox-store.ts';
import type { Account, Credentials } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import type { Granted, SocialInbox } from './social-inbox.ts';
import {
  noteSocialContact,
  readSocialInbox,
  restoreSocialInbox,
  saveSocialInbox,
} from './social-inbox-store.ts';
import { firstGrant, signedIntoPlatform } from './social-sign-in.ts';
import { socialTrouble } from './social-trouble.ts';

type Ground = Pick<Platform, 'database' | 'keys' | 'config' | 'clock' | 'publicUrl'>;
type Outcome = { social: SocialInboxView | null; trouble: SocialTrouble | null };

const timeLimit = 15_000;

/**
 * Signs in to an inbox's platform with what is given and what is kept, tells it our address, and keeps all that if the platform agrees;
 * otherwise nothing changes, and the answer says why. Throws `channels.inbox_not_found`, `request.invalid` for credentials that the channel
 * does not know or that are missing.
 */
export async function connectSocialInbox(
  platform: Ground,
  actor: Actor,
  inboxId: string,
  given: Readonly<Record<string, string | null>>,
  /** What the platform grants, where it is not asked for that with the credentials alone. */
  grantedBy?: (credentials: Credentials) => Promise<Granted>,
): Promise<Outcome> {
  const { database, keys } = platform;
  const inbox = await requireSocial(database.reader(), inboxId);
  const before = await readSocialInbox(database.reader(), keys, inboxId);
  const credentials = mergeCredentials(inbox, before?.credentials ?? {}, given);
  // Letters and digits, 32 of them: WeChat takes no others and no more.
  const webhookSecrets = before?.webhookSecrets ?? [randomBytes(16).toString('hex')];
  const address = { webhookUrl: webhookUrl(platform, inbox), secret: webhookSecrets[0] ?? '' };
  const adapter = adapterOf(inbox.channel);
  const isSame = !grantedBy && before && isDeepStrictEqual({ ...before.credentials }, { ...credentials });
  const ask = askPlatform(platform);
  let granted: Granted | null = null;
  const save = (tx: Tx, account: Account | null) =>
    saveSocialInbox(tx, keys, {
      inboxId,
      credentials,
      webhookSecrets,
      account,
      ...(!isSame && { granted }),
    });
  const connect = async (signIn: Credentials) => {
    const signal = AbortSignal.timeout(timeLimit);
    if (adapter.asksWhileConnecting && !isSame) {
      // Whichever node is asked: what it answers by is kept once it is known to be right, and put back if the rest fails.
      const account = (await adapter.check?.(signIn, signal, ask)) ?? null;
      await database.write((tx) => save(tx, account));
    }
    return adapter.connect?.(signIn, address, signal, ask);
  };
  const tried = await attempt(async () => {
    // What the platform gave for a time goes on where the credentials do; others have no part in it.
    if (isSame) return signedIntoPlatform(platform, adapter, before, connect);
    granted = await (grantedBy?.(credentials) ?? firstGrant(platform, adapter, credentials));
    return connect({ ...credentials, ...granted?.credentials });
  });
  if (tried.trouble) {
    if (adapter.asksWhileConnecting && !isSame)
      await database.write((tx) => restoreSocialInbox(tx, keys, inboxId, before));
    return { ...tried, social: before ? viewOf(platform, inbox, before) : null };
  }
  const social = await database.write(async (tx) => {
    await lockInbox(tx, inboxId);
    await save(tx, tried.account);
    const fields = Object.keys(given).map((name) => `credentials.${name}`);
    await announce(tx, inboxChanged, { subjectId: inboxId, actor, payload: { change: 'updated', fields } });
    return viewNow(tx, platform, inbox);
  });
  return { social, trouble: null };
}

/** Signs in once more as the inbox is set up, and writes down what came of it; null while it is not. Throws `channels.inbox_not_found`. */
export async function checkSocialInbox(platform: Ground, inboxId: string): Promise<SocialInboxView | null> {
  const { database, keys } = platform;
  const inbox = await requireSocial(database.reader(), inboxId);
  const social = await readSocialInbox(database.reader(), keys, inboxId);
  if (!social) return null;
  const adapter = adapterOf(inbox.channel);
  const { trouble, account } = await attempt(() =>
    signedIntoPlatform(platform, adapter, social, async (credentials) =>
      adapter.check?.(credentials, AbortSignal.timeout(timeLimit), askPlatform(platform)),
    ),
  );
  return database.write(async (tx) => {
    await noteSocialContact(tx, inboxId, trouble, account);
    return viewNow(tx, platform, inbox);
  });
}

/** How an inbox is connected, as administrators see it; null until it is set up. Throws `channels.inbox_not_found`. */
export async function viewSocialInbox(
  reader: Reader,
  platform: Ground,
  inboxId: string,
): Promise<SocialInboxView | null> {
  return viewNow(reader, platform, await requireSocial(reader, inboxId));
}

async function viewNow(reader: Reader | Tx, platform: Ground, inbox: Inbox): Promise<SocialInboxView | null> {
  const social = await readSocialInbox(reader, platform.keys, inbox.id);
  return social ? viewOf(platform, inbox, social) : null;
}

function viewOf(platform: Ground, inbox: Inbox, social: SocialInbox): SocialInboxView {
  const secret = new Set<string>(
    (socialCredentials[inbox.channel] ?? []).filter((it) => it.secret).map(({ name }) => name),
  );
  const { addressByHand, privateLink, sceneLink } = adapterOf(inbox.channel);
  return {
    account: social.account,
    chatLink: (social.account && privateLink?.(social.account)) ?? null,
    makesChatLink: sceneLink !== undefined,
    credentials: Object.fromEntries(
      Object.entries(social.credentials).map(([name, value]) => [name, secret.has(name) ? null : value]),
    ),
    webhookUrl: webhookUrl(platform, inbox),
    verifyToken: addressByHand ? (social.webhookSecrets[0] ?? null) : null,
    lastContactAt: social.lastContactAt?.toISOString() ?? null,
    lastError: social.lastError,
  };
}

const webhookUrl = ({ publicUrl }: Ground, { key }: Inbox): string =>
  `${publicUrl}/api/channels/social/${key}/webhook`;

/** An inbox with a platform behind it. Throws `channels.inbox_not_found`. */
export async function requireSocial(reader: Reader, inboxId: string): Promise<Inbox> {
  const inbox = await readInbox(reader, inboxId);
  if (!inbox || !socialCredentials[inbox.channel]) throw fail('channels.inbox_not_found');
  return inbox;
}

/** What is kept with what is given. Throws `request.invalid` for what the channel does not know, and for what is missing. */
export function mergeCredentials(
  { channel }: Inbox,
  before: Credentials,
  given: Readonly<Record<string, string | null>>,
): Credentials {
  const fields = socialCredentials[channel] ?? [];
  const unknown = Object.keys(given).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) throw fail('request.invalid', { field: `credentials.${unknown}` });
  const merged = Object.entries({ ...before, ...given }).filter(
    (it): it is [string, string] => it[1] !== null,
  );
  const credentials = Object.fromEntries(merged);
  const unheard = fields.find(
    ({ name, choices }) =>
      choices && credentials[name] !== undefined && !choices.some((it) => it === credentials[name]),
  );
  if (unheard) throw fail('request.invalid', { field: `credentials.${unheard.name}` });
  // What is kept goes to the server that it was given for: whoever names another gives it anew.
  const moved = fields.some(
    ({ name, secret, choices, describes }) =>
      !secret && !choices && !describes && (before[name] ?? null) !== (credentials[name] ?? null),
  );
  const missing = fields.find(({ name, optional, secret }) =>
    moved && secret && before[name] !== undefined
      ? given[name] === undefined
      : !optional && credentials[name] === undefined,
  );
  if (missing) throw fail('request.invalid', { field: `credentials.${missing.name}` });
  return credentials;
}

async function attempt(
  work: () => Promise<Account | undefined>,
): Promise<{ account: Account | null; trouble: null } | { account: null; trouble: SocialTrouble }> {
  try {
    return { account: (await work()) ?? null, trouble: null };
  } catch (error) {
    return { account: null, trouble: socialTrouble(error) };
  }
}
