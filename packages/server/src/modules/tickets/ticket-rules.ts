import { isActiveStatus, statusMoves, type TicketStatus } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import type { ThreadStanding, TicketRecord } from './ticket.ts';

/** What a decision answers: the ticket as it should be, or null when it is so already. */
type Decision = TicketRecord | null;

const day = 24 * 3_600_000;

/** Whether a ticket is worked on: neither solved nor closed. */
export function isActive({ status }: Pick<TicketRecord, 'status'>): boolean {
  return isActiveStatus(status);
}

/** Closed tickets are history: nothing about them changes any more. */
export function refuseClosed({ status }: Pick<TicketRecord, 'status'>): void {
  if (status === 'closed') throw fail('ticket.closed');
}

/** An agent has begun to deal with it: what was new is open. */
export function begun(ticket: TicketRecord, now: Date): TicketRecord {
  return ticket.status === 'new' ? { ...ticket, status: 'open', statusAt: now } : ticket;
}

/** An agent moves a ticket to a status. Throws `ticket.closed` or `ticket.move_refused`. */
export function decideStatus(before: TicketRecord, to: TicketStatus, now: Date): Decision {
  if (before.status === to) return null;
  refuseClosed(before);
  if (!statusMoves[before.status].includes(to))
    throw fail('ticket.move_refused', { from: before.status, to });
  return withStatus(before, to, now);
}

/** The ticket in another status, with the times and counts that go with it. */
export function withStatus(before: TicketRecord, to: TicketStatus, now: Date): TicketRecord {
  return {
    ...before,
    status: to,
    statusAt: now,
    solvedAt: to === 'solved' ? now : to === 'closed' ? (before.solvedAt ?? now) : null,
    closedAt: to === 'closed' ? now : null,
    reopenedCount: before.reopenedCount + (before.status === 'solved' && to !== 'closed' ? 1 : 0),
  };
}

/** What a customer's message does: nothing, open the ticket again, or begin one that follows it. */
export type Answered = { kind: 'stays' } | { kind: 'opens'; after: TicketRecord } | { kind: 'follows' };

/**
 * The customer wrote at `at`. What waited for them is open again; what was solved too, for `reopenDays`; after that, and once it is
 * closed, a ticket that follows it begins. A message from before the ticket got its status (one that is told of again) changes nothing.
 */
export function decideAnswered(before: TicketRecord, at: Date, reopenDays: number): Answered {
  if (at <= before.statusAt) return { kind: 'stays' };
  switch (before.status) {
    case 'new':
    case 'open':
      return { kind: 'stays' };
    case 'pending':
    case 'on_hold':
      return { kind: 'opens', after: withStatus(before, 'open', at) };
    case 'solved': {
      const since = at.getTime() - (before.solvedAt ?? before.statusAt).getTime();
      return since <= reopenDays * day
        ? { kind: 'opens', after: withStatus(before, 'open', at) }
        : { kind: 'follows' };
    }
    case 'closed':
      return { kind: 'follows' };
  }
}

/** Solved long enough, it is closed; null when it is not, or was reopened meanwhile. */
export function decideExpire(before: TicketRecord, closeDays: number, now: Date): Decision {
  if (before.status !== 'solved' || !before.solvedAt) return null;
  if (now.getTime() - before.solvedAt.getTime() < closeDays * day) return null;
  return withStatus(before, 'closed', now);
}

/**
 * Its conversation went from one standing to another: a ticket that stood the same (or nowhere) goes along, one that was set apart
 * stays. Either way it remembers where the conversation stands.
 */
export function decideAlong(
  before: TicketRecord,
  from: ThreadStanding,
  to: ThreadStanding,
  now: Date,
): Decision {
  const known = { threadTeamId: to.teamId, threadAssigneeId: to.assigneeId };
  const together =
    (before.teamId === null || before.teamId === from.teamId) &&
    (before.assigneeId === null || before.assigneeId === from.assigneeId);
  const after =
    together && before.status !== 'closed'
      ? { ...before, ...known, teamId: to.teamId, assigneeId: to.assigneeId }
      : { ...before, ...known };
  const moved = after.assigneeId !== null && after.assigneeId !== before.assigneeId;
  const decided = moved ? begun(after, now) : after;
  return isSame(before, decided) ? null : decided;
}

const isSame = (a: TicketRecord, b: TicketRecord) =>
  a.teamId === b.teamId &&
  a.assigneeId === b.assigneeId &&
  a.threadTeamId === b.threadTeamId &&
  a.threadAssigneeId === b.threadAssigneeId &&
  a.status === b.status;

/** To whom an agent gives a ticket. */
export type Assignment =
  | { to: 'me' }
  | { to: 'nobody' }
  | { to: 'agent'; agentId: string }
  | { to: 'team'; teamId: string };

/**
 * An agent gives a ticket to somebody. Taking it for oneself is refused when somebody else has it (`holder` is their name): of two
 * who take at once one wins. Throws `ticket.closed` or `ticket.already_assigned`.
 */
export function decideAssign(
  before: TicketRecord,
  assignment: Assignment,
  by: { agentId: string; holder: string },
  now: Date,
): Decision {
  refuseClosed(before);
  const given = assigned(before, assignment, by);
  if (given.teamId === before.teamId && given.assigneeId === before.assigneeId) return null;
  return begun(given, now);
}

function assigned(
  before: TicketRecord,
  assignment: Assignment,
  by: { agentId: string; holder: string },
): TicketRecord {
  switch (assignment.to) {
    case 'me':
      if (before.assigneeId !== null && before.assigneeId !== by.agentId) {
        throw fail('ticket.already_assigned', { agent: by.holder });
      }
      return { ...before, assigneeId: by.agentId };
    case 'nobody':
      return { ...before, assigneeId: null };
    case 'agent':
      return { ...before, assigneeId: assignment.agentId };
    case 'team':
      return { ...before, teamId: assignment.teamId, assigneeId: null };
  }
}

/** Whether a conversation moves along with its ticket: live chat is answered by who is there now, whoever deals with the case. */
export function threadMovesAlong(channel: string | null): boolean {
  return channel !== null && channel !== 'chat';
}

/**
 * Whether one ticket can be merged into another. Throws `ticket.closed`, `ticket.merge_refused`, or `ticket.merge_into_back_office` where what a customer asked would
 * go on where they cannot see it.
 */
export function refuseMerge(source: TicketRecord, target: TicketRecord): void {
  refuseClosed(source);
  refuseClosed(target);
  const same = source.customerId !== null && source.customerId === target.customerId;
  if (!same || source.id === target.id || source.isTracker || target.isTracker)
    throw fail('ticket.merge_refused');
  if (source.parentId === null && target.parentId !== null) throw fail('ticket.merge_into_back_office');
}
