import type { ExampleSetBody } from '@fairlead/contract';
import { sql } from 'kysely';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';

/** A named set of examples. */
export interface SetRecord extends ExampleSetBody {
  readonly id: string;
  /** It stays, whatever else goes. */
  readonly usual: boolean;
}

/** All of them, the usual one first, then by name. */
export async function listSets(reader: Reader): Promise<SetRecord[]> {
  return reader.sql
    .selectFrom('assistant_example_sets')
    .select(['id', 'name', 'usual', 'gate', 'nightly'])
    .orderBy('usual', 'desc')
    .orderBy(sql`lower(name)`)
    .execute();
}

/** How many examples are in each. */
export async function countBySet(reader: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.sql
    .selectFrom('assistant_examples')
    .select(['set_id', sql<number>`count(*)::int`.as('count')])
    .groupBy('set_id')
    .execute();
  return new Map(rows.map((it) => [it.set_id, it.count]));
}

/** Begins one; undefined where another has the name. */
export async function insertSet(tx: Tx, body: ExampleSetBody): Promise<SetRecord | undefined> {
  return tx.sql
    .insertInto('assistant_example_sets')
    .values({ id: newId(tx.now.getTime()), ...body, created_at: tx.now })
    .onConflict((of) => of.doNothing())
    .returning(['id', 'name', 'usual', 'gate', 'nightly'])
    .executeTakeFirst();
}

/** Saves a changed one; false where another has the name. */
export async function updateSet(tx: Tx, { id, name, gate, nightly }: SetRecord): Promise<boolean> {
  const other = await tx.sql
    .selectFrom('assistant_example_sets')
    .select('id')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (other) return false;
  await tx.sql
    .updateTable('assistant_example_sets')
    .set({ name, gate, nightly })
    .where('id', '=', id)
    .execute();
  return true;
}

/** Removes one; its examples go with it, or into another set. */
export async function deleteSet(tx: Tx, id: string, into: string | null): Promise<void> {
  if (into === null) await tx.sql.deleteFrom('assistant_examples').where('set_id', '=', id).execute();
  else
    await tx.sql.updateTable('assistant_examples').set({ set_id: into }).where('set_id', '=', id).execute();
  await tx.sql.deleteFrom('assistant_example_sets').where('id', '=', id).execute();
}
