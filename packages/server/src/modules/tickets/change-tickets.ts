import type { RiskReason, Ticket } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Announcement, announceAll } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { ticketChanged, ticketChildrenSolved } from './events.ts';
import { hintTicket } from './hints.ts';
import { presentTickets } from './present-tickets.ts';
import type { TicketRecord } from './ticket.ts';
import { changedParts, standingOf } from './ticket-facts.ts';
import { isActive } from './ticket-rules.ts';
import { countWaitedFor, lockTickets, saveTickets } from './ticket-store.ts';

/** What a use case decided on one ticket. */
export interface TicketChange {
  readonly actor: Actor;
  /** As it was locked. */
  readonly before: TicketRecord;
  readonly after: TicketRecord;
  /** What is announced besides what lies between the two. */
  readonly facts?: ReadonlyArray<Omit<Announcement, 'actor' | 'subjectId'>>;
  readonly cause?: string;
  /** The reasons by which its priority was weighed; only that leaves it free to follow what is at risk. */
  readonly because?: readonly RiskReason[];
}

/** The same, done. */
export interface ChangedTicket {
  readonly record: TicketRecord;
  readonly ticket: Ticket;
}

/**
 * The one way in which tickets change: saves what was decided, announces the facts in the same transaction, lets parents know whose
 * last child is solved, and hints to whoever watches once it is committed. Several changes share their statements. Answers in
 * the order of `changes`.
 */
export async function changeTickets(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  changes: readonly TicketChange[],
): Promise<ChangedTicket[]> {
  if (changes.length === 0) return [];
  const parts = changes.map(({ before, after }) => changedParts(before, after));
  const saved = await saveTickets(
    tx,
    changes.map((change, index) => {
      const { before, after, facts = [], because } = change;
      const decided = because !== undefined || after.prioritySet !== before.prioritySet;
      const chosen = after.priority !== before.priority && !decided;
      const settled = chosen ? { ...after, prioritySet: true } : after;
      return (parts[index]?.length ?? 0) + facts.length > 0 ? { ...settled, updatedAt: tx.now } : settled;
    }),
  );
  await announceAll(
    tx,
    changes.flatMap((change, index) => factsOf(change, parts[index] ?? [])),
  );
  const tickets = await presentTickets(tx, saved);
  const done = saved.flatMap((record, index): ChangedTicket[] => {
    const ticket = tickets[index];
    if (!ticket) return [];
    hintTicket(tx, platform.live, changes[index]?.before ?? null, record, ticket);
    return [{ record, ticket }];
  });
  await tellParents(tx, platform, changes);
  return done;
}

/** One change; see changeTickets. With nothing decided (`after` is null) nothing is written and nobody is told. */
export async function changeTicket(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  decided: Omit<TicketChange, 'after'> & { after: TicketRecord | null },
): Promise<ChangedTicket> {
  const { after, before } = decided;
  if (!after) {
    const [ticket] = await presentTickets(tx, [before]);
    if (!ticket) throw new Error('a ticket has no view');
    return { record: before, ticket };
  }
  const [changed] = await changeTickets(tx, platform, [{ ...decided, after }]);
  if (!changed) throw new Error('nothing was changed');
  return changed;
}

function factsOf(change: TicketChange, parts: ReturnType<typeof changedParts>): Announcement[] {
  const { actor, before, after, facts = [], cause, because } = change;
  const whole = { actor, subjectId: after.id, ...(cause ? { cause } : {}) };
  const standings = { before: standingOf(before), after: standingOf(after) };
  const changed = { ...standings, parts: [...parts], ...(because ? { because: [...because] } : {}) };
  return [
    ...(parts.length > 0
      ? [{ ...whole, event: ticketChanged as Announcement['event'], payload: changed }]
      : []),
    ...facts.map((fact) => ({ ...whole, ...fact })),
  ];
}

/** A ticket that waits for nothing any more says so in its time line. Parents are held meanwhile, so that of two last children one tells. */
async function tellParents(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  changes: readonly TicketChange[],
): Promise<void> {
  const endedBy = new Map<string, TicketChange>();
  for (const change of changes) {
    const { before, after } = change;
    const ended = isActive(before) && before.parentWaits && !(isActive(after) && after.parentWaits);
    if (ended && after.parentId) endedBy.set(after.parentId, change);
  }
  if (endedBy.size === 0) return;
  const parents = await lockTickets(tx, [...endedBy.keys()]);
  const told: TicketChange[] = [];
  for (const [id, parent] of parents) {
    const child = endedBy.get(id);
    if (!child || (await countWaitedFor(tx, id)) > 0) continue;
    const fact = {
      event: ticketChildrenSolved as Announcement['event'],
      payload: { childId: child.after.id },
    };
    told.push({ actor: child.actor, before: parent, after: parent, facts: [fact] });
  }
  await changeTickets(tx, platform, told);
}
