import type { Platform } from '../../platform/platform.ts';
import { type ExchangeConnector, ExchangeRefusal, type HolderPage } from '../exchange/index.ts';
import { lockAnnouncement } from './announcement-store.ts';
import { findGathering, type Gathering, lockGathering, saveGathering } from './gathering-store.ts';
import { gatherJob, lettersJob } from './jobs.ts';
import { nextLook } from './letter-rules.ts';
import { orderLetters, orderLettersTo } from './letter-store.ts';

/** A run ends after so many milliseconds and orders the next: a job must not be taken for lost. */
const runFor = 60_000;

type Ground = Pick<Platform, 'clock' | 'database' | 'jobs'>;

/**
 * Finds whom an announcement about an asset concerns, and orders their letters. Where the exchange tells balances they are those who hold it, asked for page
 * by page; what was found stays found when a node dies or the exchange falls silent. Where it tells none, all who wish such letters are asked about one by
 * one when theirs is due. A correction that comes out meanwhile is what those are sent who are found from then on.
 */
export async function gatherAudience(
  platform: Ground,
  { holders }: Pick<ExchangeConnector, 'holders'>,
  announcementId: string,
): Promise<void> {
  const { database, jobs } = platform;
  const began = performance.now();
  try {
    while (performance.now() - began < runFor) {
      const seen = await findGathering(database.reader(), announcementId);
      if (!seen || seen.done) return;
      const told = seen.foundBy === 'balances' || (await holders.offered());
      const page = told ? (await holders.page(seen.asset, seen.atLeast, seen.after)).value : null;
      await goOn(platform, seen, page);
    }
    await database.write((tx) => jobs.enqueue(tx, gatherJob, { announcementId }));
  } catch (error) {
    if (!(error instanceof ExchangeRefusal)) throw error;
    await lookAgain(platform, announcementId, error.message);
  }
}

/** Takes a page of holders, or where there is none orders everybody's letter; what another run has done meanwhile is left as it is. */
async function goOn({ database, jobs }: Ground, seen: Gathering, page: HolderPage | null): Promise<void> {
  await database.write(async (tx) => {
    const record = await lockAnnouncement(tx, seen.announcementId);
    const gathering = await lockGathering(tx, seen.announcementId);
    if (!record || !gathering || gathering.done || gathering.after !== seen.after) return;
    const fine = { ...gathering, error: null, attempts: 0 };
    if (record.withdrawnAt !== null) return saveGathering(tx, { ...fine, done: true });
    if (page === null) {
      await orderLetters(tx, record.id, record.edition, record, true);
      await saveGathering(tx, { ...fine, foundBy: 'moves', edition: record.edition, done: true });
    } else {
      const found = await orderLettersTo(tx, record.id, record, page.uids);
      await saveGathering(tx, {
        ...fine,
        foundBy: 'balances',
        after: page.next,
        asked: gathering.asked + page.uids.length,
        total: page.total,
        letters: gathering.letters + found,
        done: page.next === null,
      });
    }
    await jobs.enqueue(tx, lettersJob, {});
  });
}

/** The exchange did not answer: its words stand on screen until it does. */
async function lookAgain({ clock, database, jobs }: Ground, announcementId: string, words: string) {
  await database.write(async (tx) => {
    const gathering = await lockGathering(tx, announcementId);
    if (!gathering || gathering.done) return;
    await saveGathering(tx, { ...gathering, error: words, attempts: gathering.attempts + 1 });
    const after = new Date(clock.now().getTime() + nextLook(gathering.attempts) * 1000);
    await jobs.enqueue(tx, gatherJob, { announcementId }, { after });
  });
}
