import { z } from 'zod';
import { visibility } from './articles.ts';
import { endpoint, nothing } from './endpoint.ts';
import { byId, id, locale, moment } from './shapes.ts';

const access = { permission: 'operations.manage' } as const;

export const webhookKinds = ['article.published', 'article.updated', 'article.archived'] as const;
/** What a webhook may be told of: a text is shown for the first time, is shown otherwise than before, or is shown no longer. */
export const webhookKind = z.enum(webhookKinds);
export type WebhookKind = z.infer<typeof webhookKind>;

/** The body of a request to a webhook. It names what it is about and holds no text: that is fetched by whoever may read it. */
export const webhookMessage = z.object({
  /** The same at every attempt: what has been taken in before is passed over by it. */
  id,
  kind: z.enum([...webhookKinds, 'test']),
  occurredAt: moment,
  /** Null in a test. */
  article: z
    .object({
      id,
      slug: z.string(),
      locale,
      visibility,
      /** The page that everybody may read; null where there is none. */
      url: z.url().nullable(),
    })
    .nullable(),
});
export type WebhookMessage = z.infer<typeof webhookMessage>;

export const webhookStates = ['on', 'off', 'given_up'] as const;

const webhookBody = z.object({
  /** HTTPS, and on the public internet unless the server's settings name the network. */
  url: z.url({ protocol: /^https?$/ }).max(1000),
  kinds: z.array(webhookKind).min(1).max(webhookKinds.length),
});

export const webhook = webhookBody.extend({
  id,
  /** `given_up`: nothing has been delivered for three days. */
  state: z.enum(webhookStates),
  /** Since when nothing has been delivered; null while it works. */
  failingSince: moment.nullable(),
  /** Until when messages are signed with the former secret too. */
  formerSecretUntil: moment.nullable(),
  createdAt: moment,
});
export type Webhook = z.infer<typeof webhook>;

export const webhookDelivery = z.object({
  id,
  message: webhookMessage,
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number().int(),
  /** What the last attempt was answered, or why there was no answer. */
  status: z.number().int().nullable(),
  problem: z.enum(['refused_address', 'no_answer', 'answered']).nullable(),
  nextAt: moment.nullable(),
  createdAt: moment,
  deliveredAt: moment.nullable(),
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;

const withSecret = webhook.extend({ secret: z.string() });

/** Tells other systems what happens here; how messages are signed and repeated: docs/api.md. */
export const webhookEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/webhooks',
    access,
    summary: 'All webhooks, the oldest first.',
    response: z.object({ items: z.array(webhook) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/webhooks',
    access,
    summary: 'Add a webhook. Its secret is told here and when it is changed, and never again.',
    body: webhookBody,
    response: withSecret,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/api/webhooks/:id',
    access,
    summary: 'Change a webhook, or switch it on or off. Switched on, it begins with what happens next.',
    params: byId,
    body: webhookBody.extend({ on: z.boolean() }),
    response: webhook,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/webhooks/:id',
    access,
    summary: 'Remove a webhook with its log.',
    params: byId,
    response: nothing,
  }),
  rotate: endpoint({
    method: 'POST',
    path: '/api/webhooks/:id/rotate',
    access,
    summary: 'Give a webhook another secret. For a day messages are signed with the former one too.',
    params: byId,
    response: withSecret,
  }),
  test: endpoint({
    method: 'POST',
    path: '/api/webhooks/:id/test',
    access,
    summary: 'Send a test message now, whether the webhook is on or not, and say what came of it.',
    params: byId,
    response: webhookDelivery.pick({ status: true, problem: true }),
  }),
  deliveries: endpoint({
    method: 'GET',
    path: '/api/webhooks/:id/deliveries',
    access,
    summary: 'What was sent to a webhook in the last 14 days, the last first; at most 100.',
    params: byId,
    response: z.object({ items: z.array(webhookDelivery) }),
  }),
  again: endpoint({
    method: 'POST',
    path: '/api/webhooks/:id/deliveries/:deliveryId/again',
    access,
    summary: 'Send a message again that was given up.',
    params: byId.extend({ deliveryId: id }),
    response: nothing,
  }),
};
