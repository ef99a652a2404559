import { endpoints } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  createWebhook,
  deliverAgain,
  presentDelivery,
  presentWebhook,
  removeWebhook,
  rotateSecret,
  updateWebhook,
} from './change-webhooks.ts';
import { sendMessage } from './send-message.ts';
import { listDeliveries, listWebhooks } from './webhook-store.ts';

const mostDeliveries = 100;

/** Webhooks and what they were told. */
export function webhookRoutes(platform: Platform): void {
  const { clock, database, http } = platform;
  const { webhooks } = endpoints;
  const find = async (id: string) => {
    const found = (await listWebhooks(database.reader())).find((it) => it.id === id);
    if (!found) throw fail('request.not_found');
    return found;
  };

  http.route(webhooks.list, async () => ({
    items: (await listWebhooks(database.reader())).map((it) => presentWebhook(it, clock.now())),
  }));
  http.route(webhooks.create, ({ body }) => database.write((tx) => createWebhook(platform, tx, body)));
  http.route(webhooks.update, ({ params, body }) =>
    database.write((tx) => updateWebhook(platform, tx, params.id, body)),
  );
  http.route(webhooks.remove, ({ params }) => database.write((tx) => removeWebhook(tx, params.id)));
  http.route(webhooks.rotate, ({ params }) => database.write((tx) => rotateSecret(platform, tx, params.id)));
  http.route(webhooks.test, async ({ params }) => {
    const now = clock.now();
    const message = {
      id: newId(now.getTime()),
      kind: 'test' as const,
      occurredAt: now.toISOString(),
      article: null,
    };
    return sendMessage(platform, await find(params.id), message);
  });
  http.route(webhooks.deliveries, async ({ params }) => {
    const { id } = await find(params.id);
    return { items: (await listDeliveries(database.reader(), id, mostDeliveries)).map(presentDelivery) };
  });
  http.route(webhooks.again, ({ params }) => database.write((tx) => deliverAgain(platform, tx, params)));
}
