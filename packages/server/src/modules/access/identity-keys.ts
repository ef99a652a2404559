import type { BodyOf, endpoints, ResponseOf } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import { type Keys, newSecret } from '../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { identityKeyRetired } from './events.ts';
import { type IdentityKey, readPublicKey } from './identity-key.ts';
import { insertKey, listActiveKeys, lockKeysOf, retireKey } from './identity-store.ts';

type NewKey = BodyOf<typeof endpoints.channels.addIdentityKey>;
type AddedKey = ResponseOf<typeof endpoints.channels.addIdentityKey>;

const activeAtMost = 2;

const viewOf = ({ id, algorithm, createdAt, lastUsedAt }: IdentityKey): AddedKey['key'] => ({
  id,
  algorithm,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

/** The active keys of each inbox, newest first; an inbox without any has an empty list. */
export async function listIdentityKeys(
  reader: Reader,
  inboxIds: readonly string[],
): Promise<Map<string, AddedKey['key'][]>> {
  const keys = await listActiveKeys(reader, inboxIds);
  return new Map(inboxIds.map((id) => [id, keys.filter((key) => key.inboxId === id).map(viewOf)]));
}

/**
 * Adds a key to an inbox that exists. For HS256 the secret is made here and answered this once; the exchange signs with the text
 * itself as the key, as JWT libraries do. A third active key retires the oldest. Throws `request.invalid` for a public
 * key that is none or too weak.
 */
export async function addIdentityKey(tx: Tx, keys: Keys, inboxId: string, body: NewKey): Promise<AddedKey> {
  const secret = body.algorithm === 'HS256' ? newSecret() : null;
  const material =
    body.algorithm === 'HS256' ? keys.seal(secret ?? '') : readPublicKey(body.algorithm, body.publicKey);
  await lockKeysOf(tx, inboxId);
  const others = await listActiveKeys(tx, [inboxId]);
  for (const { id } of others.slice(activeAtMost - 1)) await retireIdentityKey(tx, inboxId, id);
  const key = { id: newId(), inboxId, algorithm: body.algorithm, material };
  await insertKey(tx, key);
  return { key: viewOf({ ...key, createdAt: tx.now, lastUsedAt: null }), secret };
}

/**
 * Stops accepting what a key signed, and ends the sessions of the customers it vouched for: their browsers bring a new proof, a thief
 * cannot. Throws `request.not_found` when the inbox has no such active key.
 */
export async function retireIdentityKey(tx: Tx, inboxId: string, keyId: string): Promise<void> {
  if (!(await retireKey(tx, inboxId, keyId))) throw fail('request.not_found');
  const actor = system('access.identity_keys');
  await announce(tx, identityKeyRetired, { subjectId: inboxId, actor, payload: { keyId } });
}
