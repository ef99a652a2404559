import { sql } from 'kysely';
import type { Database, Reader, Tx } from './database/database.ts';
import { prepared } from './database/prepared.ts';

/** A fact of the installation, or undefined. */
export async function readSetting<T>(reader: Reader, key: string): Promise<T | undefined> {
  const { rows } = await sql<{
    value: unknown;
  }>`${prepared} select value from settings where key = ${key}`.execute(reader.sql);
  return rows[0]?.value as T | undefined;
}

export async function writeSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: tx.now };
  await tx.sql
    .insertInto('settings')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
}

/** The setting, made by the first node that asks: all nodes get the same. */
export async function readOrMakeSetting(
  database: Database,
  key: string,
  make: () => string,
): Promise<string> {
  return database.write(async (tx) => {
    await tx.sql
      .insertInto('settings')
      .values({ key, value: JSON.stringify(make()), updated_at: tx.now })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    const value = await readSetting<string>(tx, key);
    if (value === undefined) throw new Error(`setting ${key} vanished`);
    return value;
  });
}
