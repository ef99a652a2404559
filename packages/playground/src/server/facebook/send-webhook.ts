import { createHmac } from 'node:crypto';
import { page } from './page-state.ts';

/** The app that the page is connected to, as its dashboard at Facebook has it. */
export interface FacebookApp {
  readonly appSecret: string;
  readonly pageToken: string;
  /** Entered along with the address: whoever has that must know it. */
  verifyToken: string;
  /** Where Facebook sends what happens; null until it is entered. */
  webhookUrl: string | null;
  /** When the page's token ends, in seconds since 1970; absent: never. */
  tokenEndsAt?: number;
}

/** How badly Facebook delivers; for tests. */
export interface Delivery {
  /** Each payload comes twice. */
  twice: boolean;
  /** So many payloads are held, and come in the reverse order. */
  holding: number;
}

const attempts = 6;
const firstWait = 200;

/** Asks the address whether it is ours, as Facebook does when it is entered in the app's dashboard. */
export async function confirmWebhook(app: FacebookApp): Promise<boolean> {
  if (app.webhookUrl === null) return false;
  const challenge = '1158201444';
  const address = new URL(app.webhookUrl);
  address.searchParams.set('hub.mode', 'subscribe');
  address.searchParams.set('hub.challenge', challenge);
  address.searchParams.set('hub.verify_token', app.verifyToken);
  const response = await fetch(address).catch(() => null);
  return response?.status === 200 && (await response.text()) === challenge;
}

/**
 * Sends what happened, signed, and again while it is not answered with 200. Answers when all that was held back has left. Nothing is sent
 * while there is no address for it.
 */
export function createWebhookSender(
  app: FacebookApp,
  delivery: Delivery,
): (entry: Readonly<Record<string, unknown>>, at: number) => Promise<void> {
  const held: string[] = [];
  const deliver = async (body: string) => {
    for (let attempt = 0; attempt < attempts && app.webhookUrl !== null; attempt++) {
      const response = await fetch(app.webhookUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-hub-signature-256': signature(body, app.appSecret),
        },
        body,
      }).catch(() => null);
      await response?.body?.cancel();
      if (response?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, firstWait * 2 ** attempt).unref());
    }
  };
  return async (entry, at) => {
    held.push(JSON.stringify({ object: 'page', entry: [{ id: page.id, time: at, ...entry }] }));
    if (held.length <= delivery.holding) return;
    const bodies = held.splice(0).reverse();
    for (const body of delivery.twice ? bodies.flatMap((it) => [it, it]) : bodies) await deliver(body);
  };
}

const signature = (body: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
