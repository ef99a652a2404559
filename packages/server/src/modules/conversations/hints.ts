import type { Tx } from '../../platform/database/database.ts';
import type { Live } from '../../platform/live/live.ts';
import type { Changed } from './change-conversations.ts';
import type { ConversationRecord } from './conversation.ts';

/** The topics on which agents hear of a conversation: those who see every one, its team, and its agent. */
export function agentTopics(conversation: Pick<ConversationRecord, 'teamId' | 'assigneeId'>): string[] {
  const topics = ['conversations', `team:${conversation.teamId}`];
  return conversation.assigneeId ? [...topics, `agent:${conversation.assigneeId}`] : topics;
}

/** The topic on which a customer's own sockets listen: what is said in their chats. */
export const customerTopic = (customerId: string) => `customer:${customerId}`;

/** The topic on which their sockets of the portal listen too: the threads that are no chats, which a chat's client would show among its own. */
export const portalTopic = (customerId: string) => `portal:${customerId}`;

/** Tells agents and the customer what changed, after commit. */
export function hintChange(tx: Tx, live: Live, before: ConversationRecord | null, changed: Changed): void {
  const { record, conversation, messages } = changed;
  const topics = agentTopics(record);
  if (before) {
    const left = agentTopics(before).filter((topic) => !topics.includes(topic));
    // Said first: whoever still sees it by another topic hears of it again right after.
    if (left.length > 0) live.hint(tx, left, { type: 'conversation.removed', conversationId: record.id });
  }
  for (const message of messages) live.hint(tx, topics, { type: 'message.posted', message, conversation });
  if (messages.length === 0) live.hint(tx, topics, { type: 'conversation.changed', conversation });

  hintCustomer(tx, live, changed);
  hintMentions(tx, live, changed);
}

function hintCustomer(tx: Tx, live: Live, changed: Changed): void {
  const { record, customerConversation: conversation, customerMessages: messages } = changed;
  const topicOf = record.channel === 'chat' ? customerTopic : portalTopic;
  const topics = [topicOf(record.customerId)];
  for (const message of messages) live.hint(tx, topics, { type: 'message.posted', message, conversation });
  if (messages.length === 0) live.hint(tx, topics, { type: 'conversation.changed', conversation });
}

function hintMentions(tx: Tx, live: Live, { record, messages }: Changed): void {
  for (const message of messages) {
    for (const agentId of message.mentions) {
      live.hint(tx, [`agent:${agentId}`], {
        type: 'mentioned',
        conversationId: record.id,
        messageId: message.id,
        by: message.author.name ?? '',
      });
    }
  }
}
