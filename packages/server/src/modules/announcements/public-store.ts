import {
  type AnnouncementKind,
  announcementAudience,
  announcementKind,
  type Locale,
} from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader } from '../../platform/database/database.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { EditionRecord } from './announcement.ts';
import { editionTexts } from './announcement-store.ts';

/** An announcement as customers may see it: its last edition. */
export interface PublicRecord extends EditionRecord {
  readonly slug: string;
  readonly firstPublishedAt: Date;
  readonly withdrawnAt: Date | null;
}

const shown = (reader: Reader) =>
  reader.sql
    .selectFrom('announcements as a')
    .innerJoin('announcement_editions as e', (join) =>
      join.onRef('e.announcement_id', '=', 'a.id').onRef('e.edition', '=', 'a.edition'),
    )
    .selectAll('e')
    .select(['a.slug', 'a.published_at as first_published_at', 'a.withdrawn_at']);

type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];

const recordOf = (row: Row): PublicRecord => ({
  announcementId: row.announcement_id,
  edition: row.edition,
  kind: announcementKind.parse(row.kind),
  sourceLocale: row.source_locale as Locale,
  texts: editionTexts.parse(row.texts),
  audience: announcementAudience.parse(row.audience),
  helpCenter: row.help_center,
  banner: row.banner,
  bannerUntil: row.banner_until,
  articleIds: row.article_ids,
  pictureId: row.picture_id,
  approvedBy: row.approved_by,
  publishedAt: row.published_at,
  slug: row.slug,
  firstPublishedAt: row.first_published_at ?? row.published_at,
  withdrawnAt: row.withdrawn_at,
});

/** Another with every change of what stands in the help center. */
export async function publicStamp(reader: Reader): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`${prepared}
    select count(*) || ' ' || coalesce(sum(edition), 0) || ' ' || count(withdrawn_at) || ' ' || coalesce(max(updated_at)::text, '') as stamp
    from announcements where edition > 0
  `.execute(reader.sql);
  return rows[0]?.stamp ?? '';
}

/** Those that stand in the help center, the last published first; what was withdrawn is not among them. */
export async function listPublic(
  reader: Reader,
  { kind, limit }: { kind?: AnnouncementKind | undefined; limit: number },
): Promise<PublicRecord[]> {
  let query = shown(reader).where('a.withdrawn_at', 'is', null).where('e.help_center', '=', true);
  if (kind) query = query.where('e.kind', '=', kind);
  return (await query.orderBy('a.published_at', 'desc').limit(limit).execute()).map(recordOf);
}

/** Whether a picture is shown by what stands in the help center now. */
export async function isAnnouncedPicture(reader: Reader, pictureId: string): Promise<boolean> {
  const row = await shown(reader)
    .where('e.picture_id', '=', pictureId)
    .where('a.withdrawn_at', 'is', null)
    .where('e.help_center', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The one at an address of the help center, also after it was withdrawn. */
export async function findPublic(reader: Reader, slug: string): Promise<PublicRecord | undefined> {
  const row = await shown(reader)
    .where('a.slug', '=', slug)
    .where('e.help_center', '=', true)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Those whose banner shows now, the last published first. */
export async function listBanners(reader: Reader, limit: number): Promise<PublicRecord[]> {
  const rows = await shown(reader)
    .where('a.withdrawn_at', 'is', null)
    .where('e.banner', '=', true)
    .where((of) => of.or([of('e.banner_until', 'is', null), of('e.banner_until', '>', reader.now)]))
    .orderBy('a.published_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}
