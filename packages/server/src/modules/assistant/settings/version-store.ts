import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import { type KeptSettings, keptSettings } from './settings.ts';

/** Settings as they were saved. */
export interface VersionRecord {
  readonly number: number;
  readonly settings: KeptSettings;
  readonly savedBy: string | null;
  readonly savedAt: Date;
  readonly reason: string | null;
  readonly restored: number | null;
  readonly runId: string | null;
}

interface Row {
  number: number;
  settings: unknown;
  saved_by: string | null;
  saved_at: Date;
  reason: string | null;
  restored: number | null;
  run_id: string | null;
}

const recordOf = (row: Row): VersionRecord => ({
  number: row.number,
  settings: keptSettings.parse(row.settings),
  savedBy: row.saved_by,
  savedAt: row.saved_at,
  reason: row.reason,
  restored: row.restored,
  runId: row.run_id,
});

/** The last ones, the last first. */
export async function listVersions(reader: Reader, limit: number): Promise<VersionRecord[]> {
  const rows = await reader.sql
    .selectFrom('assistant_settings_versions')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

export async function findVersion(reader: Reader, number: number): Promise<VersionRecord | undefined> {
  const row = await reader.sql
    .selectFrom('assistant_settings_versions')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** The number of the version that holds, 0 without any. */
export async function lastVersion(reader: Reader): Promise<number> {
  const { rows } = await sql<{
    number: number;
  }>`${prepared} select coalesce(max(number), 0) as number from assistant_settings_versions`.execute(
    reader.sql,
  );
  return rows[0]?.number ?? 0;
}

/** Nobody else changes the settings before the transaction ends. Answers the number of the last version, 0 without any. */
export async function holdVersions(tx: Tx): Promise<number> {
  await sql`lock table assistant_settings_versions in share row exclusive mode`.execute(tx.sql);
  return lastVersion(tx);
}

export async function insertVersion(tx: Tx, version: Omit<VersionRecord, 'savedAt'>): Promise<void> {
  await tx.sql
    .insertInto('assistant_settings_versions')
    .values({
      number: version.number,
      settings: JSON.stringify(version.settings),
      saved_by: version.savedBy,
      saved_at: tx.now,
      reason: version.reason,
      restored: version.restored,
      run_id: version.runId,
    })
    .execute();
}
