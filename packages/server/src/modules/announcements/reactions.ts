import type { Platform } from '../../platform/platform.ts';
import { tellAgents } from '../access/index.ts';
import { ticketChanged } from '../tickets/index.ts';
import { findAnnouncement, readTexts } from './announcement-store.ts';
import { findOutlived } from './link-trackers.ts';
import { announcementsAbout } from './tracker-store.ts';

/** What this module does when trackers are solved: whoever wrote or approved what is out about them is reminded to correct or withdraw it. */
export function registerReactions(platform: Platform): void {
  const { database, publicUrl, relay } = platform;
  relay.on(ticketChanged, 'announcements.remind', async (events) => {
    for (const { id: eventId, subjectId, payload } of events) {
      if (payload.after.status !== 'solved' || payload.before.status === 'solved') continue;
      await database.write(async (tx) => {
        for (const id of await announcementsAbout(tx, [subjectId])) {
          const record = await findAnnouncement(tx, id);
          if (!record || !(await findOutlived(tx, [record])).has(id)) continue;
          const texts = (await readTexts(tx, [id])).get(id) ?? [];
          await tellAgents(
            tx,
            platform,
            [record.approvedBy, ...record.authors].flatMap((it) => it ?? []),
            {
              about: `${eventId} ${id}`,
              notice: 'announcement_outlived',
              permission: 'announcements.read',
              params: {
                title: texts.find((it) => it.locale === record.sourceLocale)?.title ?? '',
                link: `${publicUrl}/console/announcements/${id}`,
              },
            },
          );
        }
      });
    }
  });
}
