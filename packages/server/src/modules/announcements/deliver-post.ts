import { buffer } from 'node:stream/consumers';
import { announcementPost, platformTroubles } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { type OutboundFile, openPublisher, type Publisher, SendError } from '../channels/index.ts';
import { helpFileKey, readHelpFiles } from '../helpcenter/index.ts';
import type { AnnouncementRecord, EditionRecord, PostRecord } from './announcement.ts';
import { announcementAddress } from './announcement-address.ts';
import { findAnnouncement, listEditions, lockAnnouncement } from './announcement-store.ts';
import { postJob } from './jobs.ts';
import { findPost, savePost } from './post-store.ts';
import { announcementWords } from './say-announcement.ts';

/** Attempts until it counts as failed and waits for somebody: with the waits below about a day. */
const attempts = 12;
const longestWait = 4 * 3600;

/** Seconds until the next attempt, where the platform does not say. */
const waitAfter = (attempt: number): number => Math.min(5 * 2 ** attempt, longestWait);

type Ground = Pick<
  Platform,
  'files' | 'database' | 'keys' | 'config' | 'jobs' | 'publicUrl' | 'log' | 'clock'
>;
type Place = Pick<PostRecord, 'externalId' | 'link'>;

/**
 * Brings a post to where its announcement stands: makes it, changes it, takes it back. Where the channel cannot change or take back, another post says so.
 * What fails for now is planned again. A crash between the platform's yes and our note of it posts the same twice; nothing can close that window.
 */
export async function deliverPost(
  platform: Ground,
  { postId, at }: { postId: string; at: string },
): Promise<void> {
  const { database, jobs } = platform;
  const reader = database.reader();
  const post = await findPost(reader, postId);
  if (post?.state !== 'waiting' || !isFor(post, at)) return;
  const record = await findAnnouncement(reader, post.announcementId);
  const [last] = await listEditions(reader, post.announcementId);
  if (!record || !last) return;
  const outcome = await attempt(platform, post, record, last);
  await database.write(async (tx) => {
    await lockAnnouncement(tx, record.id);
    const now = await findPost(tx, postId);
    if (!now) return;
    const done = 'place' in outcome;
    const stands = done
      ? { ...now, ...outcome.place, edition: record.withdrawnAt ? now.edition : last.edition }
      : now;
    // It was corrected or withdrawn meanwhile: that is ordered already.
    if (!isFor(now, at)) return savePost(tx, stands);
    if (done) {
      const state = record.withdrawnAt ? ('withdrawn' as const) : ('sent' as const);
      return savePost(tx, { ...stands, state, error: null, attempts: 0, nextAttemptAt: null });
    }
    const again = outcome.again && now.attempts + 1 < attempts;
    const seconds = outcome.after ?? waitAfter(now.attempts);
    const next = again ? new Date(tx.now.getTime() + seconds * 1000) : null;
    await savePost(tx, {
      ...now,
      state: again ? 'waiting' : 'failed',
      error: outcome.error,
      attempts: now.attempts + 1,
      nextAttemptAt: next,
    });
    if (next) await jobs.enqueue(tx, postJob, { postId, at: next.toISOString() }, { after: next });
  });
}

const isFor = ({ nextAttemptAt }: PostRecord, at: string): boolean => nextAttemptAt?.toISOString() === at;

type Outcome = { place: Place } | { error: string; again: boolean; after: number | null };

async function attempt(
  platform: Ground,
  post: PostRecord,
  record: AnnouncementRecord,
  last: EditionRecord,
): Promise<Outcome> {
  try {
    const publisher = await openPublisher(platform, post.inboxId);
    if (!publisher) return { error: platformTroubles.not_connected, again: false, after: null };
    const picture = publisher.publishing.pictures ? await pictureOf(platform, last.pictureId) : null;
    const place = await bring(publisher, platform.publicUrl, post, record, last, picture);
    return { place };
  } catch (error) {
    if (error instanceof SendError)
      return { error: error.message, again: !error.permanent, after: error.retryAfter };
    platform.log.warn({ err: error, postId: post.id }, 'an announcement was not posted');
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    const said = error instanceof Error ? error.message : String(error);
    return { error: timedOut ? platformTroubles.timed_out : said, again: true, after: null };
  }
}

async function bring(
  publisher: Publisher,
  publicUrl: string,
  post: PostRecord,
  record: AnnouncementRecord,
  last: EditionRecord,
  picture: OutboundFile | null,
): Promise<Place> {
  const { externalId, address, locale } = post;
  const text = last.texts.find((it) => it.locale === locale);
  if (!text) throw new SendError(platformTroubles.no_text, { permanent: true });
  const link = last.helpCenter ? publicUrl + announcementAddress(locale, record.slug) : null;
  const say = (label: string | null) => ({
    key: `${post.id}:${last.edition}`,
    text: announcementPost(text, { label, link }),
    link,
    ...(picture && { picture }),
  });
  const standing: Place = { externalId, link: post.link };
  if (record.withdrawnAt) {
    if (externalId === null) return standing;
    if (publisher.publishing.canRetract) {
      const done = await unlessRefused(() => publisher.retract(externalId, address));
      if (done) return { externalId: null, link: null };
    }
    const words = announcementWords(locale, 'withdrawn.text');
    const label = announcementWords(locale, 'label.withdrawn');
    const notice = announcementPost({ title: text.title, summary: words, body: '' }, { label, link });
    return publisher.publish({ key: `${post.id}:withdrawn`, text: notice, link }, address);
  }
  if (externalId === null) return publisher.publish(say(null), address);
  if (publisher.publishing.canRevise) {
    const done = await unlessRefused(() => publisher.revise(externalId, say(null), address));
    if (done) return standing;
  }
  return publisher.publish(say(announcementWords(locale, 'label.corrected')), address);
}

/** The picture as adapters send files; null where there is none. */
async function pictureOf(
  { database, files }: Pick<Platform, 'database' | 'files'>,
  id: string | null,
): Promise<OutboundFile | null> {
  const file = id === null ? undefined : (await readHelpFiles(database.reader(), [id])).get(id);
  if (!file) return null;
  const { name, type, size } = file;
  return {
    id: file.id,
    name,
    type,
    size,
    read: async () => buffer((await files.read(helpFileKey(file.id))).stream),
  };
}

/** False for what the platform refuses for good: it is too old, or gone. */
async function unlessRefused(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof SendError && error.permanent) return false;
    throw error;
  }
}
