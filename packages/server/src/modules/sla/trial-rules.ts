import type { CustomerSummary, PolicyHit, SlaPolicy } from '@fairlead/contract';
import type { TicketRecord } from '../tickets/index.ts';
import { against, choosePolicy } from './choose-policy.ts';
import type { Happening } from './happenings.ts';
import { measureClocks, type Promises } from './measure-clocks.ts';
import { type Promised, promiseOf } from './promise.ts';
import { traitsOf } from './ticket-traits.ts';

interface TrialQuestion {
  readonly ticket: TicketRecord;
  readonly story: readonly Happening[];
  /** All that would be there, in order; `tried` is one of them. */
  readonly policies: readonly SlaPolicy[];
  readonly tried: SlaPolicy;
  readonly customers: ReadonlyMap<string, CustomerSummary>;
  readonly calendarOf: Promises['calendarOf'];
  readonly now: Date;
}

/**
 * What a policy would have been to a ticket, had it been there from the beginning: its clocks run by what really happened. Null where it is not
 * for the ticket. The customer's tier is taken as it is now, as nobody remembers what it was.
 */
export function hitOf({ ticket, story, policies, tried, ...rest }: TrialQuestion): PolicyHit | null {
  const promises = new Map<string, Promised | null>();
  let takenBy: string | null = null;
  let fits = false;
  let holds = false;
  for (const it of story) {
    if (it.type === 'wrote' || (it.type === 'changed' && !it.chooses)) continue;
    // Nothing is promised to a tracker.
    if (it.type === 'opened' && !it.measured) return null;
    const traits = traitsOf(ticket, it.standing, rest.customers);
    const chosen = choosePolicy(policies, traits);
    promises.set(it.eventId, chosen && promiseOf(chosen, traits));
    if (against(tried.conditions, traits).length > 0) continue;
    fits = true;
    if (chosen?.id === tried.id) holds = true;
    else takenBy ??= chosen?.id ?? null;
  }
  if (!fits) return null;
  const { calendarOf, now } = rest;
  const clocks = measureClocks(story, { promisedBy: (id) => promises.get(id), calendarOf }, now);
  return {
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    subject: ticket.subject,
    openedAt: ticket.createdAt.toISOString(),
    takenBy: holds ? null : takenBy,
    clocks: clocks
      .filter(({ promised }) => promised.policyId === tried.id)
      .map(({ kind, round, state, crossed }) => ({ kind, round, state, late: crossed.has(1) })),
  };
}
