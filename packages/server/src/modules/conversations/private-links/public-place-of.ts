import type { Reader } from '../../../platform/database/database.ts';
import { type Inbox, readInbox, readSocialThread } from '../../channels/index.ts';
import type { ConversationRecord } from '../conversation.ts';
import { findConversation } from '../conversation-store.ts';
import { newestLink } from './private-link-store.ts';

/** The inbox at which the customer of a private chat is answered in public as well; undefined for all other conversations. */
export async function publicPlaceOf(
  reader: Reader,
  { id, inboxId, channel }: Pick<ConversationRecord, 'id' | 'inboxId' | 'channel'>,
): Promise<Inbox | undefined> {
  if (channel !== 'chat') return undefined;
  const thread = await readSocialThread(reader, id);
  return thread && thread.inboxId !== inboxId ? readInbox(reader, thread.inboxId) : undefined;
}

/** The private chat in which a public conversation goes on; undefined where it goes on in none. */
export async function findGoingOn(
  reader: Reader,
  { id }: Pick<ConversationRecord, 'id'>,
): Promise<ConversationRecord | undefined> {
  const chatId = (await newestLink(reader, id))?.provenConversationId;
  const chat = chatId && (await findConversation(reader, chatId));
  return chat && (await publicPlaceOf(reader, chat)) ? chat : undefined;
}
