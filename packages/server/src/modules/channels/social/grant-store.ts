import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { Credentials } from '../port.ts';
import type { Granted } from './social-inbox.ts';
import { grantColumns, grantedOf } from './social-inbox-store.ts';

const texts = z.record(z.string(), z.string());

/** What an inbox signs in with as one node has read it, and by what it is known to be still the same. */
export interface ReadGrant {
  readonly credentials: Credentials;
  readonly granted: Granted | null;
  /** What was granted as it stands sealed. Nothing is sealed to the same text twice, and new credentials come with a new grant. */
  readonly sealed: string | null;
}

/** What an inbox signs in with now; undefined where it is not connected. */
export async function readGrant(reader: Reader, keys: Keys, inboxId: string): Promise<ReadGrant | undefined> {
  const row = await reader.sql
    .selectFrom('social_inboxes')
    .select(['credentials', 'granted', 'granted_until'])
    .where('inbox_id', '=', inboxId)
    .executeTakeFirst();
  return (
    row && {
      credentials: texts.parse(JSON.parse(keys.open(row.credentials))),
      granted: grantedOf(keys, row),
      sealed: row.granted,
    }
  );
}

/** Takes it on oneself to renew what was read. False where another node has, or where it is no longer the same. One statement. */
export async function claimRenewal(tx: Tx, inboxId: string, read: ReadGrant, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('social_inboxes')
    .set({ renewing_until: until })
    .where('inbox_id', '=', inboxId)
    .where(isSame(read))
    .where((of) => of.or([of('renewing_until', 'is', null), of('renewing_until', '<=', tx.now)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps what was given, unless what was read is no longer the same; answers whether it did. One statement. */
export async function saveRenewal(
  tx: Tx,
  keys: Keys,
  inboxId: string,
  read: ReadGrant,
  granted: Granted,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('social_inboxes')
    .set(grantColumns(keys, granted))
    .where('inbox_id', '=', inboxId)
    .where(isSame(read))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets others try, after nothing was given. */
export async function releaseRenewal(tx: Tx, inboxId: string, read: ReadGrant): Promise<void> {
  await tx.sql
    .updateTable('social_inboxes')
    .set({ renewing_until: null })
    .where('inbox_id', '=', inboxId)
    .where(isSame(read))
    .execute();
}

const isSame = ({ sealed }: ReadGrant): RawBuilder<boolean> =>
  sql<boolean>`granted is not distinct from ${sealed}`;
