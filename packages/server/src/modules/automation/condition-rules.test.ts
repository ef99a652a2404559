import { type RuleCondition, type RuleConditions, ticketPriority, ticketStatus } from '@fairlead/contract';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits, holds, statusesOf, type TicketFacts } from './condition-rules.ts';
import { someFacts } from './facts.testing.ts';

const hoursAgo = (hours: number) => new Date(someFacts().at.getTime() - hours * 3_600_000);
const since = (given: Partial<TicketFacts['since']>) => ({ since: { ...someFacts().since, ...given } });

describe('a condition', () => {
  test.each<[RuleCondition, Parameters<typeof someFacts>[0], boolean]>([
    [{ field: 'status', is: 'in', values: ['open', 'new'] }, {}, true],
    [{ field: 'status', is: 'not_in', values: ['open'] }, {}, false],
    [{ field: 'priority', is: 'in', values: ['urgent'] }, { ticket: { priority: 'urgent' } }, true],
    [{ field: 'category', is: 'in', values: ['deposit_withdrawal'] }, {}, true],
    [{ field: 'category', is: 'in', values: ['deposit_withdrawal.wrong_network'] }, {}, false],
    [{ field: 'category', is: 'not_in', values: ['deposit_withdrawal'] }, {}, false],
    [{ field: 'team', is: 'in', values: ['team'] }, {}, true],
    [{ field: 'team', is: 'in', values: ['team'] }, { ticket: { teamId: null } }, false],
    [{ field: 'team', is: 'not_in', values: ['team'] }, { ticket: { teamId: null } }, true],
    [{ field: 'assignee', is: 'in', values: ['mei'] }, { ticket: { assigneeId: 'mei' } }, true],
    [{ field: 'tier', is: 'in', values: ['vip'] }, { tier: 'vip' }, true],
    [{ field: 'tier', is: 'in', values: ['vip'] }, { tier: null }, false],
    [{ field: 'channel', is: 'in', values: ['chat'] }, {}, true],
    [{ field: 'source', is: 'not_in', values: ['portal'] }, {}, true],
    [{ field: 'language', is: 'in', values: ['en'] }, {}, true],
    [{ field: 'tags', is: 'in', values: ['a', 'b'] }, { ticket: { tags: ['b', 'c'] } }, true],
    [{ field: 'tags', is: 'not_in', values: ['a'] }, { ticket: { tags: ['b'] } }, true],
    [{ field: 'tags', is: 'not_in', values: ['b'] }, { ticket: { tags: ['b', 'c'] } }, false],
    [{ field: 'asset', is: 'in', values: ['XRP'] }, { ticket: { fields: { asset: 'XRP' } } }, true],
    [{ field: 'asset', is: 'in', values: ['XRP'] }, {}, false],
    [{ field: 'verified', is: true }, { verified: true }, true],
    [{ field: 'verified', is: false }, { verified: null }, false],
    [{ field: 'assigned', is: false }, {}, true],
    [{ field: 'assigned', is: true }, { ticket: { assigneeId: 'mei' } }, true],
    [{ field: 'back_office', is: true }, { ticket: { parentId: 'parent' } }, true],
    [{ field: 'subject', is: 'contains', words: ['DEPOSIT'] }, {}, true],
    [{ field: 'subject', is: 'contains_none', words: ['refund', 'deposit'] }, {}, false],
    [{ field: 'text', is: 'contains', words: ['被盗', 'hacked'] }, { text: '我的账户被盗了' }, true],
    [{ field: 'text', is: 'contains_none', words: ['hacked'] }, { text: '' }, true],
    [
      { field: 'form', key: 'network', is: 'in', values: ['tron'] },
      { ticket: { fields: { network: 'tron' } } },
      true,
    ],
    [
      { field: 'form', key: 'own_why', is: 'in', values: ['Late'] },
      { ticket: { fields: { own_why: 'lost,late' } } },
      true,
    ],
    [
      { field: 'form', key: 'own_why', is: 'in', values: ['late'] },
      { ticket: { fields: { own_why: 'lost' } } },
      false,
    ],
    [{ field: 'form', key: 'own_why', is: 'not_in', values: ['late'] }, {}, true],
    [{ field: 'amount', is: 'at_least', amount: 1000 }, { ticket: { fields: { amount: '1000.00' } } }, true],
    [{ field: 'amount', is: 'below', amount: 1000 }, { ticket: { fields: { amount: '999.999' } } }, true],
    [{ field: 'amount', is: 'below', amount: 1000 }, {}, false],
    [{ field: 'hours', since: 'status', is: 'at_least', hours: 48 }, since({ status: hoursAgo(48) }), true],
    [
      { field: 'hours', since: 'status', is: 'at_least', hours: 48 },
      since({ status: hoursAgo(47.9) }),
      false,
    ],
    [{ field: 'hours', since: 'customer', is: 'below', hours: 1 }, since({ customer: hoursAgo(0.5) }), true],
    [{ field: 'hours', since: 'agent', is: 'at_least', hours: 1 }, since({ agent: null }), false],
    [{ field: 'hours', since: 'agent', is: 'below', hours: 1 }, since({ agent: null }), false],
    [
      { field: 'status_before', is: 'in', values: ['pending'] },
      { before: { status: 'pending', priority: 'low' } },
      true,
    ],
    [{ field: 'status_before', is: 'in', values: ['pending'] }, { before: null }, false],
    [
      { field: 'priority_before', is: 'in', values: ['low'] },
      { before: { status: 'pending', priority: 'low' } },
      true,
    ],
    [{ field: 'score', is: 'at_most', score: 2 }, { score: 2 }, true],
    [{ field: 'score', is: 'at_least', score: 4 }, { score: null }, false],
  ])('%o of %o: %s', (condition, given, expected) => {
    expect(holds(condition, someFacts(given))).toBe(expected);
  });
});

const yes: RuleCondition = { field: 'assigned', is: false };
const no: RuleCondition = { field: 'assigned', is: true };

test.each<[RuleConditions, boolean]>([
  [{ all: [], any: [] }, true],
  [{ all: [yes], any: [] }, true],
  [{ all: [yes, no], any: [] }, false],
  [{ all: [], any: [no, yes] }, true],
  [{ all: [], any: [no] }, false],
  [{ all: [yes], any: [no, no] }, false],
])('%o fits: %s', (conditions, expected) => {
  expect(fits(conditions, someFacts())).toBe(expected);
});

const condition: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.record({
    field: fc.constant('status' as const),
    is: fc.constantFrom('in' as const, 'not_in' as const),
    values: fc.subarray(ticketStatus.options, { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant('priority' as const),
    is: fc.constantFrom('in' as const, 'not_in' as const),
    values: fc.subarray(ticketPriority.options, { minLength: 1 }),
  }),
  fc.record({ field: fc.constant('assigned' as const), is: fc.boolean() }),
);
const conditions = fc.record({
  all: fc.array(condition, { maxLength: 4 }),
  any: fc.array(condition, { maxLength: 4 }),
});
const facts = fc
  .record({
    status: fc.constantFrom(...ticketStatus.options),
    priority: fc.constantFrom(...ticketPriority.options),
    assigneeId: fc.constantFrom(null, 'mei'),
  })
  .map((ticket) => someFacts({ ticket }));

test('what is looked at by status leaves out no ticket that fits', () => {
  fc.assert(
    fc.property(conditions, facts, (asked, of) => {
      const lookedAt = statusesOf(asked).includes(of.ticket.status);
      expect(lookedAt || !fits(asked, of)).toBe(true);
    }),
  );
});

test('in and not in are each other’s opposite', () => {
  fc.assert(
    fc.property(condition, facts, (asked, of) => {
      if (!('values' in asked)) return;
      const other = { ...asked, is: asked.is === 'in' ? 'not_in' : 'in' } as RuleCondition;
      expect(holds(other, of)).toBe(!holds(asked, of));
    }),
  );
});

test('more of what all must hold fits less, more of what any may hold fits more', () => {
  fc.assert(
    fc.property(conditions, condition, facts, ({ all, any }, more, of) => {
      const [plain, narrower] = [fits({ all, any }, of), fits({ all: [...all, more], any }, of)];
      expect(plain || !narrower).toBe(true);
      const wider = any.length === 0 || fits({ all, any: [...any, more] }, of);
      expect(wider || !plain).toBe(true);
    }),
  );
});
