import {
  type OfficialEntry,
  type OfficialReport,
  officialEntry,
  officialKinds,
  officialPlatformIds,
  officialReport,
} from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { OfficialEntries, OfficialReports } from '../../platform/database/database-types.ts';
import type { EntryKey } from './check/read-entry.ts';

/** Reports that are shown and kept open at once. */
export const mostReports = 500;
/** What people said of a report: the last few. */
const keptNotes = 5;

const keySchema = z.object({ kind: z.enum(officialKinds), platform: z.enum(officialPlatformIds).nullable() });
const keyOf = (row: { kind: string; platform: string }) =>
  keySchema.parse({ kind: row.kind, platform: row.platform || null });

const entryOf = (row: Selectable<OfficialEntries>): OfficialEntry => ({
  ...keyOf(row),
  id: row.id,
  standing: officialEntry.shape.standing.parse(row.standing),
  value: row.value,
  subdomains: row.subdomains,
  label: row.label,
  note: row.note,
  state: row.retired ? 'retired' : 'active',
  addedBy: row.added_by,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

const reportOf = (row: Selectable<OfficialReports>): OfficialReport => ({
  ...keyOf(row),
  id: row.id,
  value: row.value,
  count: row.count,
  notes: row.notes,
  state: officialReport.shape.state.parse(row.state),
  firstAt: row.first_at.toISOString(),
  lastAt: row.last_at.toISOString(),
});

/** All of them, the last changed first. */
export async function listEntries(reader: Reader): Promise<OfficialEntry[]> {
  const rows = await reader.sql
    .selectFrom('official_entries')
    .selectAll()
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(entryOf);
}

/** How many there are, held until the end of the transaction: two who add at once do not pass the limit together. */
export async function countEntries(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('official_entries'))`.execute(tx.sql);
  const { count } = await tx.sql
    .selectFrom('official_entries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Held until the end of the transaction. */
export async function lockEntry(tx: Tx, id: string): Promise<OfficialEntry | undefined> {
  const row = await tx.sql
    .selectFrom('official_entries')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && entryOf(row);
}

/** The entry of a thing, held; undefined where there is none. */
export async function lockEntryOf(tx: Tx, key: EntryKey): Promise<OfficialEntry | undefined> {
  const row = await tx.sql
    .selectFrom('official_entries')
    .selectAll()
    .where('kind', '=', key.kind)
    .where('platform', '=', key.platform ?? '')
    .where('value', '=', key.value)
    .forUpdate()
    .executeTakeFirst();
  return row && entryOf(row);
}

/** Whether a name is ours on some platform. */
export async function hasOfficialHandle(tx: Tx, value: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('official_entries')
    .select('id')
    .where('kind', '=', 'handle')
    .where('standing', '=', 'official')
    .where('retired', '=', false)
    .where('value', '=', value)
    .executeTakeFirst();
  return row !== undefined;
}

export async function putEntry(tx: Tx, it: OfficialEntry): Promise<void> {
  const columns = {
    standing: it.standing,
    subdomains: it.subdomains,
    label: it.label,
    note: it.note,
    retired: it.state === 'retired',
    updated_at: it.updatedAt,
  };
  await tx.sql
    .insertInto('official_entries')
    .values({
      id: it.id,
      kind: it.kind,
      platform: it.platform ?? '',
      value: it.value,
      added_by: it.addedBy,
      created_at: it.createdAt,
      ...columns,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

/** Those that nobody has decided, the most reported first. */
export async function listOpenReports(reader: Reader): Promise<OfficialReport[]> {
  const rows = await reader.sql
    .selectFrom('official_reports')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('count', 'desc')
    .orderBy('last_at', 'desc')
    .limit(mostReports)
    .execute();
  return rows.map(reportOf);
}

export async function countOpenReports(reader: Reader): Promise<number> {
  const { count } = await reader.sql
    .selectFrom('official_reports')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return count;
}

/** Held until the end of the transaction. */
export async function lockReport(tx: Tx, id: string): Promise<OfficialReport | undefined> {
  const row = await tx.sql
    .selectFrom('official_reports')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && reportOf(row);
}

/** Counts a report, and keeps what was said of it. What was dismissed is counted and stays so. Answers it, and whether it is new. */
export async function countReport(
  tx: Tx,
  { id, key, note }: { id: string; key: EntryKey; note: string },
): Promise<{ id: string; fresh: boolean }> {
  const row = await tx.sql
    .insertInto('official_reports')
    .values({
      id,
      kind: key.kind,
      platform: key.platform ?? '',
      value: key.value,
      notes: note === '' ? [] : [note],
      first_at: tx.now,
      last_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'platform', 'value']).doUpdateSet({
        count: sql`official_reports.count + 1`,
        notes: sql`case when ${note} = '' then official_reports.notes
          else (array_prepend(${note}::text, official_reports.notes))[1:${sql.lit(keptNotes)}] end`,
        last_at: tx.now,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: row.id, fresh: row.id === id };
}

export async function decideReportRow(tx: Tx, id: string, state: 'accepted' | 'dismissed'): Promise<void> {
  await tx.sql.updateTable('official_reports').set({ state }).where('id', '=', id).execute();
}
