import type { PolicyBody, PolicyHit, SlaPolicy } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Reader } from '../../platform/database/database.ts';
import { readProgress, writeProgress } from '../../platform/events/dry-run.ts';
import { countEventsOfTypes, listEventsOfTypes } from '../../platform/events/event-store.ts';
import { fail } from '../../platform/fail.ts';
import { readCustomers } from '../people/index.ts';
import { reachableOf, readTickets, ticketOpened } from '../tickets/index.ts';
import { aroundTheClock } from './calendar.ts';
import { calendarOf } from './calendar-rules.ts';
import { listCalendars } from './calendar-store.ts';
import type { Promises } from './measure-clocks.ts';
import { listPolicies } from './policy-store.ts';
import { readStories } from './read-stories.ts';
import { hitOf } from './trial-rules.ts';

/** Tickets that are looked at in one call, and in all of a dry run. */
const stretch = 100;
const most = 2_000;
const day = 24 * 3_600_000;
const types = [ticketOpened.type];

interface Stretch {
  readonly items: PolicyHit[];
  readonly scanned: number;
  readonly total: number;
  readonly next: string | null;
}

/** A stretch of a dry run of a policy; see the endpoint `sla.tryPolicy`. It reads only. */
export async function tryPolicy(
  reader: Reader,
  actor: AgentActor,
  {
    policy,
    id,
    days,
    cursor,
  }: { policy: PolicyBody; id: string | null; days: number; cursor: string | null },
): Promise<Stretch> {
  const progress = readProgress(cursor);
  const { policies, tried } = placed(await listPolicies(reader), policy, id);
  const calendars = await readCalendars(reader, policies, tried);
  const since = new Date(reader.now.getTime() - days * day);
  const total = progress?.total ?? (await countEventsOfTypes(reader, types, { since, maximum: most }));
  const before = progress && { occurredAt: new Date(progress.at), id: progress.id };
  const scanned = progress?.scanned ?? 0;
  const limit = Math.min(stretch, most - scanned);
  const events = await listEventsOfTypes(reader, types, { since, before, limit });
  const found = await readTickets(
    reader,
    events.map((it) => it.subjectId),
  );
  const tickets = await reachableOf(reader, actor, found);
  const stories = await readStories(reader, tickets);
  const customers = await readCustomers(
    reader,
    tickets.flatMap(({ customerId }) => customerId ?? []),
  );
  const items = tickets.flatMap((ticket) => {
    const story = stories.get(ticket.id) ?? [];
    return hitOf({ ticket, story, policies, tried, customers, calendarOf: calendars, now: reader.now }) ?? [];
  });
  const last = events.at(-1);
  const done = scanned + events.length;
  return {
    items: items.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)),
    scanned: done,
    total: Math.max(total, done),
    next:
      last && events.length === stretch && done < most
        ? writeProgress({ scanned: done, total, at: last.occurredAt.toISOString(), id: last.id })
        : null,
  };
}

/** The policies as they would be with this one: in the place of the one that it changes, or behind the others. */
function placed(saved: readonly SlaPolicy[], policy: PolicyBody, id: string | null) {
  if (id !== null && !saved.some((it) => it.id === id)) throw fail('sla.policy_not_found');
  const tried: SlaPolicy = { ...policy, enabled: true, id: id ?? newId(), position: saved.length + 1 };
  const policies = id === null ? [...saved, tried] : saved.map((it) => (it.id === id ? tried : it));
  return { policies, tried };
}

async function readCalendars(
  reader: Reader,
  policies: readonly SlaPolicy[],
  tried: SlaPolicy,
): Promise<Promises['calendarOf']> {
  const named = [...new Set(policies.flatMap(({ calendarId }) => calendarId ?? []))];
  const listed = named.length > 0 ? await listCalendars(reader, named) : [];
  const calendars = new Map(listed.map((it) => [it.id, calendarOf(it)]));
  if (tried.calendarId && !calendars.has(tried.calendarId)) throw fail('sla.calendar_not_found');
  return (id) => (id && calendars.get(id)) || aroundTheClock;
}
