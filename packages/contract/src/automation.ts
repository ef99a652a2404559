import { z } from 'zod';
import { channels } from './channels.ts';
import { tier } from './people.ts';
import { id, moment } from './shapes.ts';
import { actionResult, maximumActions, ticketAction } from './ticket-actions.ts';
import { formKey } from './ticket-form-endpoints.ts';
import { category, tag, ticketPriority, ticketStatus } from './ticket-views.ts';
import { ticketSource } from './tickets.ts';

/** What rules listen to. What happens to a conversation concerns the ticket that it has by then. */
export const ruleEvents = [
  'ticket_opened',
  'status_changed',
  'priority_changed',
  'category_changed',
  'assigned',
  'commented',
  'customer_wrote',
  'agent_answered',
  'sla_warned',
  'sla_breached',
  'rated',
  'children_solved',
  'conversation_started',
  'conversation_closed',
  'conversation_reopened',
] as const;
export type RuleEvent = (typeof ruleEvents)[number];

export const minimumEveryMinutes = 5;

/** When a rule looks at tickets: when something happens, or every so many minutes. */
export const ruleTrigger = z.discriminatedUnion('on', [
  z.object({
    on: z.literal('event'),
    events: z
      .array(z.enum(ruleEvents))
      .min(1)
      .max(ruleEvents.length)
      .transform((all) => [...new Set(all)]),
  }),
  z.object({ on: z.literal('time'), everyMinutes: z.number().int().min(minimumEveryMinutes).max(1440) }),
]);
export type RuleTrigger = z.output<typeof ruleTrigger>;

const words = z.array(z.string().trim().min(1).max(80)).min(1).max(20);
const oneOf = <F extends string, V extends z.ZodType>(field: F, value: V) =>
  z.object({
    field: z.literal(field),
    is: z.enum(['in', 'not_in']),
    values: z.array(value).min(1).max(80),
  });

/** Since when hours are counted: it has its status, it was opened, the customer or an agent wrote last. */
export const hoursSince = ['status', 'opened', 'customer', 'agent'] as const;
export type HoursSince = (typeof hoursSince)[number];

/**
 * One thing that a ticket must be. What there is none of is in no list, holds no word, has no amount and no hours: `in`, `contains`, and what
 * compares do not hold then, `not_in` and `contains_none` do. An upper category stands for its lower ones too.
 */
export const ruleCondition = z.discriminatedUnion('field', [
  oneOf('status', ticketStatus),
  oneOf('priority', ticketPriority),
  oneOf('category', category),
  oneOf('team', id),
  oneOf('assignee', id),
  oneOf('tier', tier),
  oneOf('channel', z.enum(channels)),
  oneOf('source', ticketSource),
  oneOf('language', z.string().trim().toLowerCase().min(2).max(8)),
  /** Has one of these tags, or none of them. */
  oneOf('tags', tag),
  oneOf('asset', z.string().trim().toUpperCase().min(1).max(20)),
  /** A field of the ticket's form holds one of these texts, whatever their case; where several things are chosen, any of them. */
  oneOf('form', z.string().trim().min(1).max(200)).extend({ key: formKey }),
  z.object({ field: z.literal('verified'), is: z.boolean() }),
  z.object({ field: z.literal('assigned'), is: z.boolean() }),
  z.object({ field: z.literal('back_office'), is: z.boolean() }),
  z.object({ field: z.literal('subject'), is: z.enum(['contains', 'contains_none']), words }),
  /** What the customer has just written, or else how they began. */
  z.object({ field: z.literal('text'), is: z.enum(['contains', 'contains_none']), words }),
  z.object({
    field: z.literal('amount'),
    is: z.enum(['at_least', 'below']),
    amount: z.number().positive().max(1e15),
  }),
  z.object({
    field: z.literal('hours'),
    since: z.enum(hoursSince),
    is: z.enum(['at_least', 'below']),
    hours: z.number().positive().max(8_760),
  }),
  /** Before the change that is heard of. */
  oneOf('status_before', ticketStatus),
  oneOf('priority_before', ticketPriority),
  /** The customer's rating that is heard of, 1 to 5. */
  z.object({
    field: z.literal('score'),
    is: z.enum(['at_least', 'at_most']),
    score: z.number().int().min(1).max(5),
  }),
]);
export type RuleCondition = z.output<typeof ruleCondition>;
export type RuleConditionField = RuleCondition['field'];

/** A ticket fits when all of `all` hold and, unless that is empty, any of `any`. */
export const ruleConditions = z.object({
  all: z.array(ruleCondition).max(20).default([]),
  any: z.array(ruleCondition).max(20).default([]),
});
export type RuleConditions = z.output<typeof ruleConditions>;

export const maximumRules = 100;
export const maximumRuleName = 80;

export const ruleBody = z.object({
  name: z.string().trim().min(1).max(maximumRuleName),
  enabled: z.boolean().default(true),
  trigger: ruleTrigger,
  conditions: ruleConditions.default({ all: [], any: [] }),
  actions: z.array(ticketAction).min(1).max(maximumActions),
});
export type RuleBody = z.output<typeof ruleBody>;

/** Rules are run in their order, each on what those before it have made of the ticket. */
export const rule = ruleBody.extend({
  id,
  position: z.number().int(),
  updatedAt: moment,
  /** How often it ran in the last seven days, and when last. */
  runs: z.number().int(),
  lastRunAt: moment.nullable(),
});
export type Rule = z.infer<typeof rule>;

/**
 * What became of a run: all its actions were done or were so already, some were refused, all were; or it was `cut`: it was not run, since
 * rules had called each other too often.
 */
export const runOutcome = z.enum(['done', 'partly', 'refused', 'cut']);
export type RunOutcome = z.infer<typeof runOutcome>;

const plain = z.union([z.string(), z.array(z.string()), z.null()]);
/** What a run changed about a ticket, or would. */
export const runChange = z.object({
  field: z.enum(['status', 'priority', 'category', 'team', 'assignee', 'tags']),
  before: plain,
  after: plain,
});
export type RunChange = z.infer<typeof runChange>;

/** What made a rule look. */
export const runOccasion = z.enum([...ruleEvents, 'time']);
export type RunOccasion = z.infer<typeof runOccasion>;

/** A rule was run on a ticket. */
export const ruleRun = z.object({
  id,
  ruleId: id,
  /** As it was called then. */
  ruleName: z.string(),
  ticketId: id,
  ticketNumber: z.number().int(),
  ticketSubject: z.string(),
  at: moment,
  occasion: runOccasion,
  outcome: runOutcome,
  results: z.array(actionResult),
  changes: z.array(runChange),
  /** Until when what it changed about the ticket can be taken back; null when it cannot. Words that went out stay. */
  undoUntil: moment.nullable(),
  undoneAt: moment.nullable(),
});
export type RuleRun = z.infer<typeof ruleRun>;

/** What a rule would have done. */
export const trialHit = z.object({
  ticketId: id,
  ticketNumber: z.number().int(),
  subject: z.string(),
  at: moment,
  occasion: runOccasion,
  changes: z.array(runChange),
  /** Each action with whether it would do anything, or why not. */
  results: z.array(actionResult),
});
export type TrialHit = z.infer<typeof trialHit>;
