import { createHmac } from 'node:crypto';
import type { ActivityEvent } from './make-event.ts';
import type { Webhook, XState } from './x-state.ts';
import { account } from './x-state.ts';

/** The app that the account is connected to, as the developer console has it. */
export interface XApp {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
  /** For who signs in on the page instead. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where registered addresses are reached, for a server that stands behind another one; null: where they say. */
  reachedAt: string | null;
}

/** How badly X delivers; for tests. */
export interface Delivery {
  /** Each payload comes twice. */
  twice: boolean;
  /** So many payloads are held, and come in the reverse order. */
  holding: number;
  /** The access holds no webhooks: none is registered, and nothing is sent. */
  noWebhooks: boolean;
}

const attempts = 6;
const firstWait = 200;

const addressOf = ({ url }: Webhook, { reachedAt }: XApp): URL => {
  const { pathname, search } = new URL(url);
  return new URL(pathname + search, reachedAt ?? url);
};

/** Asks the address whether it is ours (CRC), as X does when it is registered and when it is tried anew. */
export async function confirmWebhook(webhook: Webhook, app: XApp): Promise<boolean> {
  const token = createHmac('sha256', app.consumerKey).update(webhook.id).digest('base64url');
  const address = addressOf(webhook, app);
  address.searchParams.set('crc_token', token);
  const response = await fetch(address, { redirect: 'error' }).catch(() => null);
  if (response?.status !== 200) return false;
  const answer = (await response.json().catch(() => null)) as { response_token?: unknown } | null;
  return answer?.response_token === signature(token, app.consumerSecret);
}

/**
 * Sends what happened, signed, and again while it is not answered with 200: by the Account Activity API, by the X Activity API, or both, as is subscribed.
 * Answers when all that was held back has left.
 */
export function createWebhookSender(
  app: XApp,
  state: XState,
  delivery: Delivery,
): (event: Readonly<Record<string, unknown>>, activity: ActivityEvent | null) => Promise<void> {
  const held: string[] = [];
  const deliver = async (body: string) => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const [webhook] = state.webhooks;
      if (!webhook || delivery.noWebhooks) return;
      const response = await fetch(addressOf(webhook, app), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-twitter-webhooks-signature': signature(body, app.consumerSecret),
        },
        body,
      }).catch(() => null);
      await response?.body?.cancel();
      if (response?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, firstWait * 2 ** attempt).unref());
    }
  };
  return async (event, activity) => {
    if (state.subscribed) held.push(JSON.stringify({ for_user_id: account.id, ...event }));
    const wish = activity && state.activity.find((it) => it.event_type === activity.event_type);
    if (wish?.webhook_id !== undefined) {
      const { filter, tag } = wish;
      const data = { event_uuid: state.nextId(), filter, ...(tag !== undefined && { tag }), ...activity };
      held.push(JSON.stringify({ data }));
    }
    if (held.length <= delivery.holding) return;
    const bodies = held.splice(0).reverse();
    for (const body of delivery.twice ? bodies.flatMap((it) => [it, it]) : bodies) await deliver(body);
  };
}

const signature = (content: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(content).digest('base64')}`;
