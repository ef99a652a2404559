import { z } from 'zod';
import { messageParams } from './shapes.ts';
import { ticketPriority } from './ticket-views.ts';

/** Words by which somebody tells that another has their account, or may soon have it. */
export const takeoverSignals = [
  'wallet_exposed',
  'api_secret_exposed',
  'not_by_customer',
  'strange_sign_in',
  'access_changed',
  'number_taken',
  'remote_access',
  'secret_given',
] as const;
export type TakeoverSignal = (typeof takeoverSignals)[number];

/** Why money is at risk; texts stand under `risk.<key>` in the console's catalogues. */
export const riskReasons = [
  'account_taken',
  'person_at_risk',
  'value',
  'unpriced',
  'not_broadcast',
  'order_clock',
  ...takeoverSignals,
  'tier',
  'waiting',
] as const;
export type RiskReason = (typeof riskReasons)[number];

/** How much is at risk on a ticket, and what that asks for. */
export const ticketRisk = z.object({
  /** 0 to 100: the sum of what the reasons add. */
  score: z.number().int(),
  /** What it asks for. */
  priority: ticketPriority,
  /** The ticket's priority follows it; otherwise a person or a rule chose one. */
  followed: z.boolean(),
  /**
   * Most important first. `value`: `amount`, `asset`, `usd` and the day of the price (`date`); `unpriced`: `amount`, `asset`; `tier`: `tier`;
   * `waiting`: `hours`.
   */
  reasons: z.array(z.object({ key: z.enum(riskReasons), points: z.number().int(), params: messageParams })),
});
export type TicketRisk = z.infer<typeof ticketRisk>;

/** Assets that can have a price in the table. */
export const maximumPrices = 200;
/** What one unit of each asset is taken to be worth. Not live: whoever knows better writes it anew, and it says of which day it is. */
export const assetPrices = z.object({
  asOf: z.iso.date(),
  usd: z
    .record(
      z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z0-9]{1,20}$/),
      z.number().positive().max(1e9),
    )
    .refine((usd) => Object.keys(usd).length <= maximumPrices, 'too many'),
});
export type AssetPrices = z.output<typeof assetPrices>;
