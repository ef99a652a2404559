import {
  type AnnouncementKind,
  type AnnouncementState,
  announcementAudience,
  announcementKind,
  announcementState,
  announcementTextState,
  type Locale,
  locale,
} from '@fairlead/contract';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type {
  AnnouncementEditions,
  Announcements,
  AnnouncementTexts,
} from '../../platform/database/database-types.ts';
import type { AnnouncementRecord, EditionRecord, TextRecord } from './announcement.ts';

const recordOf = (row: Selectable<Announcements>): AnnouncementRecord => ({
  id: row.id,
  slug: row.slug,
  kind: announcementKind.parse(row.kind),
  state: announcementState.parse(row.state),
  version: row.version,
  edition: row.edition,
  sourceLocale: row.source_locale as Locale,
  audience: announcementAudience.parse(row.audience),
  helpCenter: row.help_center,
  banner: row.banner,
  bannerUntil: row.banner_until,
  email: row.email,
  publishAt: row.publish_at,
  timeZone: row.time_zone,
  articleIds: row.article_ids,
  pictureId: row.picture_id,
  authors: row.authors,
  approvedBy: row.approved_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  publishedAt: row.published_at,
  withdrawnAt: row.withdrawn_at,
});

const columnsOf = (record: AnnouncementRecord) => ({
  kind: record.kind,
  state: record.state,
  version: record.version,
  edition: record.edition,
  audience: JSON.stringify(record.audience),
  help_center: record.helpCenter,
  banner: record.banner,
  banner_until: record.bannerUntil,
  email: record.email,
  publish_at: record.publishAt,
  time_zone: record.timeZone,
  article_ids: [...record.articleIds],
  picture_id: record.pictureId,
  authors: [...record.authors],
  approved_by: record.approvedBy,
  updated_at: record.updatedAt,
  published_at: record.publishedAt,
  withdrawn_at: record.withdrawnAt,
});

export async function findAnnouncement(reader: Reader, id: string): Promise<AnnouncementRecord | undefined> {
  const row = await reader.sql
    .selectFrom('announcements')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Held until the end of the transaction, with its texts. */
export async function lockAnnouncement(tx: Tx, id: string): Promise<AnnouncementRecord | undefined> {
  const row = await tx.sql
    .selectFrom('announcements')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

export async function insertAnnouncement(tx: Tx, record: AnnouncementRecord): Promise<void> {
  await tx.sql
    .insertInto('announcements')
    .values({
      id: record.id,
      slug: record.slug,
      source_locale: record.sourceLocale,
      created_at: record.createdAt,
      ...columnsOf(record),
    })
    .execute();
}

export async function saveAnnouncement(tx: Tx, record: AnnouncementRecord): Promise<void> {
  await tx.sql.updateTable('announcements').set(columnsOf(record)).where('id', '=', record.id).execute();
}

export async function deleteAnnouncement(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('announcements').where('id', '=', id).execute();
}

/** The newest first; ids are made in the order of time. `before` is one of them. */
export async function listAnnouncements(
  reader: Reader,
  wish: {
    state?: AnnouncementState | undefined;
    kind?: AnnouncementKind | undefined;
    before?: string | undefined;
    limit: number;
  },
): Promise<AnnouncementRecord[]> {
  let query = reader.sql.selectFrom('announcements').selectAll();
  if (wish.state) query = query.where('state', '=', wish.state);
  if (wish.kind) query = query.where('kind', '=', wish.kind);
  if (wish.before) query = query.where('id', '<', wish.before);
  const rows = await query.orderBy('id', 'desc').limit(wish.limit).execute();
  return rows.map(recordOf);
}

/** Those that were not withdrawn, the newest first. */
export async function listCurrent(reader: Reader, limit: number): Promise<AnnouncementRecord[]> {
  const rows = await reader.sql
    .selectFrom('announcements')
    .selectAll()
    .where('state', '<>', 'withdrawn')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** Those whose moment has come. */
export async function dueAnnouncements(reader: Reader): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('announcements')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', reader.now)
    .orderBy('publish_at')
    .limit(50)
    .execute();
  return rows.map(({ id }) => id);
}

const textOf = (row: Selectable<AnnouncementTexts>): TextRecord => ({
  locale: row.locale as Locale,
  title: row.title,
  summary: row.summary,
  body: row.body,
  pictureAlt: row.picture_alt,
  state: announcementTextState.parse(row.state),
  changedBy: row.changed_by,
  changedAt: row.changed_at,
});

/** The texts of each announcement, in the order of their languages' tags. */
export async function readTexts(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, readonly TextRecord[]>> {
  const rows = await reader.sql
    .selectFrom('announcement_texts')
    .selectAll()
    .where('announcement_id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .orderBy('locale')
    .execute();
  const found = new Map<string, TextRecord[]>(ids.map((id) => [id, []]));
  for (const row of rows) found.get(row.announcement_id)?.push(textOf(row));
  return found;
}

export async function putText(tx: Tx, announcementId: string, text: TextRecord): Promise<void> {
  const columns = {
    title: text.title,
    summary: text.summary,
    body: text.body,
    picture_alt: text.pictureAlt,
    state: text.state,
    changed_by: text.changedBy,
    changed_at: text.changedAt,
  };
  await tx.sql
    .insertInto('announcement_texts')
    .values({ announcement_id: announcementId, locale: text.locale, ...columns })
    .onConflict((at) => at.columns(['announcement_id', 'locale']).doUpdateSet(columns))
    .execute();
}

/** The texts that follow the source no longer say what it says. */
export async function outdateTexts(tx: Tx, announcementId: string, source: Locale): Promise<void> {
  await tx.sql
    .updateTable('announcement_texts')
    .set({ state: 'outdated' })
    .where('announcement_id', '=', announcementId)
    .where('locale', '<>', source)
    .execute();
}

export async function deleteTexts(tx: Tx, announcementId: string, locales: readonly Locale[]): Promise<void> {
  await tx.sql
    .deleteFrom('announcement_texts')
    .where('announcement_id', '=', announcementId)
    .where('locale', 'in', [...locales])
    .execute();
}

/** Of an edition, in the order in which they were kept. */
export const editionTexts = z.array(
  z.object({
    locale,
    title: z.string(),
    summary: z.string(),
    body: z.string(),
    // Older ones had no pictures.
    pictureAlt: z.string().default(''),
  }),
);

const editionOf = (row: Selectable<AnnouncementEditions>): EditionRecord => ({
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
});

export async function insertEdition(tx: Tx, record: EditionRecord): Promise<void> {
  await tx.sql
    .insertInto('announcement_editions')
    .values({
      announcement_id: record.announcementId,
      edition: record.edition,
      kind: record.kind,
      source_locale: record.sourceLocale,
      texts: JSON.stringify(record.texts),
      audience: JSON.stringify(record.audience),
      help_center: record.helpCenter,
      banner: record.banner,
      banner_until: record.bannerUntil,
      article_ids: [...record.articleIds],
      picture_id: record.pictureId,
      approved_by: record.approvedBy,
      published_at: record.publishedAt,
    })
    .execute();
}

/** What was published of an announcement, the newest first. */
export async function listEditions(reader: Reader, announcementId: string): Promise<EditionRecord[]> {
  const rows = await reader.sql
    .selectFrom('announcement_editions')
    .selectAll()
    .where('announcement_id', '=', announcementId)
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(editionOf);
}
