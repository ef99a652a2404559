import { type SlaTrial, slaKinds } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { readCustomers } from '../people/index.ts';
import { accessTicket, presentTickets } from '../tickets/index.ts';
import { aroundTheClock } from './calendar.ts';
import { calendarOf } from './calendar-rules.ts';
import { listCalendars } from './calendar-store.ts';
import { against, choosePolicy } from './choose-policy.ts';
import { momentOf, startClock } from './clock-rules.ts';
import { listPolicies } from './policy-store.ts';
import { traitsOf } from './ticket-traits.ts';

/** What would be promised to a ticket if its policy was chosen now; see the endpoint. Throws `ticket.not_found`. */
export async function tryPolicies(reader: Reader, actor: AgentActor, id: string): Promise<SlaTrial> {
  const record = await accessTicket(reader, actor, id);
  const [ticket] = await presentTickets(reader, [record]);
  if (!ticket) throw new Error('a ticket has no view');
  const customers = await readCustomers(reader, record.customerId ? [record.customerId] : []);
  const traits = traitsOf(record, record, customers);
  const policies = (await listPolicies(reader)).filter((it) => it.enabled);
  const chosen = choosePolicy(policies, traits);
  const [found] = chosen?.calendarId ? await listCalendars(reader, [chosen.calendarId]) : [];
  const calendar = found ? calendarOf(found) : aroundTheClock;
  const tried = policies.slice(0, chosen ? policies.indexOf(chosen) + 1 : undefined);
  return {
    ticket,
    traits,
    tried: tried.map((it) => ({ policyId: it.id, against: against(it.conditions, traits) })),
    policyId: chosen?.id ?? null,
    times: slaKinds.flatMap((kind) => {
      const minutes = chosen?.targets[kind]?.minutes;
      if (!chosen || minutes === undefined) return [];
      const clock = startClock(minutes * 60_000, record.createdAt);
      const at = (share: number) => momentOf(calendar, clock, share)?.toISOString() ?? null;
      return [{ kind, minutes, warnAt: at(chosen.warnShare), dueAt: at(1) }];
    }),
  };
}
