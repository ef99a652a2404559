import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { listActiveKeys, takeIdentityToken, touchKey } from './identity-store.ts';
import { readIdentityToken, type VerifiedIdentity } from './identity-token-rules.ts';

/**
 * Who a customer is, by a token that the exchange signed for this inbox, and by which of its keys. Each token works once; the same browser may give it again
 * until it runs out, because an answer can get lost. Throws `identity.token_invalid`, `identity.token_expired` or
 * `identity.token_replayed`. Opens its own transaction: never inside another.
 */
export async function verifyIdentity(
  platform: Platform,
  inboxId: string,
  token: string,
  browserKey: string,
): Promise<VerifiedIdentity & { keyId: string }> {
  const reader = platform.database.reader();
  const keys = (await listActiveKeys(reader, [inboxId])).map(({ id, algorithm, material }) => ({
    id,
    algorithm,
    material: algorithm === 'HS256' ? platform.keys.open(material) : material,
  }));
  const { keyId, identity, signed, expiresAt } = await readIdentityToken(token, keys, reader.now);
  const first = await platform.database.write(async (tx) => {
    await touchKey(tx, keyId);
    return takeIdentityToken(tx, { signed, browserKey, expiresAt });
  });
  if (!first) throw fail('identity.token_replayed');
  return { ...identity, keyId };
}
