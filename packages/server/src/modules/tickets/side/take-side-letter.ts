import { maximumMessageLength } from '@fairlead/contract';
import { type AgentActor, system } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Announcement } from '../../../platform/events/event.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  answerToInvitation,
  hasLetter,
  type InboundMessage,
  type Inbox,
  insertLetter,
} from '../../channels/index.ts';
import { claimForTicket, insertAttachment, type keepFiles, lockCustomer } from '../../conversations/index.ts';
import { changeTicket } from '../change-tickets.ts';
import { ticketSideWritten } from '../events.ts';
import { lockTickets } from '../ticket-store.ts';
import type { SideMessageRecord, SideRecord } from './side.ts';
import { insertSideMessage } from './side-message-store.ts';
import { afterArrival, isParty, writerOf } from './side-rules.ts';
import { lockSide, saveSide } from './side-store.ts';
import { kept } from './write-letter.ts';

interface Arrived {
  readonly inbox: Inbox;
  readonly inbound: InboundMessage & { letter: NonNullable<InboundMessage['letter']> };
  readonly payloadId: string;
  readonly files: Awaited<ReturnType<typeof keepFiles>>;
}

/** Writes a letter that came in into its side conversation, once; whoever is none of its parties is marked so. */
export async function takeSideLetter(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  found: SideRecord,
  arrived: Arrived,
): Promise<'accepted' | 'duplicate'> {
  const { inbox, inbound } = arrived;
  const { letter, sender } = inbound;
  // The same letter twice at once, by two ways: one after the other.
  await lockCustomer(tx, `letter ${inbox.id} ${letter.headerId}`);
  if (await hasLetter(tx, inbox.id, letter.headerId)) return 'duplicate';
  const ticket = (await lockTickets(tx, [found.ticketId])).get(found.ticketId);
  const side = ticket && (await lockSide(tx, found.id));
  if (!side) throw new Error('a side conversation went away while a letter to it was taken in');
  const message: SideMessageRecord = {
    id: newId(),
    sideId: side.id,
    seq: side.messageCount + 1,
    direction: 'in',
    author: null,
    from: { address: sender.address, name: sender.name && kept(sender.name) },
    known: isParty(side, sender.address),
    automatic: letter.kind === 'automatic',
    invitationAnswer: answerToInvitation(letter.invitation),
    text: textOf(inbound),
    history: kept(letter.body.history),
    attachmentIds: await bringFiles(tx, side, arrived),
    headerId: letter.headerId,
    clientKey: null,
    delivery: null,
    createdAt: tx.now,
  };
  await insertSideMessage(tx, message);
  const after = afterArrival(side, message, tx.now);
  await saveSide(tx, after);
  await noteLetter(tx, arrived);
  const fact = {
    event: ticketSideWritten as Announcement['event'],
    payload: { sideId: side.id, seq: message.seq, by: writerOf(message) },
  };
  const sideUnread = ticket.sideUnread + after.unread - side.unread;
  await changeTicket(tx, platform, {
    actor: system('email'),
    before: ticket,
    after: { ...ticket, sideUnread },
    facts: [fact],
  });
  return 'accepted';
}

/** Files are the ticket's at once, in the name of who began it: a third party is nobody here. */
async function bringFiles(tx: Tx, side: SideRecord, { files }: Arrived): Promise<string[]> {
  const owner: Pick<AgentActor, 'type' | 'id'> = { type: 'agent', id: side.createdBy.id };
  const rows = files.filter((row) => row !== null);
  for (const row of rows) await insertAttachment(tx, owner, row);
  const ids = rows.map(({ id }) => id);
  await claimForTicket(tx, owner, ids, side.ticketId);
  return ids;
}

/** What was written, as much as a message holds; the letter itself is kept whole. */
function textOf({ text, letter }: Arrived['inbound']): string {
  const words = kept(text.trim() || letter.subject || '…');
  return words.length <= maximumMessageLength
    ? words
    : `${words.slice(0, maximumMessageLength - 1).toWellFormed()}…`;
}

/** In no conversation: no letter that refers to it gets into a customer's thread by it. */
async function noteLetter(tx: Tx, { inbox, inbound: { letter }, payloadId }: Arrived): Promise<void> {
  await insertLetter(tx, {
    id: newId(),
    inboxId: inbox.id,
    direction: 'in',
    headerId: letter.headerId,
    conversationId: null,
    messageId: null,
    kind: letter.kind,
    subject: letter.subject.slice(0, 1000),
    parties: letter.parties,
    references: letter.references,
    html: letter.html,
    body: { ...letter.body, inline: {} },
    proof: letter.proof,
    rawKey: payloadId,
    createdAt: tx.now,
  });
}
