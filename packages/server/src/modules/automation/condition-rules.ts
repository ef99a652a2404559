import {
  chosenIn,
  type FormKey,
  type HoursSince,
  type RuleCondition,
  type RuleConditions,
  type TicketPriority,
  type TicketStatus,
  type Tier,
  ticketStatus,
  topCategoryOf,
} from '@fairlead/contract';
import type { TicketRecord } from '../tickets/index.ts';
import type { Stand } from './ticket-story.ts';

/** What conditions are asked of: a ticket as it stands at a moment, its customer, and what is heard of it. */
export interface TicketFacts extends Stand {
  readonly at: Date;
  readonly tier: Tier | null;
  readonly verified: boolean | null;
  /** What the customer has just written, or else how they began. */
  readonly text: string;
  /** How it stood before the change that is heard of. */
  readonly before: { readonly status: TicketStatus; readonly priority: TicketPriority } | null;
  readonly score: number | null;
}

/** Whether a ticket fits: all of `all` hold and, unless that is empty, any of `any`. */
export function fits({ all, any }: RuleConditions, facts: TicketFacts): boolean {
  return (
    all.every((condition) => holds(condition, facts)) &&
    (any.length === 0 || any.some((condition) => holds(condition, facts)))
  );
}

/** Whether one condition holds; see the contract for what there is none of. */
export function holds(condition: RuleCondition, facts: TicketFacts): boolean {
  const { ticket } = facts;
  switch (condition.field) {
    case 'category':
      return among(condition, [ticket.category, topCategoryOf(ticket.category)]);
    case 'tags':
      return among(condition, ticket.tags);
    case 'form':
      return among(
        { is: condition.is, values: condition.values.map((it) => it.toLowerCase()) },
        heldIn(ticket, condition.key),
      );
    case 'verified':
      return facts.verified === condition.is;
    case 'assigned':
      return (ticket.assigneeId !== null) === condition.is;
    case 'back_office':
      return (ticket.parentId !== null) === condition.is;
    case 'subject':
      return says(condition, ticket.subject);
    case 'text':
      return says(condition, facts.text);
    case 'amount':
      return compares(condition.is, amountOf(ticket), condition.amount);
    case 'hours':
      return compares(condition.is, hoursOf(facts, condition.since), condition.hours);
    case 'score':
      return compares(condition.is, facts.score, condition.score);
    default:
      return among(condition, valuesOf(condition.field, facts));
  }
}

type Listed = Extract<RuleCondition, { values: unknown }>['field'];

function valuesOf(
  field: Exclude<Listed, 'category' | 'tags' | 'form'>,
  facts: TicketFacts,
): Array<string | null> {
  const { ticket, before, tier } = facts;
  switch (field) {
    case 'status':
      return [ticket.status];
    case 'priority':
      return [ticket.priority];
    case 'team':
      return [ticket.teamId];
    case 'assignee':
      return [ticket.assigneeId];
    case 'tier':
      return [tier];
    case 'channel':
      return [ticket.channel];
    case 'source':
      return [ticket.source];
    case 'language':
      return [ticket.language];
    case 'asset':
      return [ticket.fields.asset ?? null];
    case 'status_before':
      return [before?.status ?? null];
    case 'priority_before':
      return [before?.priority ?? null];
  }
}

function among(
  { is, values }: { is: 'in' | 'not_in'; values: readonly string[] },
  held: ReadonlyArray<string | null>,
): boolean {
  return held.some((value) => value !== null && values.includes(value)) === (is === 'in');
}

function says(
  { is, words }: { is: 'contains' | 'contains_none'; words: readonly string[] },
  text: string,
): boolean {
  const plain = text.toLowerCase();
  return words.some((word) => plain.includes(word.toLowerCase())) === (is === 'contains');
}

function compares(is: 'at_least' | 'below' | 'at_most', value: number | null, limit: number): boolean {
  if (value === null) return false;
  if (is === 'at_least') return value >= limit;
  return is === 'below' ? value < limit : value <= limit;
}

/** What a field of the form holds; of several choices each. Only they have commas between: other texts are looked at as a whole too. */
function heldIn({ fields }: TicketRecord, key: FormKey): string[] {
  const value = fields[key]?.toLowerCase() ?? '';
  return value === '' ? [] : [value, ...chosenIn(value)];
}

function amountOf({ fields }: TicketRecord): number | null {
  const amount = Number(fields.amount ?? Number.NaN);
  return Number.isFinite(amount) ? amount : null;
}

function hoursOf({ since, at }: TicketFacts, of: HoursSince): number | null {
  const from = since[of];
  return from === null ? null : (at.getTime() - from.getTime()) / 3_600_000;
}

/** The statuses that a ticket which fits may have. */
export function statusesOf({ all }: RuleConditions): TicketStatus[] {
  return ticketStatus.options.filter((status) =>
    all.every((it) => it.field !== 'status' || it.values.includes(status) === (it.is === 'in')),
  );
}

/** Since when hours are asked for. */
export function hoursAsked({ all, any }: RuleConditions): Set<HoursSince> {
  return new Set([...all, ...any].flatMap((it) => (it.field === 'hours' ? [it.since] : [])));
}

/** Whether what the customer wrote matters. */
export function asksForText({ all, any }: RuleConditions): boolean {
  return [...all, ...any].some(({ field }) => field === 'text');
}
