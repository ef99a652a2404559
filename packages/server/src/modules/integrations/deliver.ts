import { z } from 'zod';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { isTaken, nextAttempt, standingAfter } from './delivery-rules.ts';
import { sendMessage } from './send-message.ts';
import { findDelivery, listWebhooks, lockWebhook, putWebhook, saveDelivery } from './webhook-store.ts';

/** One attempt to deliver a message, after so many others; the next is a job of its own. */
export const deliverMessage: JobType<{
  id: string;
  attempts: number;
  /** Absent in jobs that an earlier release ordered. */
  webhookId?: string | undefined;
}> = {
  name: 'integrations.deliver',
  schema: z.object({ id: z.uuid(), attempts: z.number().int().min(0), webhookId: z.uuid().optional() }),
  retries: 5,
  atOnce: 50,
  waitsFor: ({ webhookId }) => webhookId,
};

/** Sends what still waits. Where the node ends between sending and noting it, it is sent once more. */
export async function deliver(
  platform: Platform,
  { id, attempts: before }: { id: string; attempts: number },
): Promise<void> {
  const { database, jobs, log } = platform;
  const waiting = await findDelivery(database.reader(), id);
  // A job may run again: what it was for has been done then.
  if (waiting?.state !== 'waiting' || waiting.attempts !== before) return;
  const webhook = (await listWebhooks(database.reader())).find((it) => it.id === waiting.webhookId);
  if (!webhook) return;
  const attempted = webhook.state === 'on' ? await sendMessage(platform, webhook, waiting.message) : null;
  await database.write(async (tx) => {
    const now = await lockWebhook(tx, webhook.id);
    const delivery = await findDelivery(tx, id);
    if (!now || delivery?.state !== 'waiting' || delivery.attempts !== before) return;
    if (!attempted) {
      // Switched off meanwhile: switched on, it begins with what happens then.
      await saveDelivery(tx, { ...delivery, state: 'failed', nextAt: null });
      return;
    }
    const taken = isTaken(attempted);
    const attempts = before + 1;
    const nextAt = taken ? null : nextAttempt(attempts, tx.now, Math.random());
    await saveDelivery(tx, {
      ...delivery,
      ...attempted,
      attempts,
      state: taken ? 'delivered' : nextAt ? 'waiting' : 'failed',
      nextAt,
      deliveredAt: taken ? tx.now : null,
    });
    const after = standingAfter(now, taken, tx.now);
    await putWebhook(tx, { ...now, ...after });
    if (after.state !== now.state) log.warn({ webhook: now.id }, 'a webhook is given up');
    const next = { id, attempts, webhookId: webhook.id };
    if (nextAt) await jobs.enqueue(tx, deliverMessage, next, { after: nextAt });
  });
}
