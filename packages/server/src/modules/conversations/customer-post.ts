import type { CustomerConversation, CustomerMessage, Locale, Topic } from '@fairlead/contract';
import { maximumMessageLength } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Inbox, readInbox } from '../channels/index.ts';
import { mergedAway, readCustomers } from '../people/index.ts';
import { cleanText, isTooLong } from './append-messages.ts';
import type { Changed } from './change-conversations.ts';
import type { ConversationRecord } from './conversation.ts';
import { findConversation, findOpen, lockCustomer } from './conversation-store.ts';
import { findOfCustomer } from './message-store.ts';
import type { MessageWriter } from './message-writer.ts';
import { presentRepeated } from './present-repeated.ts';
import { startConversation } from './start-conversation.ts';

/** What a customer's client sends. */
export interface CustomerText {
  key: string;
  text: string;
  attachmentIds: string[];
  /** See `newCustomerText` of the contract. */
  anyway?: boolean | undefined;
}

/** Without the customer's id: a visitor who is recognised while a message is under way sends it again as somebody else. */
const customerKey = (key: string) => `customer:${key}`;

/** What their client is told once it is committed. */
export interface CustomerAck {
  message: CustomerMessage;
  conversation: CustomerConversation;
}

/** A customer writes into one of their conversations; closed too long ago, the message begins a new one that links back. */
export async function postAsCustomer(
  platform: Platform,
  writer: MessageWriter,
  actor: CustomerActor,
  conversationId: string,
  input: CustomerText,
): Promise<CustomerAck> {
  const clientKey = customerKey(input.key);
  const posted = await writer.post({
    actor,
    conversationId,
    clientKey,
    text: cleanText(input.text),
    attachmentIds: input.attachmentIds,
    anyway: input.anyway,
  });
  if (posted.kind === 'written') return ackOf(posted.changed, clientKey);
  return begin(
    platform,
    writer,
    actor,
    { ...input, topic: null, locale: posted.previous.locale },
    posted.previous,
  );
}

/** A customer's first message. When they have a conversation open, it joins that one. */
export async function startAsCustomer(
  platform: Platform,
  writer: MessageWriter,
  actor: CustomerActor,
  input: CustomerText & { topic: Topic | null; locale: Locale },
): Promise<CustomerAck> {
  const open = await findOpen(platform.database.reader(), actor.id);
  if (open) return postAsCustomer(platform, writer, actor, open.id, input);
  return begin(platform, writer, actor, input, null);
}

async function begin(
  platform: Platform,
  writer: MessageWriter,
  actor: CustomerActor,
  input: CustomerText & { topic: Topic | null; locale: Locale },
  previous: ConversationRecord | null,
): Promise<CustomerAck> {
  const text = cleanText(input.text);
  if (text === '' && input.attachmentIds.length === 0) throw fail('conversation.empty_message');
  if (isTooLong(text)) throw fail('conversation.message_too_long', { maximum: maximumMessageLength });
  const { inbox, name } = await authorOf(platform, actor);
  const clientKey = customerKey(input.key);
  const begun = await platform.database.write(async (tx) => {
    // Two tabs, a retry while the first try is still under way, or a sign-in at the same moment: one after the other.
    await lockCustomer(tx, actor.id);
    const message = await findOfCustomer(tx, actor.id, clientKey);
    const place = message && (await findConversation(tx, message.conversationId));
    // Wherever the first try went: it may have joined a conversation that has been closed since.
    if (message && place) return presentRepeated(tx, platform, place, message, { ...input, text });
    // A visitor who has just been recognised: their client begins anew as who they are, and sends this again.
    if (await mergedAway(tx, actor.id)) throw fail('identity.session_invalid');
    const open = await findOpen(tx, actor.id);
    if (open) return { joins: open.id };
    return startConversation(tx, platform, actor, {
      ...input,
      text,
      inbox,
      clientKey,
      customerName: name,
      previous,
    });
  });
  if ('joins' in begun) return postAsCustomer(platform, writer, actor, begun.joins, input);
  return ackOf(begun, clientKey);
}

async function authorOf(
  platform: Platform,
  actor: CustomerActor,
): Promise<{ inbox: Inbox; name: string | null }> {
  const reader = platform.database.reader();
  const [inbox, customers] = await Promise.all([
    readInbox(reader, actor.inboxId),
    readCustomers(reader, [actor.id]),
  ]);
  if (!inbox?.enabled || inbox.channel !== 'chat') throw fail('channels.inbox_not_found');
  return { inbox, name: customers.get(actor.id)?.name ?? null };
}

function ackOf(changed: Changed, clientKey: string): CustomerAck {
  const place = changed.records.find((record) => record.clientKey === clientKey)?.id;
  const message = changed.customerMessages.find((it) => it.id === place);
  if (!message) throw new Error('the written message is not among its own');
  return { message, conversation: changed.customerConversation };
}
