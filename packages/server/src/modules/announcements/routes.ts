import { endpoints } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { publishingInboxes } from '../channels/index.ts';
import type { ExchangeConnector } from '../exchange/index.ts';
import type { Translator } from '../translation/index.ts';
import { findAnnouncement } from './announcement-store.ts';
import { lettersJob, postJob } from './jobs.ts';
import { awaitFailedLetters, countSubscribers } from './letter-store.ts';
import { linkTracker, presentTrackers, unlinkTracker } from './link-trackers.ts';
import { moveAnnouncement } from './move-announcement.ts';
import { awaitFailedPost } from './post-store.ts';
import { presentAbout, presentAnnouncement, presentEditions, presentLines } from './present-announcements.ts';
import { showBanners } from './show-banners.ts';
import { translateAnnouncement } from './translate-announcement.ts';
import type { AssetCheck } from './uses-asset.ts';
import {
  changeAnnouncement,
  createAnnouncement,
  removeAnnouncement,
  removeText,
  reviewText,
  saveText,
} from './write-announcement.ts';

/** Announcements as those write, approve and follow them who may. */
export function announcementRoutes(
  platform: Platform,
  ports: { translator: Translator; connector: ExchangeConnector; uses: AssetCheck },
): void {
  const { database, http, jobs, mail } = platform;
  const { announcements } = endpoints;
  const reader = () => database.reader();
  const present = (id: string) => presentAnnouncement(reader(), id);

  http.route(announcements.list, ({ query }) => presentLines(reader(), query));
  http.route(announcements.read, ({ params }) => present(params.id));
  http.route(announcements.editions, ({ params }) => presentEditions(reader(), params.id));
  http.route(announcements.places, async () => ({
    items: (await publishingInboxes(platform)).map(({ inbox, publishing, connected }) => ({
      inboxId: inbox.id,
      name: inbox.name,
      channel: inbox.channel,
      connected,
      maximumTextLength: publishing.maximumTextLength,
      weighted: publishing.weighted === true,
      canRevise: publishing.canRevise,
      canRetract: publishing.canRetract,
      addressed: publishing.addressed === true,
    })),
    email: mail.configured,
    assets: ports.connector.connected.customers,
    // Which of the two it is only matters for words: what does not answer now may later.
    holders: await ports.connector.holders.offered().catch(() => false),
  }));
  http.route(announcements.audience, async ({ body }) => ({
    letters: await countSubscribers(reader(), body.kind, body.audience),
  }));
  http.route(announcements.create, async ({ caller, body: { trackerId, ...body } }) => {
    const made = await database.write(async (tx) => {
      const id = await createAnnouncement(tx, caller, body);
      if (trackerId) await linkTracker(tx, platform, caller, { id, trackerId });
      return id;
    });
    return present(made);
  });
  http.route(announcements.trackers, ({ caller, params }) => presentTrackers(reader(), caller, params.id));
  http.route(announcements.linkTracker, async ({ caller, params }) => {
    await database.write((tx) => linkTracker(tx, platform, caller, params));
    return presentTrackers(reader(), caller, params.id);
  });
  http.route(announcements.unlinkTracker, ({ caller, params }) =>
    database.write((tx) => unlinkTracker(tx, platform, caller, params)),
  );
  http.route(announcements.ofTracker, ({ caller, params }) => presentAbout(reader(), caller, params.id));
  http.route(announcements.change, async ({ caller, params, body: { version, ...changes } }) => {
    await database.write((tx) => changeAnnouncement(tx, caller, params.id, version, changes));
    return present(params.id);
  });
  http.route(announcements.remove, ({ caller, params }) =>
    database.write((tx) => removeAnnouncement(tx, caller, params.id)),
  );
  http.route(announcements.saveText, async ({ caller, params, body: { version, ...words } }) => {
    await database.write((tx) => saveText(tx, caller, params, version, words));
    return present(params.id);
  });
  http.route(announcements.removeText, async ({ caller, params, body }) => {
    await database.write((tx) => removeText(tx, caller, params, body.version));
    return present(params.id);
  });
  http.route(announcements.reviewText, async ({ caller, params, body }) => {
    await database.write((tx) => reviewText(tx, caller, params, body.version));
    return present(params.id);
  });
  http.route(announcements.translate, async ({ caller, params, body }) => {
    const { missing } = await translateAnnouncement(database, ports.translator, caller, params.id, body);
    return { announcement: await present(params.id), missing };
  });
  http.route(announcements.move, async ({ caller, params, body }) => {
    await moveAnnouncement(platform, caller, params.id, body.version, body.move);
    return present(params.id);
  });
  http.route(announcements.decide, async ({ caller, params, body }) => {
    await moveAnnouncement(platform, caller, params.id, body.version, body.decision);
    return present(params.id);
  });
  http.route(announcements.retry, async ({ params: { id, resultId } }) => {
    if (!(await findAnnouncement(reader(), id))) throw fail('announcement.not_found');
    await database.write(async (tx) => {
      if (!(await awaitFailedPost(tx, id, resultId))) throw fail('announcement.not_failed');
      await jobs.enqueue(tx, postJob, { postId: resultId, at: tx.now.toISOString() });
    });
    return present(id);
  });
  http.route(announcements.retryLetters, async ({ params: { id } }) => {
    if (!(await findAnnouncement(reader(), id))) throw fail('announcement.not_found');
    await database.write(async (tx) => {
      if ((await awaitFailedLetters(tx, id)) === 0) throw fail('announcement.not_failed');
      await jobs.enqueue(tx, lettersJob, {});
    });
    return present(id);
  });
  http.route(announcements.banner, async ({ caller, query }) => ({
    items: await showBanners(platform, ports.uses, caller.id, query.locale),
  }));
}
