import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, moment } from './shapes.ts';

/** What somebody can no longer use to get into their account. */
export const lostAccess = z.enum(['code', 'password', 'second_factor', 'email']);
export type LostAccess = z.infer<typeof lostAccess>;

export const recoveryTier = z.enum(['low', 'middle', 'high']);
export type RecoveryTier = z.infer<typeof recoveryTier>;

/** Why a recovery is as risky as it is. */
export const recoveryReasons = [
  'lost_code',
  'lost_password',
  'lost_second_factor',
  'lost_email',
  'lost_several',
  'account_unknown',
  'facts_unknown',
  'important_customer',
  'security_changed',
  'withdrawal_under_way',
  'account_frozen',
  'contested',
] as const;
export type RecoveryReason = (typeof recoveryReasons)[number];

/** What a claimant proves themselves by: a code that goes to the address the exchange knows, and a document with a picture of theirs on the ticket. */
export const recoveryProof = z.enum(['known_address', 'document']);
export type RecoveryProof = z.infer<typeof recoveryProof>;

/**
 * `proving`: proofs are missing; `review`: an agent decides; `second`: another agent has to agree; `cooling`: agreed to, and whose account it is can
 * still object; then, for good, `granted`, `refused`, `stopped` (they objected) or `expired` (never proven).
 */
export const recoveryState = z.enum([
  'proving',
  'review',
  'second',
  'cooling',
  'granted',
  'refused',
  'stopped',
  'expired',
]);
export type RecoveryState = z.infer<typeof recoveryState>;

/** The fewest characters by which an agent says why. */
export const minimumRecoveryNote = 10;

const person = z.object({ id, name: z.string() });

/** A recovery as agents see it. */
export const recovery = z.object({
  id,
  ticket: z.object({ id, number: z.number().int() }),
  /** The account that is claimed, as the claimant wrote it. */
  uid: z.string(),
  /** Whose it is, where we know them; null where no customer has that number. */
  holder: z.object({ id, name: z.string().nullable() }).nullable(),
  claimant: z.object({ id, name: z.string().nullable() }),
  lost: z.array(lostAccess),
  tier: recoveryTier,
  reasons: z.array(z.enum(recoveryReasons)),
  /** Somebody else claims the same account. */
  contested: z.boolean(),
  needsTwo: z.boolean(),
  /** What its tier asks for, and since when each is there. */
  proofs: z.array(z.object({ proof: recoveryProof, at: moment.nullable() })),
  state: recoveryState,
  requestedAt: moment,
  firstBy: person.nullable(),
  decidedBy: person.nullable(),
  /** What was written at each decision, in order. */
  notes: z.array(z.object({ by: person, at: moment, text: z.string() })),
  /** When proofs are given up, or cooling-off ends; null where nothing runs. */
  until: moment.nullable(),
});
export type Recovery = z.infer<typeof recovery>;

/** The same for the claimant: nothing of risk, agents, or other claims. */
export const ownRecovery = z.object({
  id,
  uid: z.string(),
  /** Several states read `review`: what colleagues do is not told. */
  state: z.enum(['proving', 'review', 'cooling', 'granted', 'refused']),
  /** What is still asked for. */
  missing: z.array(recoveryProof),
  until: moment.nullable(),
});
export type OwnRecovery = z.infer<typeof ownRecovery>;

const claimed = ['ticket.not_found', 'recovery.not_found'] as const;
const note = z.object({ note: z.string().trim().min(minimumRecoveryNote).max(1000) });
const deciding = ['recovery.not_found', 'recovery.decided'] as const;

/** Giving an account back. What is decided here is carried out at the exchange: no factor is ever reset from here. */
export const recoveryEndpoints = {
  begin: endpoint({
    method: 'POST',
    path: '/api/portal/tickets/:id/recovery',
    access: 'customer',
    summary:
      'Ask for an account back, on an open ticket of one’s own about account security; once a ticket. Whose account it is hears of it by letter. The answer is the same whether or not there is such an account.',
    params: byId,
    body: z.object({
      uid: z
        .string()
        .trim()
        .regex(/^\d{4,20}$/),
      lost: z.array(lostAccess).min(1).max(4),
    }),
    response: ownRecovery,
    errors: ['ticket.not_found', 'recovery.wrong_ticket', 'recovery.under_way', 'access.too_many_attempts'],
  }),
  own: endpoint({
    method: 'GET',
    path: '/api/portal/tickets/:id/recovery',
    access: 'customer',
    summary: 'How far the recovery on one’s own ticket is; null where there is none.',
    params: byId,
    response: ownRecovery.nullable(),
    errors: ['ticket.not_found'],
  }),
  sendCode: endpoint({
    method: 'POST',
    path: '/api/portal/tickets/:id/recovery/codes',
    access: 'customer',
    summary:
      'Have a code sent to the address by which the exchange knows the account. The answer is the same whether or not there is one.',
    params: byId,
    response: z.object({ challenge: id, minutes: z.number().int() }),
    errors: [...claimed, 'recovery.decided', 'access.too_many_attempts'],
  }),
  prove: endpoint({
    method: 'POST',
    path: '/api/portal/tickets/:id/recovery/proofs',
    access: 'customer',
    summary: 'Prove that one reads that address, by the code.',
    params: byId,
    body: z.object({ challenge: id, code: z.string().max(20) }),
    response: ownRecovery,
    errors: [...claimed, 'recovery.decided', 'access.wrong_code', 'access.too_many_attempts'],
  }),
  object: endpoint({
    method: 'POST',
    path: '/api/recovery-objections',
    access: 'public',
    summary:
      'Stop a recovery, by the link of the letter to whose account it is. Done again it changes nothing.',
    body: z.object({ token: z.string().max(200) }),
    errors: ['recovery.not_found', 'recovery.decided'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/recoveries',
    access: { permission: 'exchange.decide_recovery' },
    summary: 'Recoveries that are open, the oldest first, then the last 50 of the others.',
    response: z.object({ items: z.array(recovery) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/recoveries/:id',
    access: { permission: 'exchange.decide_recovery' },
    summary: 'One recovery.',
    params: byId,
    response: recovery,
    errors: ['recovery.not_found'],
  }),
  confirmDocument: endpoint({
    method: 'POST',
    path: '/api/recoveries/:id/document',
    access: { permission: 'exchange.decide_recovery' },
    summary:
      'Say that the document and the picture on the ticket are those of whose account it is, and by what.',
    params: byId,
    body: note,
    response: recovery,
    errors: deciding,
  }),
  approve: endpoint({
    method: 'POST',
    path: '/api/recoveries/:id/approve',
    access: { permission: 'exchange.decide_recovery' },
    summary:
      'Agree to a recovery of which every proof is there. Where two are needed, it waits for another agent; then cooling-off begins.',
    params: byId,
    body: note,
    response: recovery,
    errors: [...deciding, 'recovery.not_proven', 'recovery.own'],
  }),
  refuse: endpoint({
    method: 'POST',
    path: '/api/recoveries/:id/refuse',
    access: { permission: 'exchange.decide_recovery' },
    summary: 'Refuse a recovery, also one that is cooling off.',
    params: byId,
    body: note,
    response: recovery,
    errors: deciding,
  }),
};
