import type { Message } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockForAgent } from './access-conversation.ts';
import { orderDeliveries } from './delivery-job.ts';
import { agentTopics } from './hints.ts';
import { findMessage, saveDelivery } from './message-store.ts';
import { presentOne } from './present-one.ts';

/** Sends a message that failed once more. */
export async function retryMessage(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  conversationId: string,
  messageId: string,
): Promise<Message> {
  const conversation = await lockForAgent(tx, actor, conversationId);
  const message = await findMessage(tx, conversationId, messageId);
  if (!message) throw fail('conversation.message_not_found');
  if (message.delivery?.state !== 'failed') throw fail('conversation.not_failed');
  const again = { ...message, delivery: { state: 'queued' as const, error: null } };
  await saveDelivery(tx, again);
  await orderDeliveries(tx, platform.jobs, [{ conversationId, messageId }]);
  const { messages } = await presentOne(tx, platform.keys, conversation, [again]);
  const [view] = messages;
  if (!view) throw new Error('the message is gone');
  platform.live.hint(tx, agentTopics(conversation), { type: 'message.changed', message: view });
  return view;
}
