import type { Ticket, ViewCondition, ViewFilter } from '@fairlead/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from './apply-event.ts';
import { sampleId, sampleMoment, sampleTicket } from './samples.ts';
import {
  belongsTo,
  compareTickets,
  fits,
  ruleOf,
  type TicketListState,
  type TicketQuery,
  withoutTicket,
  withTicket,
} from './ticket-list-state.ts';

const me = sampleId(700);
const viewer = { agentId: me, teamIds: [sampleId(800)], now: Date.parse(sampleMoment(100)) };
const list = (query: TicketQuery, items: readonly Ticket[] = [], complete = true): TicketListState => ({
  query,
  rule: ruleOf(query.view, []),
  items,
  complete,
  stale: false,
});
const ids = (state: TicketListState) => state.items.map((item) => item.id);

describe('a condition', () => {
  const solved = sampleTicket({ status: 'solved', solvedAt: sampleMoment(0), updatedAt: sampleMoment(90) });
  it.each<[ViewCondition, Ticket, boolean]>([
    [{ field: 'status', in: ['new', 'open'] }, sampleTicket(), true],
    [{ field: 'status', in: ['solved'] }, sampleTicket(), false],
    [{ field: 'category', in: ['deposit_withdrawal'] }, sampleTicket(), true],
    [{ field: 'category', in: ['trading'] }, sampleTicket(), false],
    [{ field: 'team', in: [sampleId(801)] }, sampleTicket(), false],
    [{ field: 'assignee', in: [me] }, sampleTicket({ assigneeId: null }), false],
    [{ field: 'channel', in: ['chat'] }, sampleTicket({ channel: null }), false],
    [{ field: 'tags', in: ['vip', 'xrp'] }, sampleTicket({ tags: ['xrp'] }), true],
    [{ field: 'tags', in: ['vip'] }, sampleTicket({ tags: ['xrp'] }), false],
    [{ field: 'mine' }, sampleTicket(), true],
    [{ field: 'mine' }, sampleTicket({ assigneeId: sampleId(701) }), false],
    [{ field: 'followed' }, sampleTicket({ followerIds: [me] }), true],
    [{ field: 'my_teams' }, sampleTicket(), true],
    [{ field: 'my_teams' }, sampleTicket({ teamId: null }), false],
    [{ field: 'unassigned' }, sampleTicket({ assigneeId: null }), true],
    [{ field: 'tracker' }, sampleTicket(), false],
    [{ field: 'breached' }, sampleTicket(), false],
    [{ field: 'breached' }, sampleTicket({ dueAt: sampleMoment(100) }), true],
    [{ field: 'breached' }, sampleTicket({ dueAt: sampleMoment(101) }), false],
    [{ field: 'due', hours: 1 }, sampleTicket({ dueAt: sampleMoment(100) }), false],
    [{ field: 'due', hours: 1 }, sampleTicket({ dueAt: sampleMoment(160) }), true],
    [{ field: 'due', hours: 1 }, sampleTicket({ dueAt: sampleMoment(161) }), false],
    [{ field: 'due', hours: 1 }, sampleTicket(), false],
    [{ field: 'solved', age: 'within', hours: 1 }, solved, false],
    [{ field: 'solved', age: 'within', hours: 2 }, solved, true],
    [{ field: 'solved', age: 'before', hours: 1 }, solved, true],
    [{ field: 'solved', age: 'before', hours: 1 }, sampleTicket(), false],
  ])('%j', (condition, ticket, expected) => {
    expect(fits({ all: [condition], any: [] }, ticket, viewer)).toBe(expected);
    expect(fits({ all: [], any: [condition] }, ticket, viewer)).toBe(expected);
  });
});

describe('whether a ticket belongs', () => {
  const urgent: ViewFilter = { all: [{ field: 'priority', in: ['urgent'] }], any: [] };
  it.each<[string, TicketQuery, Partial<Ticket>, boolean | 'unknown']>([
    ['mine', { view: 'mine' }, {}, true],
    ['mine, solved', { view: 'mine' }, { status: 'solved' }, false],
    ['a customer’s, closed or not', { customerId: sampleTicket().customer?.id }, { status: 'closed' }, true],
    ['another customer’s', { customerId: sampleId(999) }, {}, false],
    ['of a conversation', { conversationId: sampleId(1) }, {}, true],
    ['a filter that does not hold', { view: 'mine', filter: urgent }, {}, false],
    ['a search', { q: 'memo' }, {}, 'unknown'],
    ['a saved view that is not known here', { view: sampleId(5) }, {}, 'unknown'],
  ])('%s', (_, query, with_, expected) => {
    expect(belongsTo(list(query), sampleTicket(with_), viewer)).toBe(expected);
  });
});

describe('a list after a change', () => {
  const [a, b] = [sampleTicket({ n: 1 }), sampleTicket({ n: 2 })];
  const news = (with_: Partial<Ticket>) => ({ ...a, version: 2, updatedAt: sampleMoment(50), ...with_ });
  it('brings the latest to the top, and takes out what no longer fits', () => {
    const before = list({ view: 'mine' }, [b, a]);
    expect(ids(withTicket(before, news({}), viewer))).toEqual([a.id, b.id]);
    expect(ids(withTicket(before, news({ status: 'solved' }), viewer))).toEqual([b.id]);
    expect(ids(withoutTicket(before, a.id))).toEqual([b.id]);
  });

  it('leaves for the next page what falls behind the last that is loaded', () => {
    const older = { ...a, updatedAt: sampleMoment(0) };
    expect(ids(withTicket(list({ view: 'mine' }, [b], false), older, viewer))).toEqual([b.id]);
    expect(ids(withTicket(list({ view: 'mine' }, [b]), older, viewer))).toEqual([b.id, a.id]);
  });

  it('takes no old news', () => {
    const before = list({ view: 'mine' }, [{ ...a, version: 3 }]);
    expect(withTicket(before, news({ status: 'closed' }), viewer)).toBe(before);
  });

  it('asks again for a view that only the server knows', () => {
    expect(withTicket(list({ view: sampleId(5) }, [b]), a, viewer).stale).toBe(true);
    expect(withTicket(list({ q: 'memo' }, [b]), a, viewer)).toMatchObject({ stale: false, items: [b] });
  });

  it('stays in order, whatever changes and however it is sorted', () => {
    const change = fc.record({
      n: fc.integer({ min: 1, max: 6 }),
      minute: fc.integer({ min: 0, max: 59 }),
      dueAt: fc.option(fc.integer({ min: 0, max: 3 }).map(sampleMoment)),
      priority: fc.constantFrom('low', 'normal', 'high', 'urgent'),
      status: fc.constantFrom('open', 'solved'),
    });
    const order = fc.record({
      sort: fc.constantFrom('updated', 'created', 'priority', 'due'),
      direction: fc.constantFrom('asc', 'desc'),
    });
    fc.assert(
      fc.property(order, fc.array(change, { maxLength: 20 }), (query, changes) => {
        const after = changes.reduce(
          (state, { minute, ...with_ }, version) =>
            withTicket(state, sampleTicket({ ...with_, version, updatedAt: sampleMoment(minute) }), viewer),
          list(query as TicketQuery),
        );
        expect(after.items).toEqual([...after.items].sort(compareTickets(after)));
        expect(new Set(ids(after)).size).toBe(new Set(changes.map(({ n }) => n)).size);
      }),
    );
  });
});

it('is kept up by events, which may come twice or late', () => {
  const held = sampleTicket();
  const state = {
    agentId: me,
    teamIds: viewer.teamIds,
    conversations: {},
    threads: {},
    ticketLists: { mine: list({ view: 'mine' }, [held]) },
  };
  const solved = { ...held, version: 3, status: 'solved' } as const;
  const after = [solved, { ...held, version: 2 }, solved]
    .map((ticket) => ({ type: 'ticket.changed', ticket }) as const)
    .reduce(apply, state);
  expect(after.tickets?.[held.id]).toEqual(solved);
  expect(after.ticketLists?.['mine']?.items).toEqual([]);
  expect(apply(after, { type: 'ticket.removed', ticketId: held.id }).tickets).toEqual({});
});
