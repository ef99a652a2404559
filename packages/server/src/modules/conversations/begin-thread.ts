import type { Locale, Topic } from '@fairlead/contract';
import { maximumMessageLength } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Inbox } from '../channels/index.ts';
import { mergedAway, readCustomers } from '../people/index.ts';
import { cleanText, isTooLong } from './append-messages.ts';
import type { ConversationRecord, MessageDraft } from './conversation.ts';
import { findConversation, lockCustomer } from './conversation-store.ts';
import { findOfCustomer } from './message-store.ts';
import { presentRepeated } from './present-repeated.ts';
import { startConversation } from './start-conversation.ts';

/**
 * A customer begins a thread of its own with a message, whatever else they have open, once per key: for a module above. Throws
 * `conversation.empty_message`, `conversation.message_too_long`, `conversation.key_reused`, `file.not_found`, `identity.session_invalid`.
 */
export async function beginThread(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  input: {
    inbox: Inbox;
    key: string;
    text: string;
    attachmentIds: readonly string[];
    topic: Topic | null;
    locale: Locale;
    /** Everybody reads it. */
    inPublic?: boolean;
  } & Pick<MessageDraft, 'anyway' | 'removed'>,
): Promise<{ conversation: ConversationRecord; repeated: boolean }> {
  const text = cleanText(input.text);
  if (text === '' && input.attachmentIds.length === 0) throw fail('conversation.empty_message');
  if (isTooLong(text)) throw fail('conversation.message_too_long', { maximum: maximumMessageLength });
  const clientKey = `thread:${input.key}`;
  await lockCustomer(tx, actor.id);
  const written = await findOfCustomer(tx, actor.id, clientKey);
  const place = written && (await findConversation(tx, written.conversationId));
  if (written && place) {
    await presentRepeated(tx, platform, place, written, { text, attachmentIds: input.attachmentIds });
    return { conversation: place, repeated: true };
  }
  if (await mergedAway(tx, actor.id)) throw fail('identity.session_invalid');
  const customerName = (await readCustomers(tx, [actor.id])).get(actor.id)?.name ?? null;
  const begun = await startConversation(tx, platform, actor, {
    ...input,
    text,
    clientKey,
    customerName,
    previous: null,
  });
  return { conversation: begun.record, repeated: false };
}
