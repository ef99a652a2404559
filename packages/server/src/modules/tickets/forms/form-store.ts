import {
  type Category,
  type FormField,
  formField,
  formKey,
  type KnownFields,
  knownField,
} from '@fairlead/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { prepared } from '../../../platform/database/prepared.ts';

/** A version of a category's form. */
export interface FormRecord {
  readonly category: Category;
  readonly version: number;
  /** Null: as it came along. */
  readonly fields: readonly FormField[] | null;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

/** All forms as they were at a moment: those that were ever changed, and the fields that administrators ever made. */
export interface FormsRecord {
  readonly forms: readonly FormRecord[];
  readonly known: KnownFields;
}

const keptFields = z.array(formField).nullable();
const keptKnown = z.partialRecord(formKey, knownField);

/** Names the forms as they are now, across nodes and databases; undefined while nobody changed any. */
export async function lastEdition(reader: Reader): Promise<{ id: string; edition: number } | undefined> {
  const { rows } = await sql<{
    id: string;
    edition: number;
  }>`${prepared} select id, edition from ticket_forms order by edition desc limit 1`.execute(reader.sql);
  return rows[0];
}

/** The forms as of an edition: what was changed later is not in it. */
export async function readEdition(reader: Reader, edition: number): Promise<FormsRecord> {
  const rows = await reader.sql
    .selectFrom('ticket_forms')
    .distinctOn('category')
    .select(['category', 'version', 'fields', 'changed_by', 'changed_at'])
    .where('edition', '<=', edition)
    .orderBy('category')
    .orderBy('edition', 'desc')
    .execute();
  const last = await reader.sql
    .selectFrom('ticket_forms')
    .select('known')
    .where('edition', '=', edition)
    .executeTakeFirst();
  return {
    forms: rows.map((row) => ({
      category: row.category as Category,
      version: row.version,
      fields: keptFields.parse(row.fields),
      changedBy: row.changed_by,
      changedAt: row.changed_at,
    })),
    known: keptKnown.parse(last?.known ?? {}),
  };
}

/** One change of forms at a time, so that editions are in the order of their commits. Held until the end of the transaction. */
export async function holdForms(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('tickets.forms'))`.execute(tx.sql);
}

export async function insertForm(
  tx: Tx,
  { id, known, ...form }: FormRecord & { readonly id: string; readonly known: KnownFields },
): Promise<void> {
  await tx.sql
    .insertInto('ticket_forms')
    .values({
      id,
      category: form.category,
      version: form.version,
      fields: form.fields && JSON.stringify(form.fields),
      known: JSON.stringify(known),
      changed_by: form.changedBy,
      changed_at: form.changedAt,
    })
    .execute();
}

/** How many tickets of a category hold something in a field, counted no further than `limit`. */
export async function countUse(
  reader: Reader,
  category: Category,
  key: string,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from tickets where category = ${category} and fields ? ${key} limit ${limit}
    ) held`.execute(reader.sql);
  return rows[0]?.count ?? 0;
}
