import { asksForIdentity, socialCredentials } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  firstLettersOf,
  type Inbox,
  isPublicPlace,
  readInbox,
  readSocialThread,
} from '../../channels/index.ts';
import {
  type ConversationRecord,
  findConversations,
  proofOf,
  readBeginnings,
} from '../../conversations/index.ts';
import { type VerifiedCustomer, verifiedCustomers } from '../../people/index.ts';
import { readTickets, ticketsOfConversations } from '../../tickets/index.ts';
import type { LetterCase } from './decide-letter.ts';
import { countsSentSince, listAnswered } from './letter-store.ts';

const day = 24 * 3_600_000;
/** Entries of a thread that are looked at: it has only just begun. */
const beginning = 50;

/** A conversation with what it began with, and all that decides whether it may be answered by itself. */
export interface BegunByLetter {
  readonly conversation: ConversationRecord;
  /** The message that it began with. */
  readonly first: { readonly id: string; readonly seq: number; readonly text: string };
  readonly subject: string;
  /** Whose it is, where the exchange vouches for that. */
  readonly customer: VerifiedCustomer | null;
  readonly timeZone: string | null;
  /** Null for what began on a platform and has none. */
  readonly ticketId: string | null;
  readonly given: Omit<LetterCase, 'answer'>;
}

/**
 * Those of these conversations that began with a letter or a form and have a ticket, or with a message on a platform that nobody else reads;
 * read with few statements for all.
 */
export async function readBegunByLetters(
  { database, clock, config }: Platform,
  conversationIds: readonly string[],
): Promise<BegunByLetter[]> {
  const reader = database.reader();
  const found = [...(await findConversations(reader, conversationIds)).values()];
  const conversations = await withoutPublicOnes(
    reader,
    found.filter((it) => it.channel !== 'chat'),
  );
  if (conversations.length === 0) return [];
  const ids = conversations.map((it) => it.id);
  const customerIds = [...new Set(conversations.map((it) => it.customerId))];
  const [ticketIds, threads, letters, inboxes, answered, sent, customers] = await Promise.all([
    ticketsOfConversations(reader, ids),
    readBeginnings(reader, ids, beginning),
    firstLettersOf(reader, ids),
    inboxesOf(reader, conversations),
    listAnswered(reader, ids),
    countsSentSince(reader, customerIds, new Date(clock.now().getTime() - day)),
    verifiedCustomers(reader, customerIds),
  ]);
  const tickets = new Map((await readTickets(reader, [...ticketIds.values()])).map((it) => [it.id, it]));
  return conversations.flatMap((conversation): BegunByLetter[] => {
    const ticket = tickets.get(ticketIds.get(conversation.id) ?? '');
    const inbox = inboxes.get(conversation.inboxId);
    const texts = (threads.get(conversation.id) ?? []).filter((it) => it.kind === 'text');
    const asked = texts.filter((it) => it.author.type === 'customer');
    const [first] = asked;
    const onPlatform = isOnPlatform(conversation);
    if ((!ticket && !onPlatform) || !first || !inbox) return [];
    const letter = letters.get(conversation.id);
    const given: Omit<LetterCase, 'answer'> = {
      switchedOn: inbox.assistant && config.ASSISTANT,
      drafts: inbox.drafts,
      came: onPlatform
        ? 'message'
        : conversation.channel === 'portal'
          ? 'form'
          : letter?.kind === 'letter' || letter?.kind === 'list'
            ? letter.kind
            : 'machine',
      proven: conversation.channel === 'portal' || proofOf(letter?.proof)?.verdict === 'proved',
      files: first.attachmentIds.length,
      asked: asked.length,
      answers: texts.length - asked.length,
      taken:
        conversation.state !== 'queued' && !(conversation.state === 'assigned' && !conversation.accepted),
      follows: (ticket?.followsId ?? null) !== null || conversation.previousId !== null,
      delicate:
        ticket !== undefined &&
        (asksForIdentity(ticket.category) || ticket.priority === 'urgent' || ticket.priority === 'high'),
      read: answered.has(conversation.id),
      sentLately: sent.get(conversation.customerId) ?? 0,
    };
    const { customer = null, timeZone = null } = customers.get(conversation.customerId) ?? {};
    const { subject = '', id: ticketId = null } = ticket ?? {};
    return [{ conversation, first, subject, customer, timeZone, given, ticketId }];
  });
}

const isOnPlatform = ({ channel }: ConversationRecord): boolean => socialCredentials[channel] !== undefined;

/** What everybody reads is for people alone. */
async function withoutPublicOnes(
  reader: Reader,
  conversations: readonly ConversationRecord[],
): Promise<ConversationRecord[]> {
  const kept = await Promise.all(
    conversations.map(async (it) => {
      if (!isOnPlatform(it)) return true;
      const thread = await readSocialThread(reader, it.id);
      return thread !== undefined && !isPublicPlace(it.channel, thread.address);
    }),
  );
  return conversations.filter((_, index) => kept[index]);
}

async function inboxesOf(
  reader: Reader,
  conversations: readonly ConversationRecord[],
): Promise<Map<string, Inbox>> {
  const ids = [...new Set(conversations.map((it) => it.inboxId))];
  const found = await Promise.all(ids.map((id) => readInbox(reader, id)));
  return new Map(found.flatMap((inbox) => (inbox ? [[inbox.id, inbox] as const] : [])));
}
