import type { Announcement, AnnouncementLine, AnnouncementResult } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { readInbox } from '../channels/index.ts';
import { findArticle, presentHelpFile, readHelpFiles } from '../helpcenter/index.ts';
import { readAgentCards } from '../people/index.ts';
import { accessTracker } from '../tickets/index.ts';
import type { AnnouncementRecord, PostRecord } from './announcement.ts';
import { findAnnouncement, listAnnouncements, listEditions, readTexts } from './announcement-store.ts';
import { findGathering, type Gathering } from './gathering-store.ts';
import { countLetters, findTroubled } from './letter-store.ts';
import { findOutlived } from './link-trackers.ts';
import { readPosts } from './post-store.ts';
import { announcementsAbout } from './tracker-store.ts';

const pageSize = 50;

async function peopleOf(reader: Reader, ids: ReadonlyArray<string | null>) {
  const cards = await readAgentCards(reader, [...new Set(ids.flatMap((id) => id ?? []))]);
  return (id: string) => ({ id, name: cards.get(id)?.name ?? '' });
}

/** An announcement as those see it who write and approve it. Throws `announcement.not_found`. */
export async function presentAnnouncement(reader: Reader, id: string): Promise<Announcement> {
  const record = await findAnnouncement(reader, id);
  if (!record) throw fail('announcement.not_found');
  const texts = (await readTexts(reader, [id])).get(id) ?? [];
  const posts = (await readPosts(reader, [id])).get(id) ?? [];
  const person = await peopleOf(reader, [
    ...record.authors,
    record.approvedBy,
    ...texts.map((it) => it.changedBy),
  ]);
  const { pictureId } = record;
  const picture = pictureId === null ? undefined : (await readHelpFiles(reader, [pictureId])).get(pictureId);
  const articles = await Promise.all(record.articleIds.map((it) => findArticle(reader, it)));
  const { kind, state, version, edition, slug, sourceLocale, audience, timeZone } = record;
  return {
    id,
    slug,
    kind,
    state,
    version,
    edition,
    sourceLocale,
    texts: texts.map(({ changedBy, changedAt, ...it }) => ({
      ...it,
      changedBy: person(changedBy),
      changedAt: changedAt.toISOString(),
    })),
    picture: picture ? presentHelpFile(picture) : null,
    audience,
    places: {
      helpCenter: record.helpCenter,
      banner: record.banner,
      bannerUntil: record.bannerUntil?.toISOString() ?? null,
      email: record.email,
      posts: posts.map(({ inboxId, address, locale }) => ({ inboxId, address, locale })),
    },
    publishAt: record.publishAt?.toISOString() ?? null,
    timeZone,
    articles: articles.flatMap((it) => it?.slug ?? []),
    authors: record.authors.map(person),
    approvedBy: record.approvedBy === null ? null : person(record.approvedBy),
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    publishedAt: record.publishedAt?.toISOString() ?? null,
    withdrawnAt: record.withdrawnAt?.toISOString() ?? null,
    outlived: (await findOutlived(reader, [record])).has(id),
    results: await Promise.all(posts.map((it) => presentPost(reader, it))),
    gathering: presentGathering(await findGathering(reader, id)),
    letters: await countLetters(reader, id),
  };
}

function presentGathering(gathering: Gathering | undefined): Announcement['gathering'] {
  if (!gathering) return null;
  const { foundBy, days, asked, total, letters, done, error } = gathering;
  return { foundBy, days, asked, total, letters, done, error };
}

async function presentPost(reader: Reader, post: PostRecord): Promise<AnnouncementResult> {
  const inbox = await readInbox(reader, post.inboxId);
  if (!inbox) throw new Error('the inbox of a post vanished while it was shown');
  const { id, inboxId, address, locale, state, error, nextAttemptAt, link, edition } = post;
  return {
    id,
    inboxId,
    inboxName: inbox.name,
    channel: inbox.channel,
    address,
    locale,
    state,
    error,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    link,
    edition,
  };
}

/** A page of announcements, the newest first. */
export async function presentLines(
  reader: Reader,
  wish: Pick<Parameters<typeof listAnnouncements>[1], 'state' | 'kind'> & { cursor?: string | undefined },
): Promise<{ items: AnnouncementLine[]; next: string | null }> {
  const { state, kind, cursor } = wish;
  const before = cursor !== undefined && /^[\da-f-]{36}$/.test(cursor) ? cursor : undefined;
  const found = await listAnnouncements(reader, { state, kind, before, limit: pageSize + 1 });
  const records = found.slice(0, pageSize);
  return {
    items: await linesOf(reader, records),
    next: found.length > pageSize ? (records.at(-1)?.id ?? null) : null,
  };
}

/** The announcements about a tracker that the agent may see, the newest first. Throws `ticket.not_found`, `ticket.not_tracker`. */
export async function presentAbout(reader: Reader, actor: AgentActor, trackerId: string) {
  await accessTracker(reader, actor, trackerId);
  const ids = await announcementsAbout(reader, [trackerId]);
  const records = await Promise.all(ids.map((id) => findAnnouncement(reader, id)));
  const newestFirst = records.flatMap((it) => it ?? []).sort((a, b) => (a.id < b.id ? 1 : -1));
  return { items: await linesOf(reader, newestFirst) };
}

async function linesOf(reader: Reader, records: readonly AnnouncementRecord[]): Promise<AnnouncementLine[]> {
  const ids = records.map(({ id }) => id);
  const texts = await readTexts(reader, ids);
  const troubled = await findTroubled(reader, ids);
  const outlived = await findOutlived(reader, records);
  return records.map((it) => ({
    ...lineOf(it, texts.get(it.id) ?? []),
    troubled: troubled.has(it.id),
    outlived: outlived.has(it.id),
  }));
}

function lineOf(
  record: AnnouncementRecord,
  texts: ReadonlyArray<{ locale: AnnouncementLine['locales'][number]; title: string }>,
): Omit<AnnouncementLine, 'troubled' | 'outlived'> {
  const { id, kind, state, edition, sourceLocale } = record;
  return {
    id,
    kind,
    state,
    edition,
    title: texts.find((it) => it.locale === sourceLocale)?.title ?? '',
    locales: texts.map((it) => it.locale),
    publishAt: record.publishAt?.toISOString() ?? null,
    publishedAt: record.publishedAt?.toISOString() ?? null,
    updatedAt: record.updatedAt.toISOString(),
  };
}

/** What was published of an announcement, the newest first. Throws `announcement.not_found`. */
export async function presentEditions(reader: Reader, id: string) {
  if (!(await findAnnouncement(reader, id))) throw fail('announcement.not_found');
  const editions = await listEditions(reader, id);
  const person = await peopleOf(
    reader,
    editions.map((it) => it.approvedBy),
  );
  return {
    items: editions.map(({ edition, publishedAt, approvedBy, texts }) => ({
      edition,
      publishedAt: publishedAt.toISOString(),
      approvedBy: approvedBy === null ? null : person(approvedBy),
      texts: [...texts],
    })),
  };
}
