import { z } from 'zod';
import type { Tx } from '../../platform/database/database.ts';
import type { Jobs, JobType } from '../../platform/jobs/jobs.ts';
import { findConversations } from './conversation-store.ts';

/** One message that is to leave through its channel. */
export interface Delivery {
  conversationId: string;
  messageId: string;
  /** Which attempt it is, from 1, and what the earlier ones have sent. Absent at the first. */
  attempt?: number | undefined;
  partsSent?: number | undefined;
  /** Through which it leaves. Absent in jobs that an earlier release ordered. */
  inboxId?: string | undefined;
}

/**
 * Sends one message out through its channel. What the platform answers is ours to try again, as a job of its own at the time that the
 * platform names; the queue's retries are for what nobody foresaw.
 */
export const deliverMessage: JobType<Delivery> = {
  name: 'conversations.deliver',
  schema: z.object({
    conversationId: z.uuid(),
    messageId: z.uuid(),
    attempt: z.number().int().min(1).optional(),
    partsSent: z.number().int().min(0).optional(),
    inboxId: z.uuid().optional(),
  }),
  retries: 6,
  // A job that runs again after a crash must not begin a second chain of attempts.
  key: ({ messageId }) => messageId,
  atOnce: 50,
  waitsFor: ({ inboxId }) => inboxId,
};

/** Orders deliveries, in this order; with a time, not before it. */
export async function orderDeliveries(
  tx: Tx,
  jobs: Pick<Jobs, 'enqueueAll'>,
  all: ReadonlyArray<Omit<Delivery, 'inboxId'>>,
  options?: { after: Date },
): Promise<void> {
  if (all.length === 0) return;
  const conversations = await findConversations(tx, [...new Set(all.map((it) => it.conversationId))]);
  const orders = all.map((it) => ({ ...it, inboxId: conversations.get(it.conversationId)?.inboxId }));
  await jobs.enqueueAll(tx, deliverMessage, orders, options);
}
