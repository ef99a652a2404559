import type { AlertKind } from '@fairlead/contract';
import { z } from 'zod';

/** Something that a customer wants to be told of. */
export interface AlertRecord {
  readonly id: string;
  readonly customerId: string;
  readonly kind: AlertKind;
  readonly asset: string;
  /** A price in USDT, or percent; null for networks. */
  readonly threshold: string | null;
  /** The exchange's own name of a network; null is every network. */
  readonly network: string | null;
  readonly repeats: boolean;
  readonly cooldownMinutes: number;
  readonly endsAt: Date | null;
  readonly state: 'active' | 'paused' | 'done';
  /** It may be told of: the market has gone back since it was. */
  readonly armed: boolean;
  readonly firings: number;
  readonly lastFiredAt: Date | null;
  readonly createdAt: Date;
}

/** How a customer wants to be told. */
export interface PreferenceRecord {
  readonly customerId: string;
  readonly byChat: boolean;
  readonly byEmail: boolean;
  readonly timeZone: string;
  readonly quiet: { readonly from: number; readonly until: number } | null;
  readonly networksThroughQuiet: boolean;
  readonly brief: { readonly hour: number; readonly assets: readonly string[] } | null;
  /** Null where there is no brief. */
  readonly briefDueAt: Date | null;
  readonly optedInAt: Date | null;
  readonly stoppedAt: Date | null;
}

/** One gate of a network that was opened or closed. */
const gateChange = z.object({
  network: z.string(),
  name: z.string(),
  gate: z.enum(['deposits', 'withdrawals']),
  open: z.boolean(),
});
export type GateChange = z.infer<typeof gateChange>;

const priced = z.object({ asset: z.string(), price: z.string() });
const asOf = z.iso.datetime();

/** What a notice tells of: figures and their moment, no words. Changes are in percent. */
export const noticeFacts = z.discriminatedUnion('kind', [
  priced.extend({ kind: z.enum(['price_above', 'price_below']), threshold: z.string(), asOf }),
  priced.extend({ kind: z.enum(['moved_hour', 'moved_day']), change: z.number(), asOf }),
  z.object({ kind: z.literal('networks'), asset: z.string(), changes: z.array(gateChange), asOf }),
  z.object({
    kind: z.literal('brief'),
    lines: z.array(
      priced.extend({
        change: z.number().nullable(),
        high: z.string(),
        low: z.string(),
        turnover: z.string(),
      }),
    ),
    /** Null where the exchange did not say. */
    suspended: z.array(gateChange.extend({ asset: z.string() })).nullable(),
    asOf,
  }),
]);
export type NoticeFacts = z.infer<typeof noticeFacts>;

/** Something that a customer is to be told. */
export interface NoticeRecord {
  readonly id: string;
  readonly customerId: string;
  readonly alertId: string | null;
  /** There is one notice of it, whatever happens. */
  readonly occasion: string;
  readonly facts: NoticeFacts;
  readonly at: Date;
  readonly dueAt: Date;
}

/** Kinds that compare a figure with a threshold. */
export type FigureKind = Exclude<AlertKind, 'networks'>;
