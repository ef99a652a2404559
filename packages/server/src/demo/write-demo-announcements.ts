import type { AnnouncementPlaces, Locale } from '@fairlead/contract';
import { permissionsOf } from '@fairlead/contract';
import { demoTelegramChannel } from '@fairlead/playground';
import {
  changeAnnouncement,
  createAnnouncement,
  moveWithin,
  saveText,
} from '../modules/announcements/index.ts';
import type { AgentActor } from '../platform/actor.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Platform } from '../platform/platform.ts';
import { publishedAnnouncement, reviewedAnnouncement, scheduledAnnouncement } from './demo-announcements.ts';

const hour = 3_600_000;
const nowhere: AnnouncementPlaces = {
  helpCenter: true,
  banner: false,
  bannerUntil: null,
  email: true,
  posts: [],
};

/** What the demo's exchange has announced: one that is out in eight languages, one that waits to be approved, one that comes out by itself. */
export async function writeDemoAnnouncements(
  tx: Tx,
  { jobs, live, publicUrl }: Pick<Platform, 'jobs' | 'live' | 'publicUrl'>,
  agents: ReadonlyMap<string, { id: string }>,
  inboxes: { telegram: string; facebook: string },
): Promise<void> {
  const [writer, approver] = [...agents.values()].slice(0, 2).map(actorOf);
  if (!writer || !approver) throw new Error('the demo has too few agents');
  const before = { ...tx, now: new Date(tx.now.getTime() - 5 * hour) };

  async function write(
    at: Tx,
    author: AgentActor,
    { kind, texts }: typeof publishedAnnouncement,
    more: { places: AnnouncementPlaces; publishAt?: string },
  ) {
    const id = await createAnnouncement(at, author, { kind, sourceLocale: 'en', text: texts.en });
    let version = 1;
    for (const [locale, text] of Object.entries(texts))
      if (locale !== 'en') await saveText(at, author, { id, locale: locale as Locale }, version++, text);
    await changeAnnouncement(at, author, id, version++, more);
    return (who: AgentActor, to: 'submit' | 'approve' | 'publish') =>
      moveWithin(at, { jobs, live, publicUrl }, who, { id, version: version++, move: to });
  }

  const out = await write(before, writer, publishedAnnouncement, { places: nowhere });
  await out(writer, 'submit');
  await out(approver, 'approve');
  await out(writer, 'publish');
  const timed = await write(tx, approver, scheduledAnnouncement, {
    places: { ...nowhere, banner: true },
    publishAt: new Date(tx.now.getTime() + 72 * hour).toISOString(),
  });
  await timed(approver, 'submit');
  await timed(writer, 'approve');
  const posts = [
    { inboxId: inboxes.telegram, address: demoTelegramChannel, locale: 'en' as const },
    { inboxId: inboxes.facebook, address: '', locale: 'en' as const },
  ];
  const waiting = await write(tx, approver, reviewedAnnouncement, { places: { ...nowhere, posts } });
  await waiting(approver, 'submit');
}

const actorOf = ({ id }: { id: string }): AgentActor => ({
  type: 'agent',
  id,
  roles: ['team_lead'],
  permissions: permissionsOf(['team_lead']),
  sessionId: 'demo',
  mustSetUpTwoFactor: false,
});
