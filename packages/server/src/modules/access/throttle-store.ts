import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Attempts } from './throttle-rules.ts';

/** What stands against a key. */
export async function findAttempts(reader: Reader, key: string): Promise<Attempts | null> {
  const row = await reader.sql
    .selectFrom('rate_limits')
    .select(['points', 'expire'])
    .where('key', '=', key)
    .executeTakeFirst();
  return row && row.points > 0 ? { points: row.points, expire: row.expire ?? 0 } : null;
}

/** What stands against a key, held until the end of the transaction, also when nothing does yet. */
export async function lockAttempts(tx: Tx, key: string): Promise<Attempts | null> {
  const row = await tx.sql
    .insertInto('rate_limits')
    .values({ key, points: 0, expire: tx.now.getTime() })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
    .returning(['points', 'expire'])
    .executeTakeFirstOrThrow();
  return row.points === 0 ? null : { points: row.points, expire: row.expire ?? 0 };
}

export async function writeAttempts(tx: Tx, key: string, attempts: Attempts): Promise<void> {
  await tx.sql.updateTable('rate_limits').set(attempts).where('key', '=', key).execute();
}

export async function removeAttempts(tx: Tx, key: string): Promise<void> {
  await tx.sql.deleteFrom('rate_limits').where('key', '=', key).execute();
}

export async function removeForgottenAttempts(tx: Tx): Promise<void> {
  await tx.sql.deleteFrom('rate_limits').where('expire', '<=', tx.now.getTime()).execute();
}
