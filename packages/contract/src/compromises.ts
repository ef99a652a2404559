import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, moment, person } from './shapes.ts';

/** What a customer wrote down: what opens their own wallet, what trades in their account, or what opens their account. */
export const exposures = ['wallet', 'api_secret', 'password'] as const;
export const exposure = z.enum(exposures);
export type Exposure = z.infer<typeof exposure>;

/** What is to be done about it, in this order. `tell` is done by the system, `freeze` counts as done once the exchange has frozen the account. */
export const compromiseSteps = {
  wallet: ['tell', 'move_funds', 'check_account', 'freeze'],
  api_secret: ['tell', 'delete_key', 'check_account', 'freeze'],
  password: ['tell', 'change_password', 'renew_second_factor', 'check_account', 'freeze'],
} as const satisfies Record<Exposure, readonly string[]>;
export type CompromiseStep = (typeof compromiseSteps)[Exposure][number];
export const compromiseStep = z.enum([
  'tell',
  'move_funds',
  'delete_key',
  'change_password',
  'renew_second_factor',
  'check_account',
  'freeze',
]);

export const stepStates = ['open', 'done', 'not_needed'] as const;
export type StepState = (typeof stepStates)[number];

/**
 * `leaked`: the customer has not been told yet; `told`: it is theirs to act; `checking`: they have acted, an agent checks; `settled`: nothing is left but to close it;
 * `closed`.
 */
export const compromiseStates = ['leaked', 'told', 'checking', 'settled', 'closed'] as const;
export type CompromiseState = (typeof compromiseStates)[number];

export const compromiseOutcomes = ['secured', 'no_answer', 'false_alarm'] as const;
export type CompromiseOutcome = (typeof compromiseOutcomes)[number];

/** A secret that a customer wrote down, and what is done about it. */
export const compromise = z.object({
  exposure,
  state: z.enum(compromiseStates),
  /** When it was written down last. */
  leakedAt: moment,
  steps: z.array(
    z.object({
      step: compromiseStep,
      /** Who has to do it. */
      who: z.enum(['system', 'customer', 'agent']),
      state: z.enum(stepStates),
      /** Null where the system saw it done. */
      by: person.nullable(),
      at: moment.nullable(),
    }),
  ),
  /** What comes next: a step, or that it can be closed. Null once it is. */
  next: z.union([compromiseStep, z.literal('close')]).nullable(),
  closed: z.object({ outcome: z.enum(compromiseOutcomes), by: person, at: moment }).nullable(),
});
export type Compromise = z.infer<typeof compromise>;

const ofConversation = z.object({ id, exposure });
const refusals = ['conversation.not_found', 'compromise.not_found'] as const;

/** What is done once a customer has written down what opens a wallet or an account. */
export const compromiseEndpoints = {
  ofConversation: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/compromises',
    access: { permission: 'conversations.read' },
    summary: 'Secrets that the customer of a conversation wrote down in it, and what is done about each.',
    params: z.object({ id }),
    response: z.object({ items: z.array(compromise) }),
    errors: ['conversation.not_found'],
  }),
  setStep: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/compromises/:exposure/steps',
    access: { permission: 'conversations.reply' },
    summary:
      'Say that a step is done, or not needed, or open again. That the customer was told is for the system to say.',
    params: ofConversation,
    body: z.object({ step: compromiseStep.exclude(['tell']), state: z.enum(stepStates) }),
    response: compromise,
    errors: [...refusals, 'compromise.closed'],
  }),
  close: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/compromises/:exposure/close',
    access: { permission: 'conversations.reply' },
    summary: 'Close it. It is `secured` only once no step is open.',
    params: ofConversation,
    body: z.object({ outcome: z.enum(compromiseOutcomes) }),
    response: compromise,
    errors: [...refusals, 'compromise.closed', 'compromise.steps_open'],
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/compromises/:exposure/reopen',
    access: { permission: 'conversations.reply' },
    summary: 'Take back that it was closed. One that is open stays so.',
    params: ofConversation,
    response: compromise,
    errors: [...refusals],
  }),
};
