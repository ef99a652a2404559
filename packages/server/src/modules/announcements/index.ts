import type { Platform } from '../../platform/platform.ts';
import type { ExchangeConnector } from '../exchange/index.ts';
import type { Translator } from '../translation/index.ts';
import { askAddress } from './ask-address.ts';
import { deliverPost } from './deliver-post.ts';
import { gatherAudience } from './gather-audience.ts';
import { confirmJob, gatherJob, lettersJob, postJob } from './jobs.ts';
import { keepSchedule } from './keep-schedule.ts';
import { registerReactions } from './reactions.ts';
import { announcementRoutes } from './routes.ts';
import { sendLetters } from './send-letters.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { assetCheck } from './uses-asset.ts';

export { announcementAddress, announcementsAddress } from './announcement-address.ts';
export { announcementTexts } from './covered-texts.ts';
export { moveWithin } from './move-announcement.ts';
export { createNews, type News, type NewsItem } from './news.ts';
export { isAnnouncedPicture } from './public-store.ts';
export {
  type PublicLine,
  type PublicPage,
  readPublicAnnouncement,
  readPublicAnnouncements,
} from './read-public.ts';
export { announcementWords, kindName } from './say-announcement.ts';
export { changeAnnouncement, createAnnouncement, saveText } from './write-announcement.ts';

const lookEvery = 5_000;

/** The door of the announcements module: what the exchange tells many at once. See README.md for what it promises. */
export function announcementsModule(
  platform: Platform,
  { translator, connector }: { translator: Translator; connector: ExchangeConnector },
): void {
  const { jobs } = platform;
  const uses = assetCheck(platform, connector);
  registerReactions(platform);
  announcementRoutes(platform, { translator, connector, uses });
  subscriptionRoutes(platform);
  jobs.work(postJob, (order) => deliverPost(platform, order));
  jobs.work(lettersJob, () => sendLetters(platform, uses));
  jobs.work(gatherJob, ({ announcementId }) => gatherAudience(platform, connector, announcementId));
  jobs.work(confirmJob, (order) => askAddress(platform, order));
  jobs.every('announcements.due', lookEvery, () => keepSchedule(platform));
}
