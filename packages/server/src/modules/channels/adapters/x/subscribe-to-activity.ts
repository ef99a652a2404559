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
  const path = '2/activity/subscriptions';
  const bearer = await appToken(calling, signal);
  const listed = subscriptions.safeParse(await xCall({ method: 'GET', path, bearer, signal }, calling));
  if (!listed.success)
    throw new SendError('X answered something else than was asked for', { permanent: true });
  const own = (listed.data.data ?? []).filter((it) => it.filter?.user_id === accountId);
  for (const event_type of wanted) {
    const known = own.find((it) => it.event_type === event_type);
    if (known?.webhook_id === webhookId) continue;
    if (known) {
      const one = `${path}/${encodeURIComponent(known.subscription_id)}`;
      await xCall({ method: 'PUT', path: one, body: { webhook_id: webhookId }, signal }, calling);
      continue;
    }
    const body = { event_type, filter: { user_id: accountId }, webhook_id: webhookId };
    await xCall({ method: 'POST', path, body, signal }, calling);
  }
}
