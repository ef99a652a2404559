import { alertHoldReason, alertSettings } from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** Somebody stopped what a customer, who is the subject, is sent of the market, or let it be sent again. */
export const alertsHeld = eventType(
  'alerts.held',
  z.object({ holdId: z.uuid(), reason: alertHoldReason, note: z.string() }),
);
export const alertsLifted = eventType(
  'alerts.lifted',
  z.object({ holdId: z.uuid(), note: z.string().nullable() }),
);

/** An administrator, who is the subject, said what there is of market alerts. */
export const alertSettingsChanged = eventType('alerts.settings_changed', alertSettings);
