import type { Reader, Tx } from '../../platform/database/database.ts';

/** Which trackers each of these announcements is about, in the order in which they were linked. */
export async function trackersOf(
  reader: Reader,
  announcementIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const rows = await reader.sql
    .selectFrom('announcement_trackers')
    .select(['announcement_id', 'tracker_id'])
    .where('announcement_id', '=', (of) => of.fn.any(of.val(announcementIds as string[])))
    .orderBy('linked_at')
    .orderBy('tracker_id')
    .execute();
  const found = new Map<string, string[]>(announcementIds.map((id) => [id, []]));
  for (const row of rows) found.get(row.announcement_id)?.push(row.tracker_id);
  return found;
}

/** The announcements about each of these trackers. */
export async function announcementsAbout(reader: Reader, trackerIds: readonly string[]): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('announcement_trackers')
    .select('announcement_id')
    .distinct()
    .where('tracker_id', '=', (of) => of.fn.any(of.val(trackerIds as string[])))
    .execute();
  return rows.map((row) => row.announcement_id);
}

/** When the last edition of each was published. */
export async function lastPublishedAt(
  reader: Reader,
  announcementIds: readonly string[],
): Promise<Map<string, Date>> {
  const rows = await reader.sql
    .selectFrom('announcements as a')
    .innerJoin('announcement_editions as e', (join) =>
      join.onRef('e.announcement_id', '=', 'a.id').onRef('e.edition', '=', 'a.edition'),
    )
    .select(['a.id', 'e.published_at'])
    .where('a.id', '=', (of) => of.fn.any(of.val(announcementIds as string[])))
    .execute();
  return new Map(rows.map((row) => [row.id, row.published_at]));
}

/** False where it was linked already. */
export async function insertTracker(
  tx: Tx,
  announcementId: string,
  trackerId: string,
  agentId: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('announcement_trackers')
    .values({
      announcement_id: announcementId,
      tracker_id: trackerId,
      linked_by: agentId,
      linked_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

/** False where it was not linked. */
export async function deleteTracker(tx: Tx, announcementId: string, trackerId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('announcement_trackers')
    .where('announcement_id', '=', announcementId)
    .where('tracker_id', '=', trackerId)
    .executeTakeFirst();
  return Number(numDeletedRows) > 0;
}
