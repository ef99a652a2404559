import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { AlertPreferences } from '../../platform/database/database-types.ts';
import type { PreferenceRecord } from './alert.ts';

const recordOf = (row: Selectable<AlertPreferences>): PreferenceRecord => ({
  customerId: row.customer_id,
  byChat: row.by_chat,
  byEmail: row.by_email,
  timeZone: row.time_zone,
  quiet:
    row.quiet_from === null || row.quiet_until === null
      ? null
      : { from: row.quiet_from, until: row.quiet_until },
  networksThroughQuiet: row.networks_through_quiet,
  brief: row.brief_hour === null ? null : { hour: row.brief_hour, assets: row.brief_assets },
  briefDueAt: row.brief_due_at,
  optedInAt: row.opted_in_at,
  stoppedAt: row.stopped_at,
});

const columnsOf = (record: PreferenceRecord) => ({
  by_chat: record.byChat,
  by_email: record.byEmail,
  time_zone: record.timeZone,
  quiet_from: record.quiet?.from ?? null,
  quiet_until: record.quiet?.until ?? null,
  networks_through_quiet: record.networksThroughQuiet,
  brief_hour: record.brief?.hour ?? null,
  brief_assets: [...(record.brief?.assets ?? [])],
  brief_due_at: record.briefDueAt,
  opted_in_at: record.optedInAt,
  stopped_at: record.stoppedAt,
});

export async function findPreferences(
  reader: Reader,
  customerIds: readonly string[],
): Promise<Map<string, PreferenceRecord>> {
  const rows = await reader.sql
    .selectFrom('alert_preferences')
    .selectAll()
    .where('customer_id', '=', (of) => of.fn.any(of.val(customerIds as string[])))
    .execute();
  return new Map(rows.map((row) => [row.customer_id, recordOf(row)]));
}

/** Held until the end of the transaction. Made as `fresh` says where there is none: so that two requests of one customer wait for each other. */
export async function lockPreferences(tx: Tx, fresh: PreferenceRecord): Promise<PreferenceRecord> {
  const { customerId } = fresh;
  await tx.sql
    .insertInto('alert_preferences')
    .values({ customer_id: customerId, ...columnsOf(fresh) })
    .onConflict((of) => of.doNothing())
    .execute();
  const row = await tx.sql
    .selectFrom('alert_preferences')
    .selectAll()
    .where('customer_id', '=', customerId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return recordOf(row);
}

export async function savePreferences(tx: Tx, record: PreferenceRecord): Promise<void> {
  await tx.sql
    .updateTable('alert_preferences')
    .set(columnsOf(record))
    .where('customer_id', '=', record.customerId)
    .execute();
}

/** Nothing is sent to them from now on; known before, it stays as of then. */
export async function stopEverything(tx: Tx, customerId: string): Promise<void> {
  await tx.sql
    .updateTable('alert_preferences')
    .set({ stopped_at: tx.now })
    .where('customer_id', '=', customerId)
    .where('stopped_at', 'is', null)
    .execute();
}

/** Customers whose brief is due and who are sent something, those first who have waited longest. */
export async function lockBriefsDue(tx: Tx, limit: number): Promise<PreferenceRecord[]> {
  const rows = await tx.sql
    .selectFrom('alert_preferences')
    .selectAll()
    .where('brief_due_at', '<=', tx.now)
    .where('stopped_at', 'is', null)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('alert_holds as h')
            .select('h.id')
            .whereRef('h.customer_id', '=', 'alert_preferences.customer_id')
            .where('h.lifted_at', 'is', null),
        ),
      ),
    )
    .orderBy('brief_due_at')
    .limit(limit)
    .forUpdate()
    .execute();
  return rows.map(recordOf);
}
