import {
  type AnnouncementAudience,
  type AnnouncementKind,
  type AnnouncementPlaces,
  type AnnouncementWords,
  type Locale,
} from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { readInbox } from '../channels/index.ts';
import { findBySlug, readHelpFiles } from '../helpcenter/index.ts';
import type { AnnouncementRecord, PostRecord, TextRecord } from './announcement.ts';
import {
  deleteAnnouncement,
  deleteTexts,
  insertAnnouncement,
  lockAnnouncement,
  outdateTexts,
  putText,
  readTexts,
  saveAnnouncement,
} from './announcement-store.ts';
import {
  announcementChanged,
  announcementCreated,
  announcementRemoved,
  announcementTextReviewed,
} from './events.ts';
import { readPosts, replacePosts } from './post-store.ts';
import { type Move, stateAfter } from './state-rules.ts';

/** Begins an announcement as a draft; its id. What a person writes is reviewed by that. */
export async function createAnnouncement(
  tx: Tx,
  actor: AgentActor,
  { kind, sourceLocale, text }: { kind: AnnouncementKind; sourceLocale: Locale; text: AnnouncementWords },
): Promise<string> {
  const id = newId(tx.now.getTime());
  await insertAnnouncement(tx, {
    id,
    slug: `${kind}-${id.replaceAll('-', '').slice(-10)}`,
    kind,
    state: 'draft',
    version: 1,
    edition: 0,
    sourceLocale,
    audience: { who: 'all' },
    helpCenter: true,
    banner: false,
    bannerUntil: null,
    email: false,
    publishAt: null,
    timeZone: 'UTC',
    articleIds: [],
    pictureId: null,
    authors: [actor.id],
    approvedBy: null,
    createdAt: tx.now,
    updatedAt: tx.now,
    publishedAt: null,
    withdrawnAt: null,
  });
  await putText(tx, id, writtenBy(tx, actor, sourceLocale, text, ''));
  await announce(tx, announcementCreated, { subjectId: id, actor, payload: { kind } });
  return id;
}

/**
 * The announcement as somebody saw it, held until the end of the transaction. Throws `announcement.not_found`, `announcement.changed` where somebody else was
 * faster, and `announcement.state_refused` where the move is not to be had.
 */
export async function lockAsSeen(
  tx: Tx,
  id: string,
  version: number,
  move: Move,
): Promise<AnnouncementRecord> {
  const record = await lockAnnouncement(tx, id);
  if (!record) throw fail('announcement.not_found');
  if (record.version !== version) throw fail('announcement.changed');
  if (stateAfter(record, move) === null) throw fail('announcement.state_refused');
  return record;
}

/** What is saved of an edit: its author, and a version further. */
export const editedBy = (record: AnnouncementRecord, { id }: AgentActor, now: Date): AnnouncementRecord => ({
  ...record,
  version: record.version + 1,
  authors: [...new Set([...record.authors, id])],
  approvedBy: null,
  updatedAt: now,
});

interface Changes {
  readonly kind?: AnnouncementKind | undefined;
  readonly audience?: AnnouncementAudience | undefined;
  readonly places?: AnnouncementPlaces | undefined;
  readonly publishAt?: string | null | undefined;
  readonly timeZone?: string | undefined;
  /** Slugs. */
  readonly articles?: readonly string[] | undefined;
  /** A file of the help center's that is a picture. */
  readonly picture?: string | null | undefined;
}

/**
 * Changes what holds in every language. Throws what `lockAsSeen` does, `article.not_found`, `file.not_found`, `channels.inbox_not_found`, and `announcement.state_refused` for
 * other posts than those that a correction must reach.
 */
export async function changeAnnouncement(
  tx: Tx,
  actor: AgentActor,
  id: string,
  version: number,
  changes: Changes,
): Promise<void> {
  const record = await lockAsSeen(tx, id, version, 'edit');
  const { kind, audience, places, publishAt, timeZone, articles, picture } = changes;
  // Whom the first edition did not reach no correction reaches.
  if (places && record.edition > 0 && places.email !== record.email) throw fail('announcement.state_refused');
  const articleIds: string[] = [];
  for (const slug of articles ?? []) {
    const article = await findBySlug(tx, slug);
    if (!article) throw fail('article.not_found');
    articleIds.push(article.id);
  }
  if (typeof picture === 'string') await requirePicture(tx, picture);
  if (places) await changePosts(tx, record, places);
  await saveAnnouncement(tx, {
    ...editedBy(record, actor, tx.now),
    kind: kind ?? record.kind,
    audience: audience ?? record.audience,
    ...(places && {
      helpCenter: places.helpCenter,
      banner: places.banner,
      bannerUntil: places.bannerUntil === null ? null : new Date(places.bannerUntil),
      email: places.email,
    }),
    publishAt: publishAt === undefined ? record.publishAt : publishAt === null ? null : new Date(publishAt),
    timeZone: timeZone ?? record.timeZone,
    articleIds: articles ? articleIds : record.articleIds,
    pictureId: picture === undefined ? record.pictureId : picture,
  });
  const fields = Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  await announce(tx, announcementChanged, { subjectId: id, actor, payload: { fields, locale: null } });
}

/** Throws `file.not_found` for what is no picture. */
async function requirePicture(tx: Tx, id: string): Promise<void> {
  const file = (await readHelpFiles(tx, [id])).get(id);
  if (!file?.type.startsWith('image/')) throw fail('file.not_found');
}

async function changePosts(tx: Tx, record: AnnouncementRecord, { posts }: AnnouncementPlaces): Promise<void> {
  const before = (await readPosts(tx, [record.id])).get(record.id) ?? [];
  const keyOf = ({ inboxId, address, locale }: Pick<PostRecord, 'inboxId' | 'address' | 'locale'>) =>
    `${inboxId} ${locale} ${address}`;
  const wanted = new Map(posts.map((it) => [keyOf(it), it]));
  if (wanted.size === before.length && before.every((it) => wanted.has(keyOf(it)))) return;
  if (record.edition > 0) throw fail('announcement.state_refused');
  for (const { inboxId } of wanted.values())
    if (!(await readInbox(tx, inboxId))) throw fail('channels.inbox_not_found');
  const now = tx.now.getTime();
  await replacePosts(
    tx,
    record.id,
    [...wanted.values()].map((it) => ({ ...it, id: newId(now) })),
  );
}

const writtenBy = (
  { now }: Tx,
  actor: AgentActor,
  locale: Locale,
  { title, summary, body }: AnnouncementWords,
  pictureAlt: string,
): TextRecord => ({
  locale,
  title,
  summary,
  body,
  pictureAlt,
  state: 'reviewed',
  changedBy: actor.id,
  changedAt: now,
});

/** Writes a text. The others are outdated where it is the source and says something else now. Throws what `lockAsSeen` does. */
export async function saveText(
  tx: Tx,
  actor: AgentActor,
  { id, locale }: { id: string; locale: Locale },
  version: number,
  { pictureAlt: said, ...words }: AnnouncementWords & { readonly pictureAlt?: string | undefined },
): Promise<void> {
  const record = await lockAsSeen(tx, id, version, 'edit');
  const before = (await readTexts(tx, [id])).get(id)?.find((it) => it.locale === locale);
  const same =
    before?.title === words.title &&
    before.summary === words.summary &&
    before.body === words.body &&
    before.pictureAlt === (said ?? before.pictureAlt);
  await putText(tx, id, writtenBy(tx, actor, locale, words, said ?? before?.pictureAlt ?? ''));
  if (locale === record.sourceLocale && !same) await outdateTexts(tx, id, locale);
  await saveAnnouncement(tx, editedBy(record, actor, tx.now));
  await announce(tx, announcementChanged, { subjectId: id, actor, payload: { fields: ['text'], locale } });
}

/** Takes a language away; never the source. Throws what `lockAsSeen` does. */
export async function removeText(
  tx: Tx,
  actor: AgentActor,
  { id, locale }: { id: string; locale: Locale },
  version: number,
): Promise<void> {
  const record = await lockAsSeen(tx, id, version, 'edit');
  if (locale === record.sourceLocale) throw fail('announcement.state_refused');
  await deleteTexts(tx, id, [locale]);
  await saveAnnouncement(tx, editedBy(record, actor, tx.now));
  await announce(tx, announcementChanged, { subjectId: id, actor, payload: { fields: ['text'], locale } });
}

/** Somebody has read a text and stands by it. They do not become its author. Throws what `lockAsSeen` does. */
export async function reviewText(
  tx: Tx,
  actor: AgentActor,
  { id, locale }: { id: string; locale: Locale },
  version: number,
): Promise<void> {
  const record = await lockAsSeen(tx, id, version, 'edit');
  const text = (await readTexts(tx, [id])).get(id)?.find((it) => it.locale === locale);
  if (!text) throw fail('announcement.not_found');
  await putText(tx, id, { ...text, state: 'reviewed' });
  await saveAnnouncement(tx, { ...record, version: record.version + 1, updatedAt: tx.now });
  await announce(tx, announcementTextReviewed, { subjectId: id, actor, payload: { locale } });
}

/** Removes what was never published. Throws `announcement.not_found`, `announcement.state_refused`. */
export async function removeAnnouncement(tx: Tx, actor: AgentActor, id: string): Promise<void> {
  const record = await lockAnnouncement(tx, id);
  if (!record) throw fail('announcement.not_found');
  if (stateAfter(record, 'remove') === null) throw fail('announcement.state_refused');
  await deleteAnnouncement(tx, id);
  await announce(tx, announcementRemoved, { subjectId: id, actor, payload: {} });
}
