import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeTickets } from './change-tickets.ts';
import { trackersOf } from './link-store.ts';
import { addLink, dropLink } from './link-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { listChildren, lockTickets } from './ticket-store.ts';

/** What went over to the target of a merge beside what its record holds. */
interface Moved {
  readonly movedChildren: string[];
  readonly addedLinks: string[];
}

/**
 * What others do for a ticket that is merged goes on for the target: its back-office tickets are the target's, which waits for them in its place, and what is told to all
 * on its trackers reaches the target.
 */
export async function moveRelatives(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  sourceId: string,
  targetId: string,
): Promise<Moved> {
  const movedChildren = (await listChildren(tx, sourceId)).map(({ id }) => id);
  await giveChildren(tx, platform, actor, movedChildren, targetId);
  const addedLinks: string[] = [];
  for (const ticketId of await trackersOf(tx, sourceId)) {
    const link = await addLink(tx, platform, actor, targetId, { kind: 'caused_by', ticketId });
    if (link) addedLinks.push(link.id);
  }
  return { movedChildren, addedLinks };
}

/** The same taken back; what became of the children meanwhile stays. */
export async function returnRelatives(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  sourceId: string,
  targetId: string,
  { movedChildren, addedLinks }: Moved,
): Promise<void> {
  await giveChildren(tx, platform, actor, movedChildren, sourceId);
  for (const id of addedLinks) await dropLink(tx, platform, actor, targetId, id);
}

async function giveChildren(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  ids: readonly string[],
  parentId: string,
): Promise<void> {
  if (ids.length === 0) return;
  const children: TicketRecord[] = [...(await lockTickets(tx, ids)).values()];
  await changeTickets(
    tx,
    platform,
    children.map((before) => ({ actor, before, after: { ...before, parentId } })),
  );
}
