import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { findConversation } from './conversation-store.ts';
import { settleDelivery } from './deliver-message.ts';
import { deliverMessage, orderDeliveries } from './delivery-job.ts';
import { listQueued, lockQueued, type QueuedMessage } from './delivery-store.ts';
import { findMessage } from './message-store.ts';

/** Milliseconds after which a message that has no job is not one whose job is just about to be ordered. */
const patience = 600_000;
const page = 500;

/**
 * Looks after messages that wait to be sent and that no job will send: a crash ended the last run of theirs, or their job was lost.
 * Those whose job was given up have failed, where an agent sees it and can send them again: whatever ended the server while it sent
 * them would do so again. For the others a job is ordered.
 */
export async function sweepDeliveries(platform: Platform): Promise<void> {
  const reader = platform.database.reader();
  const before = new Date(reader.now.getTime() - patience);
  let last: QueuedMessage | undefined;
  for (;;) {
    const queued = await listQueued(reader, before, last, page);
    const keys = queued.map((message) => message.messageId);
    const standing = await platform.jobs.standing(reader, deliverMessage, keys);
    for (const message of queued) {
      if (standing.get(message.messageId) !== 'ordered')
        await platform.database.write((tx) => resumeOrEnd(tx, platform, message));
    }
    last = queued.at(-1);
    if (queued.length < page) return;
  }
}

async function resumeOrEnd(
  tx: Tx,
  platform: Platform,
  { conversationId, messageId }: QueuedMessage,
): Promise<void> {
  // Looked at once more while it is held: it may have been sent, or its job ordered, since it was listed.
  if (!(await lockQueued(tx, { conversationId, messageId }))) return;
  const standing = (await platform.jobs.standing(tx, deliverMessage, [messageId])).get(messageId);
  if (standing === 'ordered') return;
  if (standing === undefined) return orderDeliveries(tx, platform.jobs, [{ conversationId, messageId }]);
  const conversation = await findConversation(tx, conversationId);
  const message = await findMessage(tx, conversationId, messageId);
  if (!conversation || !message) return;
  const delivery = { state: 'failed' as const, error: 'interrupted while it was sent' };
  await settleDelivery(tx, platform, conversation, { ...message, delivery });
}
