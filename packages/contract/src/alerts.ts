import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { byId, id, locale, moment } from './shapes.ts';
import { isTimeZone } from './working-week.ts';

/** An asset's price rises above or falls below a level; it moves within an hour or a day; its deposits or withdrawals are suspended or reopened. */
export const alertKinds = ['price_above', 'price_below', 'moved_hour', 'moved_day', 'networks'] as const;
export const alertKind = z.enum(alertKinds);
export type AlertKind = (typeof alertKinds)[number];

/** So many alerts a customer may have, and so many assets their brief may tell of. */
export const mostAlerts = 20;
export const mostBriefAssets = 10;
/** After an alert was told of it rests for so long, in minutes, unless the customer chooses otherwise. */
export const usualCooldown = 60;

const asset = z.string().trim().min(1).max(20);
/** Above nothing; digits and at most one point. */
const threshold = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,12})?$/)
  .refine((it) => Number(it) > 0);

/**
 * `active`: it is watched for; `resting`: it was told of, and waits until the market has gone back; `paused` by the customer; `done`: told of once, or
 * its end has come.
 */
export const alertState = z.enum(['active', 'resting', 'paused', 'done']);
export type AlertState = z.infer<typeof alertState>;

export const marketAlert = z.object({
  id,
  kind: alertKind,
  asset: z.string(),
  /** A price in USDT, or percent; null for networks. */
  threshold: z.string().nullable(),
  /** One network by the exchange's name, and as customers read it; null is every network. */
  network: z.object({ id: z.string(), name: z.string() }).nullable(),
  repeats: z.boolean(),
  cooldownMinutes: z.number().int(),
  endsAt: moment.nullable(),
  state: alertState,
  firings: z.number().int(),
  lastFiredAt: moment.nullable(),
  createdAt: moment,
});
export type MarketAlert = z.infer<typeof marketAlert>;

/** Why an agent stops what a customer is sent. What was wished by the customer, the customer may take back. */
export const alertHoldReason = z.enum(['customer_request', 'account_security', 'compliance']);
export type AlertHoldReason = z.infer<typeof alertHoldReason>;

const minuteOfDay = z.number().int().min(0).max(1439);

export const alertPreferences = z.object({
  byChat: z.boolean(),
  byEmail: z.boolean(),
  /** An IANA name: by its clock quiet hours and the brief's hour count. */
  timeZone: z.string().max(64).refine(isTimeZone),
  /** Minutes of the day; what is told of between them waits until they end. */
  quiet: z.object({ from: minuteOfDay, until: minuteOfDay }).nullable(),
  /** Suspended and reopened networks are told of in quiet hours too. */
  networksThroughQuiet: z.boolean(),
  /** The daily brief: at which hour, of which assets. */
  brief: z
    .object({ hour: z.number().int().min(0).max(23), assets: z.array(asset).max(mostBriefAssets) })
    .nullable(),
  /** Nothing is sent at all. */
  stopped: z.boolean(),
});
export type AlertPreferences = z.infer<typeof alertPreferences>;

export const alertNotice = z.object({
  id,
  /** In the language that was asked for: plain text, a line each. */
  text: z.string(),
  at: moment,
});
export type AlertNotice = z.infer<typeof alertNotice>;

const mine = ['exchange.customer_not_verified'] as const;
const looking = [...mine, 'exchange.not_connected', 'server.unavailable', 'alert.asset_unknown'] as const;

/** What a verified customer wants to be told of the market. */
export const alertEndpoints = {
  mine: endpoint({
    method: 'GET',
    path: '/api/account/alerts',
    access: 'customer',
    summary: 'One’s own alerts, how one is told, and what one was told last; what alerts can be about.',
    query: z.object({ locale }),
    response: z.object({
      alerts: z.array(marketAlert),
      preferences: alertPreferences,
      /** Since when the customer has wished to be told; null where they never did. */
      optedInAt: moment.nullable(),
      /** What there is at all, as the exchange has decided; `most` is how many one may have. */
      offered: z.object({
        enabled: z.boolean(),
        kinds: z.array(alertKind),
        briefs: z.boolean(),
        most: z.number().int(),
      }),
      /** Staff stopped it, since then and for that; null where they did not. One that oneself wished ends by wishing otherwise. */
      held: z.object({ reason: alertHoldReason, at: moment }).nullable(),
      notices: z.array(alertNotice),
      /** Where letters go, masked; null where none can go anywhere. */
      email: z.string().nullable(),
      /** Empty where the exchange is silent. `price` in USDT; null where it is not traded for it. */
      assets: z.array(
        z.object({
          code: z.string(),
          price: z.string().nullable(),
          networks: z.array(z.object({ id: z.string(), name: z.string() })),
        }),
      ),
    }),
    errors: mine,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/account/alerts',
    access: 'customer',
    summary: 'Set an alert. Where what it waits for is so already, it rests until the market has gone back.',
    body: z.object({
      kind: alertKind,
      asset,
      threshold: threshold.nullable(),
      network: z.string().max(64).nullable().default(null),
      repeats: z.boolean(),
      cooldownMinutes: z
        .number()
        .int()
        .min(5)
        .max(7 * 24 * 60)
        .default(usualCooldown),
      endsAt: moment.nullable().default(null),
    }),
    response: marketAlert,
    errors: [...looking, 'alert.too_many', 'alert.switched_off', 'alert.kind_not_offered', 'alert.held'],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/account/alerts/:id',
    access: 'customer',
    summary: 'Pause an alert, or have it watch again.',
    params: byId,
    body: z.object({ paused: z.boolean() }),
    response: marketAlert,
    errors: [...mine, 'alert.not_found'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/account/alerts/:id',
    access: 'customer',
    summary: 'Remove an alert for good.',
    params: byId,
    response: nothing,
    errors: [...mine, 'alert.not_found'],
  }),
  prefer: endpoint({
    method: 'PUT',
    path: '/api/account/alert-preferences',
    access: 'customer',
    summary:
      'Say how one is told: by which ways, when not, and of which assets a daily brief tells. Or stop it all.',
    body: alertPreferences,
    response: alertPreferences,
    errors: [...mine, 'alert.asset_unknown', 'alert.switched_off', 'alert.held'],
  }),
  brief: endpoint({
    method: 'GET',
    path: '/api/account/market-brief',
    access: 'customer',
    summary: 'The market brief as it would read now, of the assets that the customer chose.',
    query: z.object({ locale }),
    response: z.object({ text: z.string() }),
    errors: [...mine, 'exchange.not_connected', 'server.unavailable'],
  }),
  stop: endpoint({
    method: 'POST',
    path: '/api/alerts/stop/:token',
    access: 'public',
    summary: 'Stop all alerts and briefs of whom a signed link in a letter names: one click (RFC 8058).',
    params: z.object({ token: z.string().max(200) }),
    response: nothing,
    errors: ['access.link_expired'],
  }),
};
