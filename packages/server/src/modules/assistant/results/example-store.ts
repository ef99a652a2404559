import { exampleBody } from '@fairlead/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { AssistantExamples } from '../../../platform/database/database-types.ts';
import { type ExampleRecord, fingerprintOf } from './example.ts';

const recordOf = (row: Selectable<AssistantExamples>): ExampleRecord => ({
  id: row.id,
  setId: row.set_id,
  ...exampleBody.parse(row),
  authorId: row.author_id,
  createdAt: row.created_at,
});

/** All of them, or those of some sets, the last first. */
export async function listExamples(
  reader: Reader,
  sets: ReadonlyArray<{ readonly id: string }> | null = null,
): Promise<ExampleRecord[]> {
  const ids = sets?.map((it) => it.id);
  const rows = await reader.sql
    .selectFrom('assistant_examples')
    .selectAll()
    .$if(ids !== undefined, (of) => of.where('set_id', '=', (it) => it.fn.any(it.val(ids ?? []))))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(recordOf);
}

export async function findExample(reader: Reader, id: string): Promise<ExampleRecord | undefined> {
  const row = await reader.sql
    .selectFrom('assistant_examples')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** How many there are. In a transaction that adds some, nobody else adds meanwhile. */
export async function countExamples(tx: Tx): Promise<number> {
  const rows = await tx.sql.selectFrom('assistant_examples').select('id').forUpdate().execute();
  return rows.length;
}

/** Adds those of which there is none yet that asks the same; answers how many. */
export async function insertExamples(tx: Tx, records: readonly ExampleRecord[]): Promise<number> {
  if (records.length === 0) return 0;
  const added = await tx.sql
    .insertInto('assistant_examples')
    .values(
      records.map((it) => ({
        id: it.id,
        ...columnsOf(it),
        author_id: it.authorId,
        created_at: it.createdAt,
        updated_at: tx.now,
      })),
    )
    .onConflict((of) => of.column('fingerprint').doNothing())
    .returning('id')
    .execute();
  return added.length;
}

/** Saves a changed one; false where another asks the same. */
export async function updateExample(tx: Tx, record: ExampleRecord): Promise<boolean> {
  const columns = columnsOf(record);
  const other = await tx.sql
    .selectFrom('assistant_examples')
    .select('id')
    .where('fingerprint', '=', columns.fingerprint)
    .where('id', '<>', record.id)
    .executeTakeFirst();
  if (other) return false;
  await tx.sql
    .updateTable('assistant_examples')
    .set({ ...columns, updated_at: tx.now })
    .where('id', '=', record.id)
    .execute();
  return true;
}

/** Answers whether it was there. */
export async function deleteExample(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.sql
    .deleteFrom('assistant_examples')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

const columnsOf = (it: ExampleRecord) => ({
  set_id: it.setId,
  locale: it.locale,
  text: it.text,
  earlier: JSON.stringify(it.earlier),
  expect: JSON.stringify(it.expect),
  note: it.note,
  fingerprint: fingerprintOf(it),
});
