import type { AgentActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { Failure, fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { accessTicket, accessTracker, noteAnnounced, readTickets } from '../tickets/index.ts';
import type { AnnouncementRecord } from './announcement.ts';
import { findAnnouncement, lockAnnouncement } from './announcement-store.ts';
import { isOutlived } from './outlived-rules.ts';
import { deleteTracker, insertTracker, lastPublishedAt, trackersOf } from './tracker-store.ts';

type Pair = { readonly id: string; readonly trackerId: string };

/**
 * Says that an announcement is about a tracker; a second time changes nothing. It is no change of what customers see, so nobody has to approve it. Throws
 * `announcement.not_found`, and `ticket.not_found` or `ticket.not_tracker` for what is no tracker within the agent's reach.
 */
export async function linkTracker(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  { id, trackerId }: Pair,
): Promise<void> {
  const record = await lockAnnouncement(tx, id);
  if (!record) throw fail('announcement.not_found');
  await accessTracker(tx, actor, trackerId);
  if (!(await insertTracker(tx, id, trackerId, actor.id))) return;
  await noteAnnounced(tx, platform, actor, [trackerId], {
    announcementId: id,
    topic: record.kind,
    did: 'linked',
  });
}

/** The opposite. Throws `announcement.not_found`, `ticket.not_found`. */
export async function unlinkTracker(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  { id, trackerId }: Pair,
): Promise<void> {
  const record = await lockAnnouncement(tx, id);
  if (!record) throw fail('announcement.not_found');
  await accessTicket(tx, actor, trackerId);
  if (!(await deleteTracker(tx, id, trackerId))) return;
  await noteAnnounced(tx, platform, actor, [trackerId], {
    announcementId: id,
    topic: record.kind,
    did: 'unlinked',
  });
}

/** The trackers of an announcement that the agent may see, and how many others there are. Throws `announcement.not_found`. */
export async function presentTrackers(reader: Reader, actor: AgentActor, id: string) {
  if (!(await findAnnouncement(reader, id))) throw fail('announcement.not_found');
  const ids = (await trackersOf(reader, [id])).get(id) ?? [];
  // Who writes announcements need not work with tickets.
  const reads = actor.permissions.has('tickets.read');
  const seen = reads
    ? await Promise.all(ids.map((it) => accessTicket(reader, actor, it).catch(outOfReach)))
    : [];
  const items = seen.flatMap((it) =>
    it === null
      ? []
      : [
          {
            id: it.id,
            number: it.number,
            subject: it.subject,
            status: it.status,
            since: it.statusAt.toISOString(),
          },
        ],
  );
  return { items, others: ids.length - items.length };
}

function outOfReach(error: unknown): null {
  if (error instanceof Failure && error.code === 'ticket.not_found') return null;
  throw error;
}

/** Of these announcements those that their trackers have outlived; see isOutlived. */
export async function findOutlived(
  reader: Reader,
  records: readonly AnnouncementRecord[],
): Promise<Set<string>> {
  const ids = records.filter((it) => it.edition > 0).map((it) => it.id);
  const linked = await trackersOf(reader, ids);
  const trackerIds = [...new Set([...linked.values()].flat())];
  if (trackerIds.length === 0) return new Set();
  const trackers = new Map((await readTickets(reader, trackerIds)).map((it) => [it.id, it]));
  const published = await lastPublishedAt(reader, ids);
  const outlived = records.filter(({ id, state }) =>
    isOutlived({
      state,
      publishedAt: published.get(id) ?? null,
      trackers: (linked.get(id) ?? []).flatMap((it) => trackers.get(it) ?? []),
    }),
  );
  return new Set(outlived.map(({ id }) => id));
}
