import { sql } from 'kysely';
import type { Reader } from '../database/database.ts';

/** Which of these keys have a job of the name that waits, for its time or for another attempt, or runs. */
export async function orderedKeys(reader: Reader, name: string, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct singleton_key as key from pgboss.job
    where name = ${name} and singleton_key = any(${keys}::text[]) and state in ('created', 'retry', 'active')
  `.execute(reader.sql);
  return rows.map((row) => row.key);
}
