import type { TicketTelling } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readInbox } from '../../channels/index.ts';
import { accessTicket } from '../access-ticket.ts';
import { readWay } from './read-way.ts';
import { wasRead } from './tell-in-live-chat.ts';
import { lastTold } from './tell-store.ts';
import { notToldOf } from './way-rules.ts';

/** How the customer of a ticket is told of it, for agents. Throws `ticket.not_found`. */
export async function readTelling(
  reader: Reader,
  platform: Pick<Platform, 'mail'>,
  actor: AgentActor,
  id: string,
): Promise<TicketTelling> {
  const ticket = await accessTicket(reader, actor, id);
  const { choice, ...now } = await readWay(reader, platform, ticket);
  const last = await lastTold(reader, id);
  const read = last && (await wasRead(reader, ticket, last));
  const { way } = now;
  const inbox = way?.by === 'chat' ? await readInbox(reader, way.inboxId) : undefined;
  return {
    way: way?.by ?? null,
    chat: inbox ? { channel: inbox.channel, inbox: inbox.name } : null,
    trouble: read ? null : notToldOf(choice, now, last),
    last: last && {
      at: last.at.toISOString(),
      kind: last.kind,
      way: last.way,
      channel: last.channel,
      read,
      reason: last.reason,
    },
  };
}
