import type { SideConversation } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Announcement } from '../../../platform/events/event.ts';
import type { Platform } from '../../../platform/platform.ts';
import { changeTicket } from '../change-tickets.ts';
import { ticketSideSettled } from '../events.ts';
import { lockSideFor, type SidePlace } from './access-side.ts';
import { presentSide } from './present-side.ts';
import { marksAsSeen } from './side-rules.ts';
import { saveSide } from './side-store.ts';
import { refuseOurs } from './start-side.ts';

/** An agent says that a side conversation is done or open, or with whom it goes on. Throws `conversation.copy_refused`. */
export async function updateSide(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  place: SidePlace,
  change: { state?: 'open' | 'done' | undefined; parties?: string[] | undefined },
): Promise<SideConversation> {
  const { ticket, side } = await lockSideFor(tx, actor, place);
  const { state = side.state, parties = side.parties } = change;
  await refuseOurs(tx, parties);
  const after = { ...side, state, parties };
  await saveSide(tx, after);
  const fact = {
    event: ticketSideSettled as Announcement['event'],
    payload: { sideId: side.id, state },
  };
  const facts = state === side.state ? [] : [fact];
  await changeTicket(tx, platform, { actor, before: ticket, after: ticket, facts });
  return presentSide(after);
}

/** Letters of a side conversation were seen: the mark goes where it is the agent's to take away. Again it changes nothing. */
export async function markSideRead(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  place: SidePlace,
): Promise<SideConversation> {
  const { ticket, side } = await lockSideFor(tx, actor, place);
  if (side.unread === 0 || !marksAsSeen(ticket, actor.id)) return presentSide(side);
  const after = { ...side, unread: 0 };
  await saveSide(tx, after);
  const sideUnread = Math.max(0, ticket.sideUnread - side.unread);
  await changeTicket(tx, platform, { actor, before: ticket, after: { ...ticket, sideUnread } });
  return presentSide(after);
}
