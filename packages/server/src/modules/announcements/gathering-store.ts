import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { AnnouncementGatherings } from '../../platform/database/database-types.ts';

/** How far the search for an announcement's audience has come. */
export interface Gathering {
  readonly announcementId: string;
  readonly asset: string;
  readonly atLeast: string;
  readonly days: number;
  /** Null until the exchange has said whether it tells balances. */
  readonly foundBy: 'balances' | 'moves' | null;
  /** By moves: the edition whose letters are asked about one by one. */
  readonly edition: number | null;
  readonly after: string | null;
  readonly asked: number;
  readonly total: number | null;
  readonly letters: number;
  readonly done: boolean;
  readonly error: string | null;
  readonly attempts: number;
}

const recordOf = (row: Selectable<AnnouncementGatherings>): Gathering => ({
  announcementId: row.announcement_id,
  asset: row.asset,
  atLeast: row.at_least,
  days: row.days,
  foundBy: row.found_by === 'balances' || row.found_by === 'moves' ? row.found_by : null,
  edition: row.edition,
  after: row.after,
  asked: row.asked,
  total: row.total,
  letters: row.letters,
  done: row.done,
  error: row.error,
  attempts: row.attempts,
});

export async function insertGathering(
  tx: Tx,
  gathering: Pick<Gathering, 'announcementId' | 'asset' | 'atLeast' | 'days'>,
): Promise<void> {
  await tx.sql
    .insertInto('announcement_gatherings')
    .values({
      announcement_id: gathering.announcementId,
      asset: gathering.asset,
      at_least: gathering.atLeast,
      days: gathering.days,
      changed_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findGathering(reader: Reader, announcementId: string): Promise<Gathering | undefined> {
  const row = await reader.sql
    .selectFrom('announcement_gatherings')
    .selectAll()
    .where('announcement_id', '=', announcementId)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Held until the end of the transaction. */
export async function lockGathering(tx: Tx, announcementId: string): Promise<Gathering | undefined> {
  const row = await tx.sql
    .selectFrom('announcement_gatherings')
    .selectAll()
    .where('announcement_id', '=', announcementId)
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

export async function saveGathering(tx: Tx, gathering: Gathering): Promise<void> {
  await tx.sql
    .updateTable('announcement_gatherings')
    .set({
      found_by: gathering.foundBy,
      edition: gathering.edition,
      after: gathering.after,
      asked: gathering.asked,
      total: gathering.total,
      letters: gathering.letters,
      done: gathering.done,
      error: gathering.error,
      attempts: gathering.attempts,
      changed_at: tx.now,
    })
    .where('announcement_id', '=', gathering.announcementId)
    .execute();
}

/** Those that nobody has gone on with since a moment: their order was lost. */
export async function stoppedGatherings(reader: Reader, before: Date): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('announcement_gatherings')
    .select('announcement_id')
    .where('done', '=', false)
    .where('changed_at', '<', before)
    .limit(50)
    .execute();
  return rows.map((row) => row.announcement_id);
}
