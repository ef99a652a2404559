import type { BodyOf, endpoints, ResponseOf } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Keys } from '../../platform/crypto/secrets.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { addIdentityKey, retireIdentityKey } from '../access/index.ts';
import { identityKeyChanged } from './events.ts';
import { lockInbox } from './inbox-store.ts';

type Added = ResponseOf<typeof endpoints.channels.addIdentityKey>;

/** Adds a key that signs the identities of an inbox's customers. Throws `channels.inbox_not_found`, `request.invalid`. */
export async function addKeyToInbox(
  tx: Tx,
  keys: Keys,
  actor: Actor,
  inboxId: string,
  body: BodyOf<typeof endpoints.channels.addIdentityKey>,
): Promise<Added> {
  if (!(await lockInbox(tx, inboxId))) throw fail('channels.inbox_not_found');
  const added = await addIdentityKey(tx, keys, inboxId, body);
  const payload = { change: 'added' as const, keyId: added.key.id };
  await announce(tx, identityKeyChanged, { subjectId: inboxId, actor, payload });
  return added;
}

/** Stops accepting identities that a key signed. Throws `channels.inbox_not_found`, `request.not_found`. */
export async function retireKeyOfInbox(tx: Tx, actor: Actor, inboxId: string, keyId: string): Promise<void> {
  if (!(await lockInbox(tx, inboxId))) throw fail('channels.inbox_not_found');
  await retireIdentityKey(tx, inboxId, keyId);
  const payload = { change: 'retired' as const, keyId };
  await announce(tx, identityKeyChanged, { subjectId: inboxId, actor, payload });
}
