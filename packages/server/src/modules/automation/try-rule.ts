import type { RuleBody, RunOccasion, TrialHit } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { type DryRunProgress, readProgress, writeProgress } from '../../platform/events/dry-run.ts';
import { countEventsOfTypes, type EventPlace, listEventsOfTypes } from '../../platform/events/event-store.ts';
import {
  countOfStatuses,
  listOfStatuses,
  planActions,
  reachableOf,
  readTickets,
  type TicketRecord,
  ticketsOfConversations,
} from '../tickets/index.ts';
import { hearing } from './cause-chain.ts';
import { fits, statusesOf } from './condition-rules.ts';
import { occasionOf, typesOf } from './occasion-rules.ts';
import { changesBetween } from './present-runs.ts';
import { type Look, readFacts } from './read-facts.ts';

/** What is looked at in one call, and in all of a dry run. */
const stretch = 200;
const most = 5_000;
const day = 24 * 3_600_000;

interface Stretch {
  readonly items: TrialHit[];
  readonly scanned: number;
  readonly total: number;
  readonly next: string | null;
}

/** A stretch of a dry run; see the endpoint `automation.trial`. It reads only. */
export async function tryRule(
  reader: Reader,
  actor: AgentActor,
  { rule, days, cursor }: { rule: RuleBody; days: number; cursor: string | null },
): Promise<Stretch> {
  const progress = readProgress(cursor);
  return rule.trigger.on === 'time'
    ? tryByTime(reader, actor, rule, progress)
    : tryOnEvents(reader, actor, rule, rule.trigger.events, days, progress);
}

async function tryOnEvents(
  reader: Reader,
  actor: AgentActor,
  rule: RuleBody,
  kinds: Extract<RuleBody['trigger'], { on: 'event' }>['events'],
  days: number,
  progress: DryRunProgress | null,
): Promise<Stretch> {
  const since = new Date(reader.now.getTime() - days * day);
  const types = typesOf(kinds);
  const total = progress?.total ?? (await countEventsOfTypes(reader, types, { since, maximum: most }));
  const before: EventPlace | null = progress && { occurredAt: new Date(progress.at), id: progress.id };
  const scanned = progress?.scanned ?? 0;
  const limit = Math.min(stretch, most - scanned);
  const events = await listEventsOfTypes(reader, types, { since, before, limit });
  const heard = events.flatMap((event) => {
    const occasion = occasionOf(event);
    const kind = occasion?.kinds.find((it) => kinds.includes(it));
    return occasion && kind && hearing('', event.cause) === 'hears' ? [{ event, occasion, kind }] : [];
  });
  const threads = heard.flatMap(({ event, occasion }) =>
    occasion.of === 'conversation' ? [event.subjectId] : [],
  );
  const ticketsOf = await ticketsOfConversations(reader, [...new Set(threads)]);
  const named = heard.map(({ event, occasion }) =>
    occasion.of === 'ticket' ? event.subjectId : ticketsOf.get(event.subjectId),
  );
  const ids = [...new Set(named.flatMap((id) => id ?? []))];
  const seen = new Map(
    (await reachableOf(reader, actor, await readTickets(reader, ids))).map((it) => [it.id, it]),
  );
  const looks = heard.flatMap(({ event, occasion, kind }, index) => {
    const ticket = seen.get(named[index] ?? '');
    // Of a ticket that was opened later there was nothing to run on.
    if (!ticket || ticket.createdAt > event.occurredAt) return [];
    const { score, seq } = occasion;
    return [{ kind, look: { ticket, at: event.occurredAt, before: occasion.before, score, seq } }];
  });
  const last = events.at(-1);
  const done = scanned + events.length;
  return {
    items: await hitsOf(reader, rule, looks),
    scanned: done,
    total: Math.max(total, done),
    next:
      last && events.length === stretch && done < most
        ? writeProgress({ scanned: done, total, at: last.occurredAt.toISOString(), id: last.id })
        : null,
  };
}

async function tryByTime(
  reader: Reader,
  actor: AgentActor,
  rule: RuleBody,
  progress: DryRunProgress | null,
): Promise<Stretch> {
  const statuses = statusesOf(rule.conditions).filter((status) => status !== 'closed');
  const total = progress?.total ?? (await countOfStatuses(reader, statuses, most));
  const scanned = progress?.scanned ?? 0;
  const limit = Math.min(stretch, most - scanned);
  const tickets = await listOfStatuses(reader, statuses, { after: progress?.id ?? null, limit });
  const looks = (await reachableOf(reader, actor, tickets)).map((ticket) => ({
    kind: 'time' as const,
    look: { ticket, at: reader.now, before: null, score: null, seq: null },
  }));
  const last = tickets.at(-1);
  const done = scanned + tickets.length;
  return {
    items: await hitsOf(reader, rule, looks),
    scanned: done,
    total: Math.max(total, done),
    next:
      last && tickets.length === stretch && done < most
        ? writeProgress({ scanned: done, total, at: reader.now.toISOString(), id: last.id })
        : null,
  };
}

/** Of the looks those in which the ticket fits, with what the actions would have made of it. */
async function hitsOf(
  reader: Reader,
  rule: RuleBody,
  looks: ReadonlyArray<{ kind: RunOccasion; look: Look }>,
): Promise<TrialHit[]> {
  const facts = await readFacts(
    reader,
    rule.conditions,
    looks.map(({ look }) => look),
  );
  return facts.flatMap((it, index): TrialHit[] => {
    const kind = looks[index]?.kind;
    if (!kind || it.ticket.mergedIntoId || !fits(rule.conditions, it)) return [];
    const { after, results } = planActions(it.ticket, rule.actions, it.at);
    return [hitOf(it.ticket, after, it.at, kind, results)];
  });
}

const hitOf = (
  before: TicketRecord,
  after: TicketRecord,
  at: Date,
  occasion: RunOccasion,
  results: TrialHit['results'],
): TrialHit => ({
  ticketId: before.id,
  ticketNumber: before.number,
  subject: before.subject,
  at: at.toISOString(),
  occasion,
  changes: changesBetween(before, after),
  results,
});
