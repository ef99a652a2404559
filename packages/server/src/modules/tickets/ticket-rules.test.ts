import { type TicketStatus, ticketStatus } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../platform/fail.ts';
import { someTicket } from './ticket.testing.ts';
import {
  type Assignment,
  decideAlong,
  decideAnswered,
  decideAssign,
  decideExpire,
  decideStatus,
  refuseMerge,
  threadMovesAlong,
  withStatus,
} from './ticket-rules.ts';

const begin = new Date('2026-11-20T10:00:00Z');
const later = (hours: number) => new Date(begin.getTime() + hours * 3_600_000);
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
};
const all = ticketStatus.options;

describe('an agent moves a ticket', () => {
  const allowed: Record<TicketStatus, TicketStatus[]> = {
    new: ['open', 'pending', 'on_hold', 'solved'],
    open: ['pending', 'on_hold', 'solved'],
    pending: ['open', 'solved'],
    on_hold: ['open', 'solved'],
    solved: ['open', 'closed'],
    closed: [],
  };
  const pairs = all.flatMap((from) => all.map((to) => ({ from, to })));
  test.each(pairs)('from $from to $to', ({ from, to }) => {
    const ticket = someTicket({ status: from, solvedAt: from === 'solved' ? begin : null });
    if (from === to) expect(decideStatus(ticket, to, later(1))).toBeNull();
    else if (allowed[from].includes(to)) {
      expect(decideStatus(ticket, to, later(1))).toMatchObject({ status: to, statusAt: later(1) });
    } else {
      const code = from === 'closed' ? 'ticket.closed' : 'ticket.move_refused';
      expect(codeOf(() => decideStatus(ticket, to, later(1)))).toBe(code);
    }
  });

  test('whatever was done to it, its times say whether it is solved and closed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all), { maxLength: 12 }), (moves) => {
        let ticket = someTicket({ status: 'new' });
        let reopened = 0;
        for (const [index, to] of moves.entries()) {
          const before = ticket;
          if (codeOf(() => (ticket = decideStatus(ticket, to, later(index)) ?? ticket))) continue;
          if (before.status === 'solved' && ticket.status === 'open') reopened++;
        }
        expect(ticket.solvedAt !== null).toBe(['solved', 'closed'].includes(ticket.status));
        expect(ticket.closedAt !== null).toBe(ticket.status === 'closed');
        expect(ticket.reopenedCount).toBe(reopened);
      }),
    );
  });
});

describe('the customer writes', () => {
  test.each([
    { status: 'new', hours: 1, does: 'stays' },
    { status: 'open', hours: 1, does: 'stays' },
    { status: 'pending', hours: 1, does: 'opens' },
    { status: 'on_hold', hours: 1, does: 'opens' },
    { status: 'pending', hours: 0, does: 'stays' },
    { status: 'solved', hours: -1, does: 'stays' },
    { status: 'solved', hours: 7 * 24, does: 'opens' },
    { status: 'solved', hours: 7 * 24 + 1, does: 'follows' },
    { status: 'closed', hours: 1, does: 'follows' },
  ] as const)('on a ticket that is $status, after $hours hours: it $does', ({ status, hours, does }) => {
    const ticket = someTicket({ status, solvedAt: status === 'solved' ? begin : null });
    const answered = decideAnswered(ticket, later(hours), 7);
    expect(answered.kind).toBe(does);
    if (answered.kind !== 'opens') return;
    const reopened = status === 'solved' ? 1 : 0;
    expect(answered.after).toMatchObject({ status: 'open', solvedAt: null, reopenedCount: reopened });
  });

  test('nothing is reopened where a solved ticket never is', () => {
    const ticket = someTicket({ status: 'solved', solvedAt: begin });
    expect(decideAnswered(ticket, later(1), 0)).toEqual({ kind: 'follows' });
  });
});

test.each([
  { status: 'solved', hours: 7 * 24 - 1, closes: false },
  { status: 'solved', hours: 7 * 24, closes: true },
  { status: 'open', hours: 7 * 24, closes: false },
] as const)('a ticket that is $status for $hours hours closes: $closes', ({ status, hours, closes }) => {
  const ticket = someTicket({ status, solvedAt: status === 'solved' ? begin : null });
  const after = decideExpire(ticket, 7, later(hours));
  expect(after?.status).toBe(closes ? 'closed' : undefined);
  if (after) expect(after.solvedAt).toEqual(begin);
});

describe('its conversation goes elsewhere', () => {
  const from = { teamId: 'team', assigneeId: 'mei' };
  const to = { teamId: 'cards', assigneeId: 'bao' };
  const known = { threadTeamId: 'cards', threadAssigneeId: 'bao' };
  test.each([
    { stands: { teamId: 'team', assigneeId: 'mei' }, goes: { teamId: 'cards', assigneeId: 'bao' } },
    { stands: { teamId: 'team', assigneeId: null }, goes: { teamId: 'cards', assigneeId: 'bao' } },
    { stands: { teamId: null, assigneeId: null }, goes: { teamId: 'cards', assigneeId: 'bao' } },
    { stands: { teamId: 'apart', assigneeId: null }, goes: { teamId: 'apart', assigneeId: null } },
    { stands: { teamId: 'team', assigneeId: 'kim' }, goes: { teamId: 'team', assigneeId: 'kim' } },
  ])('a ticket at $stands goes to $goes', ({ stands, goes }) => {
    const after = decideAlong(someTicket(stands), from, to, later(1));
    expect(after).toMatchObject({ ...goes, ...known });
  });

  test('one that is new is open once somebody has it, and nothing happens twice', () => {
    const after = decideAlong(someTicket({ status: 'new' }), { ...from, assigneeId: null }, to, later(1));
    expect(after?.status).toBe('open');
    expect(after && decideAlong(after, { ...from, assigneeId: null }, to, later(2))).toBeNull();
  });

  test('a closed one stays, and knows', () => {
    const ticket = someTicket({ status: 'closed', assigneeId: 'mei' });
    expect(decideAlong(ticket, from, to, later(1))).toMatchObject({ assigneeId: 'mei', ...known });
  });
});

describe('an agent gives a ticket to somebody', () => {
  const by = { agentId: 'mei', holder: 'Bao' };
  const cases: Array<{ has: string | null; to: Assignment; becomes: object | null | string }> = [
    { has: null, to: { to: 'me' }, becomes: { assigneeId: 'mei', status: 'open' } },
    { has: 'mei', to: { to: 'me' }, becomes: null },
    { has: 'bao', to: { to: 'me' }, becomes: 'ticket.already_assigned' },
    { has: 'bao', to: { to: 'agent', agentId: 'kim' }, becomes: { assigneeId: 'kim', teamId: 'team' } },
    { has: 'bao', to: { to: 'team', teamId: 'cards' }, becomes: { assigneeId: null, teamId: 'cards' } },
    { has: 'bao', to: { to: 'nobody' }, becomes: { assigneeId: null, teamId: 'team' } },
    { has: null, to: { to: 'nobody' }, becomes: null },
  ];
  test.each(cases)('$has has it, it goes to $to', ({ has, to, becomes }) => {
    const act = () =>
      decideAssign(someTicket({ assigneeId: has, status: has ? 'open' : 'new' }), to, by, later(1));
    if (typeof becomes === 'string') expect(codeOf(act)).toBe(becomes);
    else if (becomes === null) expect(act()).toBeNull();
    else expect(act()).toMatchObject(becomes);
  });
  test('but not a closed one', () => {
    const closed = someTicket({ status: 'closed' });
    expect(codeOf(() => decideAssign(closed, { to: 'me' }, by, later(1)))).toBe('ticket.closed');
  });
});

test('threads go along with their tickets, except where they are spoken live', () => {
  expect([null, 'chat', 'email', 'telegram'].map(threadMovesAlong)).toEqual([false, false, true, true]);
});

describe('merging', () => {
  const source = someTicket({ id: 'a' });
  test.each([
    { target: someTicket({ id: 'b' }), refused: undefined },
    { target: source, refused: 'ticket.merge_refused' },
    { target: someTicket({ id: 'b', customerId: 'another' }), refused: 'ticket.merge_refused' },
    { target: someTicket({ id: 'b', isTracker: true }), refused: 'ticket.merge_refused' },
    { target: withStatus(someTicket({ id: 'b' }), 'closed', later(1)), refused: 'ticket.closed' },
  ])('into $target.id of $target.customerId ($target.status): $refused', ({ target, refused }) => {
    expect(codeOf(() => refuseMerge(source, target))).toBe(refused);
  });
  test('takes a customer', () => {
    const [one, other] = [someTicket({ customerId: null }), someTicket({ id: 'b', customerId: null })];
    expect(codeOf(() => refuseMerge(one, other))).toBe('ticket.merge_refused');
  });
});
