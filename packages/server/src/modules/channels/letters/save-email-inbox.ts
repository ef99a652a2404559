import { createPrivateKey } from 'node:crypto';
import type { BodyOf, EmailInboxView, endpoints } from '@fairlead/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import { inboxChanged } from '../events.ts';
import { lockInbox, readInbox } from '../inbox-store.ts';
import { dkimRecord } from './dkim-record.ts';
import type { EmailInbox, EmailSecrets } from './email-inbox.ts';
import { inboxOfAddress, readEmailInbox, readEmailSecrets, saveEmailInbox } from './email-inbox-store.ts';

type Body = BodyOf<typeof endpoints.channels.saveEmailInbox>;

/**
 * Sets how an inbox of the channel `email` receives and sends. Secrets that are left out stay, null removes them. Throws
 * `channels.inbox_not_found`, `channels.address_taken`, `channels.dkim_key_invalid`.
 */
export async function setUpEmail(
  tx: Tx,
  keys: Keys,
  actor: Actor,
  inboxId: string,
  { secrets: given = {}, ...settings }: Body,
): Promise<EmailInboxView> {
  const inbox = await lockInbox(tx, inboxId);
  if (inbox?.channel !== 'email') throw fail('channels.inbox_not_found');
  const holder = await inboxOfAddress(tx, settings.address);
  if (holder !== undefined && holder !== inboxId) throw fail('channels.address_taken');
  if (given.dkimKey && !canSign(given.dkimKey)) throw fail('channels.dkim_key_invalid');
  const secrets = mergeSecrets(await readEmailSecrets(tx, keys, inboxId), given);
  await saveEmailInbox(tx, keys, { inboxId, ...settings }, secrets);
  const fields = [...Object.keys(settings), ...Object.keys(given).map((name) => `secrets.${name}`)];
  await announce(tx, inboxChanged, { subjectId: inboxId, actor, payload: { change: 'updated', fields } });
  const view = await viewEmailInbox(tx, keys, inboxId);
  if (!view) throw new Error('an inbox vanished while it was set up');
  return view;
}

/** How an inbox receives and sends, as administrators see it; null until it is set up. Throws `channels.inbox_not_found`. */
export async function viewEmailInbox(
  reader: Reader,
  keys: Keys,
  inboxId: string,
): Promise<EmailInboxView | null> {
  const inbox = await readInbox(reader, inboxId);
  if (inbox?.channel !== 'email') throw fail('channels.inbox_not_found');
  const email = await readEmailInbox(reader, keys, inboxId);
  if (!email) return null;
  return viewOf(email, await readEmailSecrets(reader, keys, inboxId));
}

function viewOf(email: EmailInbox, secrets: EmailSecrets): EmailInboxView {
  const { inboxId: _, kept, lastContactAt, ...settings } = email;
  return {
    ...settings,
    secrets: kept,
    dkimRecord: email.dkim && secrets.dkimKey ? dkimRecord(email.dkim, secrets.dkimKey) : null,
    lastContactAt: lastContactAt?.toISOString() ?? null,
  };
}

function mergeSecrets(before: EmailSecrets, given: NonNullable<Body['secrets']>): EmailSecrets {
  const wanted = Object.entries({ ...before, ...given });
  return Object.fromEntries(wanted.filter(([, value]) => value !== null && value !== undefined));
}

/** Whether it is a key that DKIM knows (RFC 6376: RSA from 1024 bits; RFC 8463: Ed25519). */
function canSign(pem: string): boolean {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return true;
    return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 1024;
  } catch {
    return false;
  }
}
