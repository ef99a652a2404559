import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, moment, person } from './shapes.ts';

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
  'granted_lately',
] as const;
export type RecoveryReason = (typeof recoveryReasons)[number];

/**
 * What a claimant proves themselves by: a code that goes to the address the exchange knows, or to another one that the customer proved long before; a
 * document with a picture of theirs on the ticket; answers about what the account did.
 */
export const recoveryProof = z.enum(['known_address', 'second_channel', 'document', 'own_activity']);
export type RecoveryProof = z.infer<typeof recoveryProof>;

/** Where a code of a recovery goes. */
const recoveryChannel = recoveryProof.extract(['known_address', 'second_channel']);
export type RecoveryChannel = z.infer<typeof recoveryChannel>;

/** What is asked of an account's own history. */
export const activityKind = z.enum(['deposit_asset', 'deposit_amount', 'opened_month', 'withdrawal_address']);
export type ActivityKind = z.infer<typeof activityKind>;

/** So often the questions of a recovery may be answered. */
export const activityTries = 3;

/**
 * `proving`: proofs are missing; `review`: an agent decides; `second`: another agent has to agree; `cooling`: agreed to, and whose account it is can
 * still object; then, for good, `granted`, `refused`, `stopped` (they objected), `expired` (never proven) or `withdrawn` (by the claimant).
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
  'withdrawn',
]);
export type RecoveryState = z.infer<typeof recoveryState>;

/** The fewest characters by which an agent says why. */
export const minimumRecoveryNote = 10;

const ticketNamed = z.object({ id, number: z.number().int() });

/** Another recovery of the same account, as far as whoever decides about one must know it. */
export const otherRecovery = z.object({
  id,
  ticket: ticketNamed,
  claimant: z.object({ id, name: z.string().nullable() }),
  state: recoveryState,
  requestedAt: moment,
  grantedAt: moment.nullable(),
});
export type OtherRecovery = z.infer<typeof otherRecovery>;

/** A recovery as agents see it. */
export const recovery = otherRecovery.extend({
  /** The account that is claimed, as the claimant wrote it. */
  uid: z.string(),
  /** Whose it is, where we know them; null where no customer has that number. */
  holder: z.object({ id, name: z.string().nullable() }).nullable(),
  lost: z.array(lostAccess),
  tier: recoveryTier,
  reasons: z.array(z.enum(recoveryReasons)),
  /** Somebody else claims the same account. */
  contested: z.boolean(),
  needsTwo: z.boolean(),
  /** Others that are open for the same account: none is granted while there is one. */
  rivals: z.array(otherRecovery),
  /** One for the same account that was granted shortly before this one began. */
  earlier: otherRecovery.nullable(),
  /**
   * What its tier asks for, and since when each is there. `either`: it or another one that is so; `impossible`: the account has nothing of that kind, which
   * the claimant is not told.
   */
  proofs: z.array(
    z.object({
      proof: recoveryProof,
      asked: z.enum(['needed', 'either', 'impossible']),
      at: moment.nullable(),
    }),
  ),
  /** How often the questions about the account may still be answered. */
  triesLeft: z.number().int(),
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
  state: z.enum(['proving', 'review', 'cooling', 'granted', 'refused', 'withdrawn']),
  /** What is still asked for; of the two codes one is enough. Nothing of it depends on what the account has. */
  missing: z.array(recoveryProof),
  until: moment.nullable(),
});
export type OwnRecovery = z.infer<typeof ownRecovery>;

/** A question about the account. Choices are the same at each look, and among them need not be a right one. */
export const activityQuestion = z.object({
  kind: activityKind,
  /** An asset; bounds of an amount as `10..100`, either may be empty; a month as `2021-04`; the last characters of an address; or `none`. */
  choices: z.array(z.string()).min(2),
});
export type ActivityQuestion = z.infer<typeof activityQuestion>;

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
      /** Of the link that the assistant gave: the conversation hears how it goes on. One that has expired counts for nothing. */
      cameBy: z.string().max(200).optional(),
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
      'Have a code sent to the address by which the exchange knows the account, or to another one that the customer proved long before. The answer is the same whether or not there is one.',
    params: byId,
    body: z.object({ to: recoveryChannel }),
    response: z.object({ challenge: id, minutes: z.number().int() }),
    errors: [...claimed, 'recovery.decided', 'access.too_many_attempts'],
  }),
  prove: endpoint({
    method: 'POST',
    path: '/api/portal/tickets/:id/recovery/proofs',
    access: 'customer',
    summary: 'Prove that one reads that address, by the code.',
    params: byId,
    body: z.object({ to: recoveryChannel, challenge: id, code: z.string().max(20) }),
    response: ownRecovery,
    errors: [...claimed, 'recovery.decided', 'access.wrong_code', 'access.too_many_attempts'],
  }),
  questions: endpoint({
    method: 'GET',
    path: '/api/portal/tickets/:id/recovery/questions',
    access: 'customer',
    summary:
      'Questions about what the account did before it was asked for. They look the same whether or not there is such an account.',
    params: byId,
    response: z.object({ questions: z.array(activityQuestion), triesLeft: z.number().int() }),
    errors: [...claimed, 'recovery.decided', 'server.unavailable'],
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/portal/tickets/:id/recovery/answers',
    access: 'customer',
    summary:
      'Answer them all. It is told only whether all of it was right; answers are kept nowhere, and tries are few.',
    params: byId,
    body: z.object({ answers: z.partialRecord(activityKind, z.string().max(40)) }),
    response: ownRecovery,
    errors: [
      ...claimed,
      'recovery.decided',
      'recovery.wrong_answers',
      'recovery.no_tries_left',
      'access.too_many_attempts',
      'server.unavailable',
    ],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/portal/tickets/:id/recovery/withdrawal',
    access: 'customer',
    summary: 'Ask for the account no longer. Done again it changes nothing.',
    params: byId,
    response: ownRecovery,
    errors: [...claimed, 'recovery.decided'],
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
      'Agree to a recovery of which every proof is there, and beside which no other one is open for the account. Where two are needed, it waits for another agent; then cooling-off begins.',
    params: byId,
    body: note,
    response: recovery,
    errors: [...deciding, 'recovery.not_proven', 'recovery.own', 'recovery.rivals_open'],
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
