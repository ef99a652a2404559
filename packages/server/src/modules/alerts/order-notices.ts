import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { AlertRecord, NoticeFacts, NoticeRecord, PreferenceRecord } from './alert.ts';
import { insertNotices } from './notice-store.ts';
import { quietUntil } from './quiet-rules.ts';
import { tellJob } from './tell-notices.ts';

/** A firing, as it is to be told: at once, or when the customer's quiet hours end. */
export function noticeOf(
  { id, customerId, firings }: AlertRecord,
  facts: NoticeFacts,
  preferences: PreferenceRecord | undefined,
  now: Date,
): NoticeRecord {
  const through = facts.kind === 'networks' && preferences?.networksThroughQuiet;
  const held = preferences && !through ? quietUntil(preferences, now) : null;
  return {
    id: newId(now.getTime()),
    customerId,
    alertId: id,
    occasion: `${id}:${firings + 1}`,
    facts,
    at: now,
    dueAt: held ?? now,
  };
}

/** Keeps notices and orders that they be told, in the transaction of what they tell of. */
export async function orderNotices(tx: Tx, jobs: Jobs, notices: readonly NoticeRecord[]): Promise<void> {
  await insertNotices(tx, notices);
  const orders = new Map(
    notices.map(({ customerId, dueAt }) => {
      const order = { customerId, due: dueAt > tx.now ? dueAt.toISOString() : null };
      return [`${customerId} ${order.due}`, order] as const;
    }),
  );
  for (const order of orders.values())
    await jobs.enqueue(tx, tellJob, order, order.due === null ? {} : { after: new Date(order.due) });
}
