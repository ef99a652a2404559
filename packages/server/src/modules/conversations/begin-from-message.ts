import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeConversations } from './change-conversations.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import { findConversation, insertConversation, lockCustomer } from './conversation-store.ts';
import { detectLanguage } from './detect-language.ts';
import { findMessage, findOfCustomer } from './message-store.ts';
import { blankConversation } from './start-conversation.ts';
import { systemLine } from './system-line.ts';

/**
 * A message that the customer wrote begins a conversation of its own, in the queue of the same team, which links back: for a module
 * above that has let the agent in. The message stays in its old thread too. Once per key. Null when it is not the customer's
 * message. Throws `conversation.message_not_found`.
 */
export async function beginFromMessage(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  from: { conversationId: string; messageId: string; key: string },
): Promise<ConversationRecord | null> {
  const previous = await findConversation(tx, from.conversationId);
  const message = previous && (await findMessage(tx, previous.id, from.messageId));
  if (!previous || !message) throw fail('conversation.message_not_found');
  if (message.kind !== 'text' || message.author.type !== 'customer') return null;
  await lockCustomer(tx, previous.customerId);
  const clientKey = `split:${from.key}`;
  const before = await findOfCustomer(tx, previous.customerId, clientKey);
  if (before) return (await findConversation(tx, before.conversationId)) ?? null;
  return begin(tx, platform, actor, previous, message, clientKey);
}

async function begin(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  previous: ConversationRecord,
  message: MessageRecord,
  clientKey: string,
): Promise<ConversationRecord> {
  const { channel, inboxId, topic, locale, customerId, teamId } = previous;
  const record = await insertConversation(
    tx,
    {
      ...blankConversation(tx.now),
      id: newId(),
      channel,
      inboxId,
      topic,
      locale,
      customerId,
      teamId,
      language: detectLanguage(message.text, locale),
      previousId: previous.id,
    },
    clientKey,
  );
  const { author, text, attachmentIds } = message;
  const drafts = [
    systemLine('continues', { number: previous.number }),
    { kind: 'text' as const, author, text, attachmentIds, clientKey },
  ];
  const [changed] = await changeConversations(tx, platform, [{ actor, before: null, after: record, drafts }]);
  if (!changed) throw new Error('nothing was begun');
  return changed.record;
}
