import type { SideConversation, SideMessage } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { accessTicket } from '../access-ticket.ts';
import { accessSide, type SidePlace } from './access-side.ts';
import { presentSide, presentSideMessages } from './present-side.ts';
import { listSideMessages } from './side-message-store.ts';
import { listSides } from './side-store.ts';

/** The side conversations of a ticket. Throws `ticket.not_found`. */
export async function readSides(
  reader: Reader,
  actor: AgentActor,
  ticketId: string,
): Promise<SideConversation[]> {
  await accessTicket(reader, actor, ticketId);
  return (await listSides(reader, ticketId)).map(presentSide);
}

/** The letters of one. Throws `ticket.not_found` and `ticket.side_not_found`. */
export async function readSideMessages(
  reader: Reader,
  keys: Keys,
  actor: AgentActor,
  place: SidePlace,
  page: { after: number; limit: number },
): Promise<SideMessage[]> {
  const side = await accessSide(reader, actor, place);
  return presentSideMessages(reader, keys, side, await listSideMessages(reader, side.id, page));
}
