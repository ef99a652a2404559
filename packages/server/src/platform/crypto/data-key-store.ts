import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import type { WrappedKey } from './wrapped-key.ts';

/** Where data keys are kept. */
export interface DataKeyStore {
  /** Keys that another than this root wraps, but for some and for those that somebody else holds; held until the end of the transaction. */
  lock(
    tx: Tx,
    under: string,
    except: readonly string[],
    limit: number,
  ): Promise<Array<{ id: string; dataKey: string }>>;
  /** Puts keys, wrapped anew, in the place of what they were. */
  replace(tx: Tx, keys: ReadonlyArray<{ id: string } & WrappedKey>): Promise<void>;
}

/** The data keys of a table whose rows have `id`, `data_key` and `data_key_under`. */
export const dataKeysIn = (table: string): DataKeyStore => ({
  async lock(tx, under, except, limit) {
    // Less or more instead of other: an index of what keys lie under finds both.
    const { rows } = await sql<{ id: string; dataKey: string }>`
      select id, data_key as "dataKey" from ${sql.table(table)}
      where data_key is not null and (data_key_under < ${under} or data_key_under > ${under})
        and id <> all(${except}::uuid[])
      limit ${limit} for update skip locked
    `.execute(tx.sql);
    return rows;
  },
  async replace(tx, keys) {
    await sql`
      update ${sql.table(table)} as it set data_key = v.data_key, data_key_under = v.data_key_under
      from unnest(
        ${keys.map(({ id }) => id)}::uuid[],
        ${keys.map(({ dataKey }) => dataKey)}::text[],
        ${keys.map(({ dataKeyUnder }) => dataKeyUnder)}::text[]
      ) as v (id, data_key, data_key_under)
      where it.id = v.id
    `.execute(tx.sql);
  },
});
