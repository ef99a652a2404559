import { z } from 'zod';
import { alertHoldReason, alertKind, alertPreferences, marketAlert, mostAlerts } from './alerts.ts';
import { endpoint } from './endpoint.ts';
import { byId, id, moment, person } from './shapes.ts';

/** The fewest characters by which an agent says why. */
export const minimumAlertNote = 10;

export const alertHold = z.object({
  id,
  reason: alertHoldReason,
  note: z.string(),
  heldBy: person,
  heldAt: moment,
  /** Null while it holds. `by` is null where the customer lifted it. */
  lifted: z.object({ by: person.nullable(), at: moment, note: z.string().nullable() }).nullable(),
});
export type AlertHold = z.infer<typeof alertHold>;

/** A customer's alerts as agents see them. */
export const customerAlerts = z.object({
  alerts: z.array(marketAlert),
  /** A daily brief is sent. */
  brief: z.boolean(),
  byChat: alertPreferences.shape.byChat,
  byEmail: alertPreferences.shape.byEmail,
  /** The customer has stopped it all. */
  stopped: z.boolean(),
  /** The latest first; the first may still hold. */
  holds: z.array(alertHold),
  enabled: z.boolean(),
});
export type CustomerAlerts = z.infer<typeof customerAlerts>;

/** What administrators allow. */
export const alertSettings = z.object({
  /** Off: nothing is watched for and nothing is sent; customers read why. */
  enabled: z.boolean(),
  kinds: z.array(alertKind).max(alertKind.options.length),
  briefs: z.boolean(),
  /** So many alerts a customer may have. */
  most: z.number().int().min(1).max(100),
});
export type AlertSettings = z.infer<typeof alertSettings>;

/** As it is until an administrator says otherwise. */
export const usualAlertSettings: AlertSettings = {
  enabled: true,
  kinds: [...alertKind.options],
  briefs: true,
  most: mostAlerts,
};

const note = z.string().trim().min(minimumAlertNote).max(1000);
const changed = z.object({ by: person, at: moment }).nullable();

export const alertDeskEndpoints = {
  ofCustomer: endpoint({
    method: 'GET',
    path: '/api/customers/:id/alerts',
    access: { permission: 'alerts.stop' },
    summary: 'The market alerts of a customer, and whether somebody stopped them.',
    params: byId,
    response: customerAlerts,
    errors: ['people.not_found'],
  }),
  hold: endpoint({
    method: 'POST',
    path: '/api/customers/:id/alerts/hold',
    access: { permission: 'alerts.stop' },
    summary:
      'Stop all market alerts and briefs of a customer, with a reason that they read and a note that they do not. It is recorded.',
    params: byId,
    body: z.object({ reason: alertHoldReason, note }),
    response: customerAlerts,
    errors: ['people.not_found', 'alert.held'],
  }),
  lift: endpoint({
    method: 'POST',
    path: '/api/customers/:id/alerts/lift',
    access: { permission: 'alerts.stop' },
    summary: 'Let them be sent again. It is recorded.',
    params: byId,
    body: z.object({ note }),
    response: customerAlerts,
    errors: ['people.not_found', 'alert.not_held'],
  }),
  settings: endpoint({
    method: 'GET',
    path: '/api/alert-settings',
    access: { permission: 'alerts.manage' },
    summary: 'What there is of market alerts, and who changed it last.',
    response: alertSettings.extend({ changed }),
  }),
  saveSettings: endpoint({
    method: 'PUT',
    path: '/api/alert-settings',
    access: { permission: 'alerts.manage' },
    summary:
      'Say which kinds of alerts there are and how many a customer may have, or switch them off. Alerts that there are stay, and are watched for again when they are allowed.',
    body: alertSettings,
    response: alertSettings.extend({ changed }),
  }),
};
