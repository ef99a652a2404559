import { z } from 'zod';
import type { Decimal } from '../connector/decimal.ts';
import type { HolderPage } from '../connector/holders.ts';
import {
  restrictionKinds,
  restrictionReasons,
  type SecurityChange,
  type Standing,
  securityChangeKinds,
  type Verification,
  verificationReasons,
  verificationStates,
} from '../connector/standing.ts';
import { type PeerOrder, peerOrderStates } from '../connector/trading.ts';
import { type Arrival, arrivalProblems } from '../connector/transfers.ts';
import { decimal, perhapsCount, perhapsText, wordOf } from '../htx/shapes.ts';

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const perhapsMoment = moment.nullish().transform((it) => it ?? null);
/** One of the known words, or `other`. */
const wordOrOther = <const W extends string>(words: readonly W[]) =>
  z
    .unknown()
    .optional()
    .transform((given): W | 'other' => words.find((it) => it === given) ?? 'other');

const verification = z.object({
  state: wordOf(verificationStates),
  level: perhapsCount,
  reasons: z.array(wordOrOther(verificationReasons)).nullish(),
  submittedAt: perhapsMoment,
  decidedAt: perhapsMoment,
});

export function readVerification(body: unknown): Verification {
  const { reasons, ...rest } = verification.parse(body);
  return { ...rest, reasons: reasons ?? [] };
}

const standing = z.object({
  frozenAt: perhapsMoment,
  openedAt: perhapsMoment,
  restrictions: z.array(
    z.object({
      kind: wordOrOther(restrictionKinds),
      reason: wordOrOther(restrictionReasons),
      since: moment,
      until: perhapsMoment,
    }),
  ),
  secondFactor: wordOf(['set', 'missing', 'reset_requested']),
});

export const readStanding = (body: unknown): Standing => standing.parse(body);

const securityChanges = z.object({
  items: z.array(
    z.object({ kind: wordOrOther(securityChangeKinds), at: moment, withdrawalsFrom: perhapsMoment }),
  ),
});

export const readSecurityChanges = (body: unknown): SecurityChange[] => securityChanges.parse(body).items;

const peerOrders = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      side: z.enum(['buy', 'sell']),
      asset: z.string().toUpperCase(),
      amount: decimal,
      currency: z.string().toUpperCase(),
      total: decimal,
      state: wordOf(peerOrderStates),
      createdAt: moment,
      payBy: perhapsMoment,
      paidAt: perhapsMoment,
      releaseBy: perhapsMoment,
      appeal: z
        .object({ openedAt: moment, by: z.enum(['customer', 'counterparty']) })
        .nullish()
        .transform((it) => it ?? null),
    }),
  ),
});

export const readPeerOrders = (body: unknown): PeerOrder[] => peerOrders.parse(body).items;

const arrival = z.object({
  txid: z.string(),
  asset: z.string().toUpperCase(),
  network: z.string(),
  amount: decimal,
  address: z.string(),
  memo: perhapsText,
  confirmations: perhapsCount,
  at: moment,
  of: z.enum(['customer', 'somebody_else', 'nobody']),
  problem: z
    .unknown()
    .optional()
    .transform((given) =>
      given === null || given === undefined
        ? null
        : (arrivalProblems.find((it) => it === given) ?? ('under_review' as const)),
    ),
});

export const readArrival = (body: unknown): Arrival => arrival.parse(body);

export const readHolding = (body: unknown): Decimal => z.object({ held: decimal }).parse(body).held;

const holders = z.object({
  items: z.array(z.string().min(1).max(120)),
  next: perhapsText,
  total: perhapsCount,
});

export function readHolders(body: unknown): HolderPage {
  const { items, next, total } = holders.parse(body);
  return { uids: items, next, total };
}

const capabilities = z.object({ holders: z.boolean().optional() });

/** What this back office offers of what none has to. */
export const readCapabilities = (body: unknown): { holders: boolean } => ({
  holders: capabilities.parse(body).holders === true,
});

export const readFrozen = (body: unknown): { frozenAt: Date } => z.object({ frozenAt: moment }).parse(body);
