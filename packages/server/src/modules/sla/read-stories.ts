import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Event } from '../../platform/events/event.ts';
import { listEventsSince } from '../../platform/events/event-store.ts';
import { readCustomers } from '../people/index.ts';
import { readTickets, type TicketRecord, ticketMerged, ticketUnmerged } from '../tickets/index.ts';
import { aroundTheClock, type Calendar } from './calendar.ts';
import { calendarOf } from './calendar-rules.ts';
import { listCalendars } from './calendar-store.ts';
import { choosePolicy } from './choose-policy.ts';
import { insertChoices, listChoices } from './clock-store.ts';
import { type Happening, happeningsOf, happeningTypes } from './happenings.ts';
import { joinedMessages, mergedIn } from './joined-messages.ts';
import type { Promises } from './measure-clocks.ts';
import { listPolicies } from './policy-store.ts';
import { type Promised, promiseOf } from './promise.ts';
import { traitsOf } from './ticket-traits.ts';

const storyTypes = [...happeningTypes, ticketMerged.type, ticketUnmerged.type];

/** What happened to each ticket, from the facts as they are committed, whether the relay has handed them out yet or not. */
export async function readStories(
  reader: Reader,
  tickets: readonly TicketRecord[],
): Promise<Map<string, Happening[]>> {
  const known = new Map<string, TicketRecord>();
  const facts = new Map<string, Event[]>();
  const of = (id: string | null) => (id ? (facts.get(id) ?? []) : []);
  // What was merged into them tells a part of their story, and what was merged into that.
  for (let next = tickets; next.length > 0; ) {
    for (const ticket of next) known.set(ticket.id, ticket);
    // Asked for twice, those since the earlier moment hold the others.
    for (const [subject, events] of await readFacts(reader, next))
      if (events.length >= of(subject).length) facts.set(subject, events);
    const sources = next.flatMap(({ id }) => [...mergedIn(id, of(id)).keys()]);
    const unknown = sources.filter((id) => !known.has(id));
    next = unknown.length > 0 ? await readTickets(reader, unknown) : [];
  }
  const threadOf = (id: string) => of(known.get(id)?.conversationId ?? null);
  return new Map(
    tickets.map(({ id, conversationId, customerId }) => {
      const own = of(id).filter(({ type }) => happeningTypes.includes(type));
      const joined = joinedMessages(id, of, threadOf);
      return [id, happeningsOf([...own, ...of(conversationId), ...of(customerId)], joined)] as const;
    }),
  );
}

/** The facts of tickets, their conversations and customers since the first of them was opened, by their subject. */
async function readFacts(reader: Reader, tickets: readonly TicketRecord[]): Promise<Map<string, Event[]>> {
  const begun = new Map<string, Date>();
  for (const { id, conversationId, customerId, createdAt } of tickets) {
    for (const subject of [id, conversationId, customerId]) {
      const known = subject ? begun.get(subject) : undefined;
      if (subject && (!known || createdAt < known)) begun.set(subject, createdAt);
    }
  }
  const subjects = [...begun].map(([subjectId, since]) => ({ subjectId, since }));
  return Map.groupBy(await listEventsSince(reader, subjects, storyTypes), (it) => it.subjectId);
}

/** What holds for a ticket now by its story; null where nothing does, or nobody has looked yet. */
export async function readChoice(reader: Reader, ticket: TicketRecord): Promise<Promised | null> {
  const story = (await readStories(reader, [ticket])).get(ticket.id) ?? [];
  const choices = await listChoices(reader, [ticket.id]);
  const last = story.findLast((it) => choices.has(it.eventId));
  return (last && choices.get(last.eventId)) ?? null;
}

/** What these stories led to. A fact that has led to nothing yet is given the policy that fits now, for good. */
export async function readPromises(
  tx: Tx,
  tickets: readonly TicketRecord[],
  stories: ReadonlyMap<string, readonly Happening[]>,
): Promise<Promises> {
  const choices = await listChoices(
    tx,
    tickets.map((it) => it.id),
  );
  const missing = tickets.flatMap((ticket) =>
    (stories.get(ticket.id) ?? []).flatMap((it) =>
      it.type !== 'wrote' && (it.type === 'opened' || it.chooses) && !choices.has(it.eventId)
        ? [{ ticket, eventId: it.eventId, standing: it.standing }]
        : [],
    ),
  );
  if (missing.length > 0) {
    const policies = await listPolicies(tx);
    const customers = await readCustomers(
      tx,
      missing.flatMap(({ ticket }) => (ticket.customerId ? [ticket.customerId] : [])),
    );
    const made = missing.map(({ ticket, eventId, standing }) => {
      const traits = traitsOf(ticket, standing, customers);
      const policy = choosePolicy(policies, traits);
      return { ticketId: ticket.id, eventId, promised: policy && promiseOf(policy, traits) };
    });
    await insertChoices(tx, made);
    for (const { eventId, promised } of made) choices.set(eventId, promised);
  }
  const named = [...choices.values()].flatMap((it) => (it?.calendarId ? [it.calendarId] : []));
  const calendars = new Map<string, Calendar>(
    (named.length > 0 ? await listCalendars(tx, [...new Set(named)]) : []).map((it) => [
      it.id,
      calendarOf(it),
    ]),
  );
  return {
    promisedBy: (eventId) => choices.get(eventId),
    calendarOf: (id) => (id && calendars.get(id)) || aroundTheClock,
  };
}
