import type { Reader } from '../../platform/database/database.ts';
import type { Event } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { readTickets, ticketsOfConversations } from '../tickets/index.ts';
import { fits } from './condition-rules.ts';
import { listen, type Occasion, occasionOf } from './occasion-rules.ts';
import { readFacts } from './read-facts.ts';
import { madeAt, type RuleRecord } from './rule.ts';
import { listRules } from './rule-store.ts';
import { type RunOrder, runRule } from './run-rule.ts';

/** Rules that listen are run when something happens. */
export function registerReactions(platform: Platform): void {
  listen(platform.relay, (events) => hear(platform, events));
}

interface Heard {
  readonly event: Event;
  readonly occasion: Occasion;
  readonly ticketId: string;
}

/** Runs the rules that listen to these facts, in their order, each on the facts in theirs. One that fails keeps no other from being run. */
async function hear(platform: Platform, events: readonly Event[]): Promise<void> {
  const { database } = platform;
  const occasions = events.flatMap((event) => {
    const occasion = occasionOf(event);
    return occasion ? [{ event, occasion }] : [];
  });
  if (occasions.length === 0) return;
  const rules = (await listRules(database.reader())).filter((rule) =>
    occasions.some(({ occasion }) => kindFor(rule, occasion) !== undefined),
  );
  if (rules.length === 0) return;
  const heard = await withTickets(database.reader(), occasions);
  const failures: unknown[] = [];
  for (const rule of rules) {
    for (const order of await ordersFor(database.reader(), rule, heard)) {
      await database.write((tx) => runRule(tx, platform, rule, order)).catch((error) => failures.push(error));
    }
  }
  // Tried again: what has been run is not run again.
  if (failures.length > 0) throw failures[0];
}

/** With the tickets that they concern; what concerns none is left out. */
async function withTickets(
  reader: Reader,
  occasions: ReadonlyArray<Omit<Heard, 'ticketId'>>,
): Promise<Heard[]> {
  const threads = occasions.flatMap(({ event, occasion }) =>
    occasion.of === 'conversation' ? [event.subjectId] : [],
  );
  const ticketsOf = await ticketsOfConversations(reader, [...new Set(threads)]);
  return occasions.flatMap((it) => {
    const { subjectId } = it.event;
    const ticketId = it.occasion.of === 'ticket' ? subjectId : ticketsOf.get(subjectId);
    return ticketId ? [{ ...it, ticketId }] : [];
  });
}

/** What a rule is to be run for: found with few statements for all, and decided anew, with the ticket held, by each run. */
async function ordersFor(reader: Reader, rule: RuleRecord, heard: readonly Heard[]): Promise<RunOrder[]> {
  const orders = heard.flatMap(({ event, occasion, ticketId }): RunOrder[] => {
    const kind = kindFor(rule, occasion);
    const { before, score, seq } = occasion;
    // What happened before it was made, such as cases that are brought over from elsewhere, is not for it.
    const heardOf = kind && event.occurredAt >= madeAt(rule);
    return heardOf ? [{ ticketId, once: `event:${event.id}`, kind, heard: event, before, score, seq }] : [];
  });
  const tickets = await readTickets(reader, [...new Set(orders.map((it) => it.ticketId))]);
  const known = new Map(tickets.map((it) => [it.id, it]));
  const looks = orders.flatMap((order) => {
    const ticket = known.get(order.ticketId);
    return ticket ? [{ ...order, ticket, at: reader.now }] : [];
  });
  const facts = await readFacts(reader, rule.conditions, looks);
  return looks.filter(({ ticket }, index) => {
    const found = facts[index];
    return found !== undefined && fits(rule.conditions, { ...found, ticket });
  });
}

/** As what a rule hears of something; undefined where it does not listen to it. */
function kindFor({ enabled, trigger }: RuleRecord, { kinds }: Occasion) {
  if (!enabled || trigger.on !== 'event') return undefined;
  return kinds.find((kind) => trigger.events.includes(kind));
}
