import type { LinkKind } from '@fairlead/contract';
import type { Actor, AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Announcement } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { accessTicket } from './access-ticket.ts';
import { changeTickets } from './change-tickets.ts';
import { ticketLinked, ticketUnlinked } from './events.ts';
import { insertLinks, type LinkRecord, removeLink } from './link-store.ts';
import { lockTickets } from './ticket-store.ts';

/** Links a ticket to another; a link that is there already stays. Throws `ticket.link_refused` for a link to itself. */
export async function linkTickets(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  fromId: string,
  to: { kind: LinkKind; ticketId: string },
): Promise<void> {
  for (const id of [fromId, to.ticketId]) await accessTicket(tx, actor, id);
  if (fromId === to.ticketId) throw fail('ticket.link_refused');
  await addLink(tx, platform, actor, fromId, to);
}

/** The same by whoever was let in to both, or by the product itself. Answers the link if it is new. */
export async function addLink(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: Actor,
  fromId: string,
  { kind, ticketId: toId }: { kind: LinkKind; ticketId: string },
): Promise<LinkRecord | undefined> {
  const createdBy = actor.type === 'agent' ? actor.id : null;
  const [added] = await insertLinks(tx, [{ id: newId(), fromId, toId, kind, createdBy, createdAt: tx.now }]);
  if (added) await tellBoth(tx, platform, actor, ticketLinked, added);
  return added;
}

/** Takes a link of a ticket away. Throws `request.not_found` if there is none. */
export async function unlinkTickets(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  ticketId: string,
  linkId: string,
): Promise<void> {
  await accessTicket(tx, actor, ticketId);
  if (!(await dropLink(tx, platform, actor, ticketId, linkId))) throw fail('request.not_found');
}

/** The same by whoever was let in. False where there is none. */
export async function dropLink(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: Actor,
  ticketId: string,
  linkId: string,
): Promise<boolean> {
  const removed = await removeLink(tx, ticketId, linkId);
  if (removed) await tellBoth(tx, platform, actor, ticketUnlinked, removed);
  return removed !== undefined;
}

/** Both tickets show the link, so both are one version further. */
async function tellBoth(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: Actor,
  event: Announcement['event'],
  link: LinkRecord,
): Promise<void> {
  const { id: linkId, kind, fromId, toId } = link;
  const both = await lockTickets(tx, [fromId, toId]);
  const facts = [{ event, payload: { linkId, kind, fromId, toId } }];
  await changeTickets(
    tx,
    platform,
    [...both.values()].map((ticket) => ({ actor, before: ticket, after: ticket, facts })),
  );
}
