import type { SideConversation } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Announcement } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readEmailInbox, readOwnAddresses, readSendingInbox } from '../../channels/index.ts';
import { findConversation } from '../../conversations/index.ts';
import { agentName } from '../../people/index.ts';
import { lockTicket } from '../access-ticket.ts';
import { changeTicket } from '../change-tickets.ts';
import { ticketSideStarted } from '../events.ts';
import type { TicketRecord } from '../ticket.ts';
import { presentSide } from './present-side.ts';
import type { SideRecord } from './side.ts';
import { afterWriting } from './side-rules.ts';
import { findSideByKey, insertSide, saveSide } from './side-store.ts';
import { kept, type SideWords, writeLetter } from './write-letter.ts';

type Platforms = Pick<Platform, 'live' | 'keys' | 'jobs'>;

/** An agent writes to a third party about a ticket, once per key. See the endpoint `sideConversations.start` for what is refused. */
export async function startSide(
  tx: Tx,
  platform: Platforms,
  actor: AgentActor,
  ticketId: string,
  input: SideWords & { parties: readonly string[]; subject: string },
): Promise<SideConversation> {
  const ticket = await lockTicket(tx, actor, ticketId);
  const clientKey = `${actor.id}:${input.key}`;
  const written = await findSideByKey(tx, ticketId, clientKey);
  if (written) {
    if (written.subject !== input.subject) throw fail('conversation.key_reused');
    return presentSide(written);
  }
  if (ticket.status === 'closed') throw fail('ticket.closed');
  await refuseOurs(tx, input.parties);
  const author = { id: actor.id, name: await agentName(tx, actor.id) };
  const begun: SideRecord = {
    id: newId(),
    ticketId,
    inboxId: await inboxFor(tx, platform, ticket),
    subject: kept(input.subject),
    parties: input.parties,
    state: 'open',
    messageCount: 0,
    unread: 0,
    createdBy: author,
    clientKey,
    createdAt: tx.now,
    lastActivityAt: tx.now,
  };
  await insertSide(tx, begun);
  await writeLetter(tx, platform, actor, author, begun, { ...input, text: kept(input.text), clientKey });
  const side = afterWriting(begun, tx.now);
  await saveSide(tx, side);
  const fact = { event: ticketSideStarted as Announcement['event'], payload: { sideId: side.id } };
  await changeTicket(tx, platform, { actor, before: ticket, after: ticket, facts: [fact] });
  return presentSide(side);
}

/** Throws `conversation.copy_refused` for an address of ours: what we write would come back as an answer. */
export async function refuseOurs(tx: Tx, parties: readonly string[]): Promise<void> {
  const isOurs = await readOwnAddresses(tx);
  const ours = parties.find(isOurs);
  if (ours !== undefined) throw fail('conversation.copy_refused', { address: ours });
}

/** The inbox of the ticket's own letters where it can send, or else the one that our letters to customers leave from. */
async function inboxFor(tx: Tx, { keys }: Platforms, { conversationId }: TicketRecord): Promise<string> {
  const thread = conversationId === null ? undefined : await findConversation(tx, conversationId);
  const own = thread && (await readEmailInbox(tx, keys, thread.inboxId));
  const inbox = own?.smtp ? own : await readSendingInbox(tx, keys);
  if (!inbox) throw fail('ticket.side_no_inbox');
  return inbox.inboxId;
}
