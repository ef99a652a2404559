import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Announcement } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeTickets } from './change-tickets.ts';
import { type AnnouncedFact, ticketAnnounced } from './events.ts';
import { lockTickets } from './ticket-store.ts';

/** Puts a line about an announcement in the time lines of trackers, for the module that announces; nothing else of them changes. */
export async function noteAnnounced(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: Actor,
  trackerIds: readonly string[],
  payload: AnnouncedFact,
): Promise<void> {
  if (trackerIds.length === 0) return;
  const trackers = await lockTickets(tx, trackerIds);
  const facts = [{ event: ticketAnnounced as Announcement['event'], payload }];
  await changeTickets(
    tx,
    platform,
    [...trackers.values()].map((before) => ({ actor, before, after: before, facts })),
  );
}
