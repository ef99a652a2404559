import { z } from 'zod';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf, deliver } from '../channels/index.ts';
import { findConversation } from './conversation-store.ts';
import { messagePosted } from './events.ts';
import { agentTopics } from './hints.ts';
import { findMessage, saveDelivery } from './message-store.ts';
import { presentOne } from './present-one.ts';

/** Sends one message out through its channel. */
export const deliverMessage: JobType<{ conversationId: string; messageId: string }> = {
  name: 'conversations.deliver',
  schema: z.object({ conversationId: z.uuid(), messageId: z.uuid() }),
  retries: 6,
};

/** Outgoing messages of channels that must be told: ordered when posted, sent by a job, their state kept on the message. */
export function deliverOutgoing(platform: Platform): void {
  const { database, jobs, relay } = platform;

  relay.on(messagePosted, 'conversations.deliver', async (events) => {
    const outbound = events.filter((event) => event.payload.outbound);
    if (outbound.length === 0) return;
    await database.write(async (tx) => {
      for (const { subjectId, payload } of outbound) {
        await jobs.enqueue(tx, deliverMessage, { conversationId: subjectId, messageId: payload.messageId });
      }
    });
  });

  jobs.work(deliverMessage, async ({ conversationId, messageId }) => {
    const reader = database.reader();
    const conversation = await findConversation(reader, conversationId);
    const message = await findMessage(reader, conversationId, messageId);
    if (!conversation || message?.delivery?.state !== 'queued') return;
    const result = await deliver(adapterOf(conversation.channel), message);
    if (result.state === 'retry') throw new Error(result.reason);
    const delivery =
      result.state === 'sent'
        ? { state: 'sent' as const, error: null }
        : { state: 'failed' as const, error: result.reason };
    await database.write(async (tx) => {
      const done = { ...message, delivery };
      await saveDelivery(tx, done);
      const [view] = (await presentOne(tx, platform.keys, conversation, [done])).messages;
      if (view) platform.live.hint(tx, agentTopics(conversation), { type: 'message.changed', message: view });
    });
  });
}
