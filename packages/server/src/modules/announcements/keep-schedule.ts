import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { dueAnnouncements, lockAnnouncement, readTexts } from './announcement-store.ts';
import { stoppedGatherings } from './gathering-store.ts';
import { gatherJob, lettersJob, postJob } from './jobs.ts';
import { hasDueLetters } from './letter-store.ts';
import { publish } from './move-announcement.ts';
import { overduePosts } from './post-store.ts';
import { takenBefore } from './send-letters.ts';

/** An order that is so late is lost. */
const overdue = 5 * 60_000;
/** A search for an audience waits for a quarter of an hour at most. */
const gatheringLost = 20 * 60_000;

/** Publishes what is due, and orders anew what was ordered and is not done. What cannot be published holds up nothing else, and is tried again by the next turn. */
export async function keepSchedule(
  platform: Pick<Platform, 'database' | 'jobs' | 'live' | 'log' | 'mail'>,
): Promise<void> {
  const { database, jobs, log, mail } = platform;
  for (const id of await dueAnnouncements(database.reader())) {
    try {
      await database.write((tx) => publishDue(tx, platform, id));
    } catch (error) {
      log.error({ err: error, announcementId: id }, 'an announcement that is due was not published');
    }
  }
  const reader = database.reader();
  const before = new Date(reader.now.getTime() - overdue);
  const posts = await overduePosts(reader, before);
  const letters = mail.configured && (await hasDueLetters(reader, takenBefore(reader.now)));
  const gatherings = await stoppedGatherings(reader, new Date(reader.now.getTime() - gatheringLost));
  if (posts.length === 0 && gatherings.length === 0 && !letters) return;
  await database.write(async (tx) => {
    for (const { postId, at } of posts) await jobs.enqueue(tx, postJob, { postId, at: at.toISOString() });
    for (const announcementId of gatherings) await jobs.enqueue(tx, gatherJob, { announcementId });
    if (letters) await jobs.enqueue(tx, lettersJob, {});
  });
}

async function publishDue(tx: Tx, ground: Pick<Platform, 'jobs' | 'live'>, id: string): Promise<void> {
  const record = await lockAnnouncement(tx, id);
  if (record?.state !== 'scheduled' || record.publishAt === null || record.publishAt > tx.now) return;
  await publish(tx, ground, system('announcements'), record, (await readTexts(tx, [id])).get(id) ?? []);
}
