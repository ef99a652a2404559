import { sql } from 'kysely';
import { hashSecret } from '../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { IdentityAlgorithm, IdentityKey } from './identity-key.ts';

/** The active keys of inboxes, newest first. */
export async function listActiveKeys(reader: Reader, inboxIds: readonly string[]): Promise<IdentityKey[]> {
  if (inboxIds.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('identity_keys')
    .selectAll()
    .where('inbox_id', 'in', inboxIds)
    .where('retired_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    inboxId: row.inbox_id,
    algorithm: row.algorithm as IdentityAlgorithm,
    material: row.material,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** Those of the keys that are active. */
export async function findActiveKeys(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader.sql
    .selectFrom('identity_keys')
    .select('id')
    .where('id', 'in', ids)
    .where('retired_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Makes changes to an inbox's keys wait for each other. */
export async function lockKeysOf(tx: Tx, inboxId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`access.identity_keys:${inboxId}`}))`.execute(tx.sql);
}

export async function insertKey(tx: Tx, key: Omit<IdentityKey, 'createdAt' | 'lastUsedAt'>): Promise<void> {
  await tx.sql
    .insertInto('identity_keys')
    .values({
      id: key.id,
      inbox_id: key.inboxId,
      algorithm: key.algorithm,
      material: key.material,
      created_at: tx.now,
    })
    .execute();
}

/** False when the inbox has no such active key. */
export async function retireKey(tx: Tx, inboxId: string, keyId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('identity_keys')
    .set({ retired_at: tx.now })
    .where('id', '=', keyId)
    .where('inbox_id', '=', inboxId)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Remembers that a key is in use, at most once a minute. */
export async function touchKey(tx: Tx, keyId: string): Promise<void> {
  const before = new Date(tx.now.getTime() - 60_000);
  await tx.sql
    .updateTable('identity_keys')
    .set({ last_used_at: tx.now })
    .where('id', '=', keyId)
    .where((where) => where.or([where('last_used_at', 'is', null), where('last_used_at', '<', before)]))
    .execute();
}

/** Uses a token up for a browser; false when another browser did so before. */
export async function takeIdentityToken(
  tx: Tx,
  token: { signed: string; browserKey: string; expiresAt: Date },
): Promise<boolean> {
  const browserHash = hashSecret(token.browserKey);
  const row = await tx.sql
    .insertInto('used_identity_tokens')
    .values({ token_hash: hashSecret(token.signed), browser_hash: browserHash, expires_at: token.expiresAt })
    // Written even when it stands there already, because only so does a racing second use wait for the first and see it.
    .onConflict((conflict) =>
      conflict
        .column('token_hash')
        .doUpdateSet((of) => ({ browser_hash: of.ref('used_identity_tokens.browser_hash') })),
    )
    .returning('browser_hash')
    .executeTakeFirstOrThrow();
  return row.browser_hash === browserHash;
}

export async function removeExpiredIdentityTokens(tx: Tx): Promise<void> {
  await tx.sql.deleteFrom('used_identity_tokens').where('expires_at', '<=', tx.now).execute();
}
