import type { AlertSettings } from '@fairlead/contract';
import { type AlertHoldReason, alertHoldReason, alertKind, usualAlertSettings } from '@fairlead/contract';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { AlertHolds } from '../../platform/database/database-types.ts';

/** That an agent stopped what a customer is sent. */
export interface HoldRecord {
  readonly id: string;
  readonly customerId: string;
  readonly reason: AlertHoldReason;
  readonly note: string;
  readonly heldBy: string;
  readonly heldAt: Date;
  /** Null where the customer lifted it, and while it holds. */
  readonly liftedBy: string | null;
  readonly liftedNote: string | null;
  readonly liftedAt: Date | null;
}

const recordOf = (row: Selectable<AlertHolds>): HoldRecord => ({
  id: row.id,
  customerId: row.customer_id,
  reason: alertHoldReason.parse(row.reason),
  note: row.note,
  heldBy: row.held_by,
  heldAt: row.held_at,
  liftedBy: row.lifted_by,
  liftedNote: row.lifted_note,
  liftedAt: row.lifted_at,
});

/** The latest first. */
export async function listHolds(reader: Reader, customerId: string): Promise<HoldRecord[]> {
  const rows = await reader.sql
    .selectFrom('alert_holds')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('held_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(recordOf);
}

/** Those that hold now, of these customers. */
export async function findHolds(
  reader: Reader,
  customerIds: readonly string[],
): Promise<Map<string, HoldRecord>> {
  const rows = await reader.sql
    .selectFrom('alert_holds')
    .selectAll()
    .where('customer_id', '=', (of) => of.fn.any(of.val(customerIds as string[])))
    .where('lifted_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.customer_id, recordOf(row)]));
}

/** False where there is one already. */
export async function insertHold(tx: Tx, it: HoldRecord): Promise<boolean> {
  const row = await tx.sql
    .insertInto('alert_holds')
    .values({
      id: it.id,
      customer_id: it.customerId,
      reason: it.reason,
      note: it.note,
      held_by: it.heldBy,
      held_at: it.heldAt,
    })
    .onConflict((of) => of.column('customer_id').where('lifted_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends that which holds; its id, or null where there is none. */
export async function liftHold(
  tx: Tx,
  customerId: string,
  { by, note }: { by: string | null; note: string | null },
): Promise<string | null> {
  const row = await tx.sql
    .updateTable('alert_holds')
    .set({ lifted_by: by, lifted_note: note, lifted_at: tx.now })
    .where('customer_id', '=', customerId)
    .where('lifted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

const kept = z.array(alertKind);

/** What administrators allow, and who said so last. */
export async function readAlertSettings(
  reader: Reader,
): Promise<{ settings: AlertSettings; changed: { by: string; at: Date } | null }> {
  const row = await reader.sql.selectFrom('alert_settings').selectAll().executeTakeFirst();
  if (!row) return { settings: usualAlertSettings, changed: null };
  const { enabled, briefs, most_alerts: most } = row;
  return {
    settings: { enabled, kinds: kept.parse(row.kinds), briefs, most },
    changed: { by: row.changed_by, at: row.changed_at },
  };
}

export async function writeAlertSettings(tx: Tx, by: string, settings: AlertSettings): Promise<void> {
  const row = {
    enabled: settings.enabled,
    kinds: [...settings.kinds],
    briefs: settings.briefs,
    most_alerts: settings.most,
    changed_by: by,
    changed_at: tx.now,
  };
  await tx.sql
    .insertInto('alert_settings')
    .values(row)
    .onConflict((of) => of.column('only_one').doUpdateSet(row))
    .execute();
}
