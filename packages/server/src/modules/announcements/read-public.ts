import type { AnnouncementKind, Locale } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { announcementAddress } from './announcement-address.ts';
import { pickText } from './pick-text.ts';
import { findPublic, listPublic, type PublicRecord } from './public-store.ts';

/** A line of the help center's list. */
export interface PublicLine {
  readonly kind: AnnouncementKind;
  readonly title: string;
  readonly summary: string;
  /** The language of the words. */
  readonly locale: Locale;
  readonly locales: readonly Locale[];
  readonly slug: string;
  /** Of its page, from the root of the server. */
  readonly address: string;
  readonly publishedAt: Date;
  /** Of its last edition. */
  readonly updatedAt: Date;
  readonly corrected: boolean;
}

/** An announcement as its page shows it. */
export interface PublicPage extends PublicLine {
  /** Markdown. */
  readonly body: string;
  readonly articleIds: readonly string[];
  readonly pictureId: string | null;
  /** What the picture shows, in the language of the words. */
  readonly pictureAlt: string;
  readonly withdrawnAt: Date | null;
}

function pageOf(record: PublicRecord, locale: Locale): PublicPage | null {
  const text = pickText(record.texts, locale, record.sourceLocale);
  if (!text) return null;
  return {
    kind: record.kind,
    title: text.title,
    summary: text.summary,
    body: text.body,
    locale: text.locale,
    locales: record.texts.map((it) => it.locale),
    slug: record.slug,
    address: announcementAddress(locale, record.slug),
    publishedAt: record.firstPublishedAt,
    updatedAt: record.publishedAt,
    corrected: record.edition > 1,
    articleIds: record.articleIds,
    pictureId: record.pictureId,
    pictureAlt: text.pictureAlt,
    withdrawnAt: record.withdrawnAt,
  };
}

/** What stands in the help center, the last published first, each in the reader's language or the nearest there is. */
export async function readPublicAnnouncements(
  reader: Reader,
  locale: Locale,
  wish: { kind?: AnnouncementKind | undefined; limit: number },
): Promise<PublicPage[]> {
  return (await listPublic(reader, wish)).flatMap((it) => pageOf(it, locale) ?? []);
}

/** The announcement at an address, also after it was withdrawn; undefined where there is none. */
export async function readPublicAnnouncement(
  reader: Reader,
  locale: Locale,
  slug: string,
): Promise<PublicPage | undefined> {
  const record = await findPublic(reader, slug);
  return (record && pageOf(record, locale)) ?? undefined;
}
