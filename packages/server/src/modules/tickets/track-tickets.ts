import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Announcement } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { accessTicket, lockReachable } from './access-ticket.ts';
import { changeTickets } from './change-tickets.ts';
import { ticketLinked } from './events.ts';
import { countTracked, insertLinks } from './link-store.ts';
import type { TicketRecord } from './ticket.ts';

/** A tracker that the agent may see. Throws `ticket.not_found` or `ticket.not_tracker`. */
export async function accessTracker(reader: Reader, actor: AgentActor, id: string): Promise<TicketRecord> {
  const tracker = await accessTicket(reader, actor, id);
  if (!tracker.isTracker) throw fail('ticket.not_tracker');
  return tracker;
}

/** Puts tickets on a tracker; see the endpoint `tickets.track`. Those that are on it already stay. */
export async function trackTickets(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  trackerId: string,
  ticketIds: readonly string[],
): Promise<{ added: number; total: number }> {
  await accessTracker(tx, actor, trackerId);
  const locked = await lockReachable(tx, actor, [...new Set([...ticketIds, trackerId])]);
  const tickets = [...locked.values()].filter((ticket) => !ticket.isTracker);
  const links = await insertLinks(
    tx,
    tickets.map(({ id }) => ({
      id: newId(),
      fromId: id,
      toId: trackerId,
      kind: 'caused_by' as const,
      createdBy: actor.id,
      createdAt: tx.now,
    })),
  );
  const event = ticketLinked as Announcement['event'];
  const facts = links.map(({ id: linkId, kind, fromId, toId }) => ({
    event,
    payload: { linkId, kind, fromId, toId },
  }));
  const changes = links.flatMap(({ fromId }, index) => {
    const [ticket, fact] = [locked.get(fromId), facts[index]];
    return ticket && fact ? [{ actor, before: ticket, after: ticket, facts: [fact] }] : [];
  });
  const tracker = locked.get(trackerId);
  // The tracker's page shows how many it has.
  const own = tracker && facts.length > 0 ? [{ actor, before: tracker, after: tracker, facts }] : [];
  await changeTickets(tx, platform, [...changes, ...own]);
  return { added: links.length, total: await countTracked(tx, trackerId) };
}
