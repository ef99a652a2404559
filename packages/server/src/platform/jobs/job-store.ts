import { sql } from 'kysely';
import type { Reader, Tx } from '../database/database.ts';
import { prepared } from '../database/prepared.ts';

/**
 * Which of these names have a job whose time has come. Asked for as the queue itself fetches, one of each in its order, so that an index answers
 * however many wait: with 300,000 that were due, each name took under a millisecond; without the order the whole table was read for each.
 */
export async function dueNames(reader: Reader, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`${prepared}
    select it.name from unnest(${names}::text[]) as it (name)
    cross join lateral (
      select from pgboss.job j
      where j.name = it.name and j.state < 'active' and not j.blocked and j.start_after <= pgboss.job_now()
      order by j.priority desc, j.created_on limit 1
    ) due
  `.execute(reader.sql);
  return rows.map((row) => row.name);
}

/** Which of these keys have a job of the name that waits, for its time or for another attempt, or runs. */
export async function orderedKeys(reader: Reader, name: string, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct singleton_key as key from pgboss.job
    where name = ${name} and singleton_key = any(${keys}::text[]) and state in ('created', 'retry', 'active')
  `.execute(reader.sql);
  return rows.map((row) => row.key);
}

/** Which of these keys have a job of the name that has not begun its first attempt; none begins it before the end of the transaction. */
export async function holdWaiting(tx: Tx, name: string, keys: readonly string[]): Promise<Set<string>> {
  // Several who order the same do not wait for each other, and whoever takes jobs passes over what is held.
  const { rows } = await sql<{ key: string }>`
    select singleton_key as key from pgboss.job
    where name = ${name} and singleton_key = any(${keys}::text[]) and state = 'created'
    order by singleton_key for key share
  `.execute(tx.sql);
  return new Set(rows.map((row) => row.key));
}
