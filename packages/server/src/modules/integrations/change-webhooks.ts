import type { Webhook, WebhookDelivery, WebhookKind } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { deliverMessage } from './deliver.ts';
import { secretOf } from './sign-message.ts';
import {
  type DeliveryRecord,
  deleteWebhook,
  findDelivery,
  lockWebhook,
  putWebhook,
  saveDelivery,
  type WebhookRecord,
} from './webhook-store.ts';

/** How long a secret that was changed goes on signing, in milliseconds. */
const overlap = 24 * 3_600_000;

/** A webhook as operators see it. */
export const presentWebhook = (it: WebhookRecord, now: Date): Webhook => ({
  id: it.id,
  url: it.url,
  kinds: it.kinds,
  state: it.state,
  failingSince: it.failingSince?.toISOString() ?? null,
  formerSecretUntil: it.formerUntil && it.formerUntil > now ? it.formerUntil.toISOString() : null,
  createdAt: it.createdAt.toISOString(),
});

export const presentDelivery = (it: DeliveryRecord): WebhookDelivery => ({
  id: it.id,
  message: it.message,
  state: it.state,
  attempts: it.attempts,
  status: it.status,
  problem: it.problem,
  nextAt: it.nextAt?.toISOString() ?? null,
  createdAt: it.createdAt.toISOString(),
  deliveredAt: it.deliveredAt?.toISOString() ?? null,
});

/** Without a network of ours that is named, nothing is sent in the clear. */
function requireSecure({ config }: Pick<Platform, 'config'>, url: string): void {
  if (URL.parse(url)?.protocol !== 'https:' && config.WEBHOOKS_TO === false)
    throw fail('request.invalid', { field: 'url' });
}

/** Throws `request.not_found`. */
async function hold(tx: Tx, id: string): Promise<WebhookRecord> {
  const found = await lockWebhook(tx, id);
  if (!found) throw fail('request.not_found');
  return found;
}

/** Adds a webhook, switched on, and tells its secret. Throws `request.invalid` for an address without TLS. */
export async function createWebhook(
  platform: Platform,
  tx: Tx,
  body: { url: string; kinds: WebhookKind[] },
): Promise<Webhook & { secret: string }> {
  requireSecure(platform, body.url);
  const record: WebhookRecord = {
    ...body,
    id: newId(tx.now.getTime()),
    state: 'on',
    secretNumber: 1,
    formerUntil: null,
    failingSince: null,
    createdAt: tx.now,
  };
  await putWebhook(tx, record);
  return { ...presentWebhook(record, tx.now), secret: secretOf(platform.keys, record.id, 1) };
}

/** Changes a webhook. Switched on again it has not failed yet. Throws `request.not_found`, `request.invalid`. */
export async function updateWebhook(
  platform: Platform,
  tx: Tx,
  id: string,
  { on, ...body }: { url: string; kinds: WebhookKind[]; on: boolean },
): Promise<Webhook> {
  const former = await hold(tx, id);
  requireSecure(platform, body.url);
  const begins = on && former.state !== 'on';
  const record: WebhookRecord = {
    ...former,
    ...body,
    state: on ? 'on' : 'off',
    failingSince: begins ? null : former.failingSince,
  };
  await putWebhook(tx, record);
  return presentWebhook(record, tx.now);
}

/** Gives it another secret; the former one signs for a day more. Throws `request.not_found`. */
export async function rotateSecret(
  { keys }: Pick<Platform, 'keys'>,
  tx: Tx,
  id: string,
): Promise<Webhook & { secret: string }> {
  const former = await hold(tx, id);
  const secretNumber = former.secretNumber + 1;
  const record = { ...former, secretNumber, formerUntil: new Date(tx.now.getTime() + overlap) };
  await putWebhook(tx, record);
  return { ...presentWebhook(record, tx.now), secret: secretOf(keys, id, secretNumber) };
}

/** Throws `request.not_found`. */
export async function removeWebhook(tx: Tx, id: string): Promise<void> {
  await hold(tx, id);
  await deleteWebhook(tx, id);
}

/** Orders a message anew that was given up, with all its attempts. Throws `request.not_found`, also where it is another webhook's or no longer failed. */
export async function deliverAgain(
  { jobs }: Pick<Platform, 'jobs'>,
  tx: Tx,
  { id, deliveryId }: { id: string; deliveryId: string },
): Promise<void> {
  await hold(tx, id);
  const found = await findDelivery(tx, deliveryId);
  if (found?.webhookId !== id || found.state !== 'failed') throw fail('request.not_found');
  await saveDelivery(tx, { ...found, state: 'waiting', attempts: 0, nextAt: tx.now });
  await jobs.enqueue(tx, deliverMessage, { id: deliveryId, attempts: 0, webhookId: id });
}
