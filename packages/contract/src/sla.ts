import { z } from 'zod';
import { channels } from './channels.ts';
import { tier } from './people.ts';
import { id, moment } from './shapes.ts';
import { category, ticketPriority, ticketStatus } from './ticket-views.ts';
import { ticket } from './tickets.ts';

/** What is promised: the first answer, each later one, news every so often, and the solution. */
export const slaKinds = ['first_response', 'next_response', 'update', 'resolution'] as const;
export const slaKind = z.enum(slaKinds);
export type SlaKind = z.infer<typeof slaKind>;

/** Which tickets a policy is for. Each list that is empty allows any; an upper category stands for its lower ones too. */
export const slaConditions = z.object({
  categories: z.array(category).max(80).default([]),
  priorities: z.array(ticketPriority).max(4).default([]),
  tiers: z.array(tier).max(3).default([]),
  channels: z.array(z.enum(channels)).max(channels.length).default([]),
  languages: z.array(z.string().min(2).max(8)).max(30).default([]),
  /** Whether the customer is verified; null allows both. */
  verified: z.boolean().nullable().default(null),
});
export type SlaConditions = z.output<typeof slaConditions>;

/** What about a ticket policies are chosen by. */
export const slaTraits = z.object({
  category,
  priority: ticketPriority,
  /** Null where there is no customer or channel: only an empty condition fits. */
  tier: tier.nullable(),
  verified: z.boolean().nullable(),
  channel: z.enum(channels).nullable(),
  language: z.string(),
});
export type SlaTraits = z.infer<typeof slaTraits>;

/** Why a policy was chosen: what it asked for, and what the ticket was like then. */
export const slaWhy = z.object({ conditions: slaConditions, traits: slaTraits });
export type SlaWhy = z.output<typeof slaWhy>;

/** One promise: minutes that count, and the statuses in which they do not. */
export const slaTarget = z.object({
  minutes: z.number().int().min(1).max(525_600),
  pauses: z
    .array(z.enum(['pending', 'on_hold']))
    .max(2)
    .default([]),
});
export type SlaTarget = z.output<typeof slaTarget>;

/** Shares of a promise: less than 1 is before the breach, more after it. */
const share = z.number().min(0.05).max(10);

/** What is done once a share of the promise has passed and it is not kept yet. */
export const slaStep = z.object({
  share,
  /** The promises it is for; empty is all. */
  kinds: z.array(slaKind).max(slaKinds.length).default([]),
  notifyAssignee: z.boolean().default(false),
  notifyTeam: z.boolean().default(false),
  notifyAgentIds: z.array(id).max(20).default([]),
  /** One level up; urgent stays. */
  raisePriority: z.boolean().default(false),
  moveToTeamId: id.nullable().default(null),
  /** Who is told one after the other, each so many minutes after the one before, until one of them acknowledges. */
  onCall: z
    .array(z.object({ agentId: id, afterMinutes: z.number().int().min(0).max(1440) }))
    .max(10)
    .default([]),
});
export type SlaStep = z.output<typeof slaStep>;

export const maximumPolicies = 100;

export const policyBody = z.object({
  name: z.string().trim().min(1).max(80),
  enabled: z.boolean().default(true),
  conditions: slaConditions.default(slaConditions.parse({})),
  targets: z
    .partialRecord(slaKind, slaTarget)
    .refine((targets) => Object.keys(targets).length > 0, 'a policy promises something'),
  /** By which the minutes count; null is around the clock. */
  calendarId: id.nullable().default(null),
  /** The share of a promise at which it warns. */
  warnShare: z.number().min(0.05).max(0.99).default(0.75),
  steps: z.array(slaStep).max(20).default([]),
});
export type PolicyBody = z.output<typeof policyBody>;

/** Policies are tried in their order; the first that fits a ticket holds. */
export const slaPolicy = policyBody.extend({ id, position: z.number().int() });
export type SlaPolicy = z.infer<typeof slaPolicy>;

/**
 * Where a measurement stands: `breached` is late and not kept yet; one that was late and kept is `met` with `breachedAt`; `stopped` is one
 * that nobody waits for any more, such as that of a merged ticket.
 */
export const slaState = z.enum(['running', 'paused', 'breached', 'met', 'stopped']);
export type SlaState = z.infer<typeof slaState>;

/** A while in which a clock stood still, and the status of the ticket meanwhile; `to` is null while it still does. */
export const slaPause = z.object({ from: moment, to: moment.nullable(), status: ticketStatus });
export type SlaPause = z.infer<typeof slaPause>;

/** A running or finished measurement of one promise. */
export const slaClock = z.object({
  kind: slaKind,
  /** 1 for the first of its kind on the ticket, then 2, ... */
  round: z.number().int(),
  state: slaState,
  policyId: id,
  policyName: z.string(),
  calendarId: id.nullable(),
  targetMinutes: z.number().int(),
  /** Milliseconds that count which had passed at `runningSince`, or in all where that is null. */
  elapsed: z.number().int(),
  runningSince: moment.nullable(),
  startedAt: moment,
  /** Null while it stands still. */
  warnAt: moment.nullable(),
  dueAt: moment.nullable(),
  metAt: moment.nullable(),
  breachedAt: moment.nullable(),
  pauses: z.array(slaPause),
});
export type SlaClock = z.infer<typeof slaClock>;

/** The clocks of a ticket that are still to be kept, and its last resolution; soonest due first, those that stand still last. */
export const ticketClocks = z.object({
  ticketId: id,
  /** The thread of the ticket. */
  conversationId: id.nullable(),
  clocks: z.array(slaClock),
});
export type TicketClocks = z.infer<typeof ticketClocks>;

export const breachingTicket = z.object({ ticket, clocks: z.array(slaClock), dueAt: moment });

/** The policy that holds for a ticket now, as it was worded when it was chosen; `why` is null for choices of old. */
export const slaChoice = z.object({ policyId: id, policyName: z.string(), why: slaWhy.nullable() });
export type SlaChoice = z.infer<typeof slaChoice>;

/** What would be promised to a ticket if its policy was chosen now: each policy that was tried, in order, and the times. */
export const slaTrial = z.object({
  ticket,
  traits: slaTraits,
  tried: z.array(
    z.object({
      policyId: id,
      /** What of the ticket the policy is not for; empty is one that fits. */
      against: z.array(slaTraits.keyof()),
    }),
  ),
  /** The first that fits; null where none does. */
  policyId: id.nullable(),
  /** Counted from the opening of the ticket, as if nothing stopped a clock. `dueAt` is null where the calendar never opens for so long. */
  times: z.array(
    z.object({
      kind: slaKind,
      minutes: z.number().int(),
      warnAt: moment.nullable(),
      dueAt: moment.nullable(),
    }),
  ),
});
export type SlaTrial = z.infer<typeof slaTrial>;

/** What a policy would have been to a ticket that it is for. */
export const policyHit = z.object({
  ticketId: id,
  ticketNumber: z.number().int(),
  subject: z.string(),
  openedAt: moment,
  /** The policy that is tried before it and fits the ticket too; null where the tried one would have held. */
  takenBy: id.nullable(),
  /** What it would have promised, and what came of that: empty where it would not have held. */
  clocks: z.array(
    z.object({
      kind: slaKind,
      round: z.number().int(),
      state: slaState,
      /** The time had passed before it was kept, or has passed by now. */
      late: z.boolean(),
    }),
  ),
});
export type PolicyHit = z.infer<typeof policyHit>;

/** Something that an agent is told of until they acknowledge it, or nobody waits for it any more. */
export const slaAlert = z.object({
  id,
  ticketId: id,
  ticketNumber: z.number().int(),
  kind: slaKind,
  share,
  dueAt: moment.nullable(),
  /** They are on call: the next one is told unless somebody acknowledges. */
  onCall: z.boolean(),
  createdAt: moment,
  acknowledgedAt: moment.nullable(),
  /** The promise was kept after all, or the ticket was solved; calls to who is on call are never cleared so. */
  clearedAt: moment.nullable(),
});
export type SlaAlert = z.infer<typeof slaAlert>;
