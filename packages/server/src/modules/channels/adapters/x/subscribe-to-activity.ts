import { platformTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { SendError } from '../../port.ts';
import { appToken, type Calling, xCall } from './x-call.ts';

/** What customers do: they write to the account, or mention it, which whoever replies to it does as well. */
const wanted = ['dm.received', 'post.mention.create'] as const;

const subscriptions = z.object({
  data: z
    .array(
      z.object({
        subscription_id: z.string(),
        event_type: z.string(),
        filter: z.object({ user_id: z.string().nullish() }).nullish(),
        webhook_id: z.string().nullish(),
      }),
    )
    .nullish(),
});

/**
 * Has the X Activity API tell a webhook of what customers write to an account (https://docs.x.com/x-api/activity/quickstart). These events are private: X
 * takes the order from the account itself only. What is there already stays, and is led to this webhook. Throws SendError with X's words.
 */
export async function subscribeToActivity(
  accountId: string,
  webhookId: string,
  calling: Calling,
  signal: AbortSignal,
): Promise<void> {
  const own = ownSubscriptions(await listed(calling, signal), accountId);
  for (const event_type of wanted) {
    const known = own.find((it) => it.event_type === event_type);
    if (known?.webhook_id === webhookId) continue;
    if (known) {
      const body = { webhook_id: webhookId };
      await xCall({ method: 'PUT', path: one(known.subscription_id), body, signal }, calling);
      continue;
    }
    const body = { event_type, filter: { user_id: accountId }, webhook_id: webhookId };
    await xCall({ method: 'POST', path, body, signal }, calling);
  }
}

/** Ends what it tells that webhook of the account, as far as it was ordered here. Apps without access to this API have nothing to end. Throws as above. */
export async function endActivity(
  accountId: string,
  webhookId: string,
  calling: Calling,
  signal: AbortSignal,
): Promise<void> {
  const answer = await unlessRefused(listed(calling, signal));
  if (answer === undefined) return;
  for (const known of ownSubscriptions(answer, accountId)) {
    const isOurs = wanted.some((it) => it === known.event_type) && known.webhook_id === webhookId;
    if (isOurs) await xCall({ method: 'DELETE', path: one(known.subscription_id), signal }, calling);
  }
}

/** An answer, or undefined where X refuses it for good, as it does to apps that have no access. */
export async function unlessRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof SendError && error.permanent && !error.signInRefused) return undefined;
    throw error;
  }
}

const path = '2/activity/subscriptions';
const one = (id: string) => `${path}/${encodeURIComponent(id)}`;

async function listed(calling: Calling, signal: AbortSignal): Promise<unknown> {
  const bearer = await appToken(calling, signal);
  return xCall({ method: 'GET', path, bearer, signal }, calling);
}

function ownSubscriptions(answer: unknown, accountId: string) {
  const read = subscriptions.safeParse(answer);
  if (!read.success) throw new SendError(platformTroubles.unexpected_answer, { permanent: true });
  return (read.data.data ?? []).filter((it) => it.filter?.user_id === accountId);
}
