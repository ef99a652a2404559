import { announcementPostState, type Locale } from '@fairlead/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { AnnouncementPosts } from '../../platform/database/database-types.ts';
import type { PostRecord } from './announcement.ts';

const recordOf = (row: Selectable<AnnouncementPosts>): PostRecord => ({
  id: row.id,
  announcementId: row.announcement_id,
  inboxId: row.inbox_id,
  address: row.address,
  locale: row.locale as Locale,
  state: announcementPostState.parse(row.state),
  edition: row.edition,
  externalId: row.external_id,
  link: row.link,
  error: row.error,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
});

/** The posts of each announcement. */
export async function readPosts(
  reader: Reader,
  announcementIds: readonly string[],
): Promise<Map<string, readonly PostRecord[]>> {
  const rows = await reader.sql
    .selectFrom('announcement_posts')
    .selectAll()
    .where('announcement_id', '=', (of) => of.fn.any(of.val(announcementIds as string[])))
    .orderBy('id')
    .execute();
  const found = new Map<string, PostRecord[]>(announcementIds.map((id) => [id, []]));
  for (const row of rows) found.get(row.announcement_id)?.push(recordOf(row));
  return found;
}

export async function findPost(reader: Reader, id: string): Promise<PostRecord | undefined> {
  const row = await reader.sql
    .selectFrom('announcement_posts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Others instead of those that there are; only while none of them has left. */
export async function replacePosts(
  tx: Tx,
  announcementId: string,
  posts: ReadonlyArray<Pick<PostRecord, 'id' | 'inboxId' | 'address' | 'locale'>>,
): Promise<void> {
  await tx.sql.deleteFrom('announcement_posts').where('announcement_id', '=', announcementId).execute();
  if (posts.length === 0) return;
  await tx.sql
    .insertInto('announcement_posts')
    .values(
      posts.map((it) => ({
        id: it.id,
        announcement_id: announcementId,
        inbox_id: it.inboxId,
        address: it.address,
        locale: it.locale,
        state: 'planned',
      })),
    )
    .execute();
}

/** All posts of an announcement are to be brought to where it stands; answers which. */
export async function awaitPosts(tx: Tx, announcementId: string): Promise<string[]> {
  const rows = await tx.sql
    .updateTable('announcement_posts')
    .set({ state: 'waiting', error: null, attempts: 0, next_attempt_at: tx.now })
    .where('announcement_id', '=', announcementId)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** A post that has failed waits again; false where it has not failed. */
export async function awaitFailedPost(tx: Tx, announcementId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('announcement_posts')
    .set({ state: 'waiting', attempts: 0, next_attempt_at: tx.now })
    .where('announcement_id', '=', announcementId)
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What an attempt has changed. */
export async function savePost(
  tx: Tx,
  { id, state, edition, externalId, link, error, attempts, nextAttemptAt }: PostRecord,
): Promise<void> {
  await tx.sql
    .updateTable('announcement_posts')
    .set({
      state,
      edition,
      external_id: externalId,
      link,
      error,
      attempts,
      next_attempt_at: nextAttemptAt,
    })
    .where('id', '=', id)
    .execute();
}

/** Those that should have been at work by then, and since when: their order was lost with a database, or given up. */
export async function overduePosts(
  reader: Reader,
  before: Date,
): Promise<Array<{ postId: string; at: Date }>> {
  const rows = await reader.sql
    .selectFrom('announcement_posts')
    .select(['id', 'next_attempt_at'])
    .where('state', '=', 'waiting')
    .where('next_attempt_at', '<', before)
    .limit(100)
    .execute();
  return rows.flatMap(({ id, next_attempt_at: at }) => (at ? [{ postId: id, at }] : []));
}
