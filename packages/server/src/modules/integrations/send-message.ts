import type { WebhookMessage } from '@fairlead/contract';
import { AddressRefused, askPublic } from '../../platform/fetch/ask-public.ts';
import { allowedAddresses } from '../../platform/fetch/public-address.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Attempted, isTaken } from './delivery-rules.ts';
import { secretOf, signMessage } from './sign-message.ts';
import type { WebhookRecord } from './webhook-store.ts';

/** Longer than a receiver needs that keeps a message and works on it later, in milliseconds. */
const patience = 10_000;

/** Sends a message once, signed, and says what came of it. What the receiver answers besides its status is not read. */
export async function sendMessage(
  { clock, config, keys }: Pick<Platform, 'clock' | 'config' | 'keys'>,
  { id, url, secretNumber, formerUntil }: WebhookRecord,
  message: WebhookMessage,
): Promise<Attempted> {
  const now = clock.now();
  const body = JSON.stringify(message);
  const time = String(Math.floor(now.getTime() / 1000));
  const numbers = formerUntil && formerUntil > now ? [secretNumber, secretNumber - 1] : [secretNumber];
  const secrets = numbers.map((it) => secretOf(keys, id, it));
  try {
    const response = await askPublic(new URL(url), allowedAddresses(config.WEBHOOKS_TO), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'fairlead-time': time,
        'fairlead-signature': signMessage(secrets, time, body),
      },
      body,
      signal: AbortSignal.timeout(patience),
    });
    const status = response.statusCode ?? 0;
    response.destroy();
    return { status, problem: isTaken({ status, problem: null }) ? null : 'answered' };
  } catch (error) {
    return { status: null, problem: error instanceof AddressRefused ? 'refused_address' : 'no_answer' };
  }
}
