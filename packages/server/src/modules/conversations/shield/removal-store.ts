import {
  type Channel,
  type Locale,
  type RemovedCount,
  type RemovedKind,
  removedKinds,
  type SealableKind,
  type ShieldSettings,
  sealableKinds,
  usualShieldSettings,
} from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { ShieldRemovals } from '../../../platform/database/database-types.ts';

/** A removal as it is written, beside its message. */
export type RemovalRow = Selectable<ShieldRemovals>;

/** Something that was removed from a message, as this module thinks of it. */
export interface RemovalRecord {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: RemovedKind;
  readonly place: number | null;
  readonly certainty: 'certain' | 'likely' | null;
  readonly removedAt: Date;
  readonly reportedAt: Date | null;
  readonly reportedBy: string | null;
  /** Null where nothing is kept. */
  readonly original: { readonly sealed: string; readonly dataKey: string; readonly until: Date } | null;
}

const kind = z.enum(removedKinds);
const certainty = z.enum(['certain', 'likely']).nullable();

const recordOf = (row: RemovalRow): RemovalRecord => ({
  id: row.id,
  conversationId: row.conversation_id,
  kind: kind.parse(row.kind),
  place: row.place,
  certainty: certainty.parse(row.certainty),
  removedAt: row.removed_at,
  reportedAt: row.reported_at,
  reportedBy: row.reported_by,
  original:
    row.sealed === null || row.data_key === null || row.sealed_until === null
      ? null
      : { sealed: row.sealed, dataKey: row.data_key, until: row.sealed_until },
});

/** In the order of its marks, then what stood beside it. */
export async function listRemovals(
  reader: Reader,
  conversationId: string,
  messageId: string,
): Promise<RemovalRecord[]> {
  const rows = await reader.sql
    .selectFrom('shield_removals')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('message_id', '=', messageId)
    .orderBy(sql`place nulls last`)
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

/** Held until the end of the transaction. */
export async function lockRemoval(
  tx: Tx,
  conversationId: string,
  id: string,
): Promise<RemovalRecord | undefined> {
  const row = await tx.sql
    .selectFrom('shield_removals')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Says by whom it is said to be no secret; null takes that back. */
export async function saveReport(
  tx: Tx,
  conversationId: string,
  id: string,
  by: string | null,
): Promise<void> {
  await tx.sql
    .updateTable('shield_removals')
    .set({ reported_by: by, reported_at: by === null ? null : tx.now })
    .where('conversation_id', '=', conversationId)
    .where('id', '=', id)
    .execute();
}

const nothingSealed = { sealed: null, data_key: null, data_key_under: null, sealed_until: null };

/** Erases originals whose time is over. Answers how many. */
export async function eraseOverdue(tx: Tx): Promise<number> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('shield_removals')
    .set(nothingSealed)
    .where('sealed', 'is not', null)
    .where('sealed_until', '<=', tx.now)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Erases originals of all kinds but these, and keeps none longer than so many days after it was removed. */
export async function eraseBeyond(tx: Tx, { sealedKinds, keepDays }: ShieldSettings): Promise<void> {
  await tx.sql
    .updateTable('shield_removals')
    .set(nothingSealed)
    .where('sealed', 'is not', null)
    .where('kind', '<>', (of) => of.fn<string>('all', [of.val([...sealedKinds])]))
    .execute();
  await tx.sql
    .updateTable('shield_removals')
    .set({ sealed_until: sql<Date>`least(sealed_until, removed_at + make_interval(days => ${keepDays}))` })
    .where('sealed', 'is not', null)
    .execute();
}

const sealedKinds = z.array(z.enum(sealableKinds));

/** What an administrator wishes to be kept, and who said so last. */
export async function readShieldSettings(
  reader: Reader,
): Promise<{ settings: ShieldSettings; changed: { by: string; at: Date } | null }> {
  const row = await reader.sql.selectFrom('shield_settings').selectAll().executeTakeFirst();
  if (!row) return { settings: usualShieldSettings, changed: null };
  return {
    settings: {
      sealedKinds: sealedKinds.parse(row.sealed_kinds),
      keepDays: row.keep_days,
      openingsADay: row.openings_a_day,
    },
    changed: { by: row.changed_by, at: row.changed_at },
  };
}

export async function writeShieldSettings(tx: Tx, by: string, settings: ShieldSettings): Promise<void> {
  const row = {
    sealed_kinds: [...settings.sealedKinds] satisfies SealableKind[],
    keep_days: settings.keepDays,
    openings_a_day: settings.openingsADay,
    changed_by: by,
    changed_at: tx.now,
  };
  await tx.sql
    .insertInto('shield_settings')
    .values(row)
    .onConflict((of) => of.column('only_one').doUpdateSet(row))
    .execute();
}

/** What was removed, and what browsers held back, by week (Monday, UTC), kind, channel and language, since a moment. */
export async function countRemovals(reader: Reader, since: Date): Promise<RemovedCount[]> {
  const { rows } = await sql<{
    week: string;
    kind: string;
    channel: Channel;
    locale: Locale;
    count: number;
    falseAlarms: number;
    heldBack: number;
  }>`
    with removed as (
      select date_trunc('week', removed_at at time zone 'UTC')::date as week, kind, channel, locale,
        count(*) as count, count(reported_at) as alarms
      from shield_removals where removed_at >= ${since} group by 1, 2, 3, 4
    ), held as (
      select date_trunc('week', day)::date as week, kind, channel, locale, sum(count)::int as count
      from shield_held_back where day >= (${since}::timestamptz at time zone 'UTC')::date group by 1, 2, 3, 4
    )
    select to_char(week, 'YYYY-MM-DD') as week, kind, channel, locale, coalesce(removed.count, 0) as count,
      coalesce(removed.alarms, 0) as "falseAlarms", coalesce(held.count, 0) as "heldBack"
    from removed full join held using (week, kind, channel, locale)
    order by 1, 2, 3, 4
  `.execute(reader.sql);
  return rows.map((row) => ({ ...row, kind: kind.parse(row.kind) }));
}
