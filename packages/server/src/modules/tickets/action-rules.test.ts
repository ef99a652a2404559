import type { TicketAction } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import { decidePlain, isPlain, type PlainAction } from './action-rules.ts';
import { someTicket } from './ticket.testing.ts';

const now = new Date('2026-11-21T10:00:00Z');
const decide = (action: PlainAction, given: Parameters<typeof someTicket>[0] = {}) =>
  decidePlain(someTicket(given), action, now);

describe('an action', () => {
  test.each<[PlainAction, object, object]>([
    [{ do: 'set_priority', priority: 'urgent' }, {}, { priority: 'urgent' }],
    [{ do: 'set_status', status: 'pending' }, {}, { status: 'pending', statusAt: now }],
    [
      { do: 'set_category', category: 'futures' },
      { fields: { amount: '5' } },
      { category: 'futures', fields: { amount: '5' } },
    ],
    [{ do: 'set_team', teamId: 'other' }, { assigneeId: 'mei' }, { teamId: 'other', assigneeId: null }],
    [{ do: 'set_assignee', agentId: 'mei' }, {}, { assigneeId: 'mei', status: 'open' }],
    [{ do: 'set_assignee', agentId: null }, { assigneeId: 'mei' }, { assigneeId: null }],
    [{ do: 'add_tags', tags: ['vip', 'old'] }, { tags: ['old'] }, { tags: ['old', 'vip'] }],
    [{ do: 'remove_tags', tags: ['old', 'none'] }, { tags: ['old', 'vip'] }, { tags: ['vip'] }],
  ])('%o on %o', (action, given, expected) => {
    expect(decide(action, given)).toMatchObject(expected);
  });

  test.each<[PlainAction, object]>([
    [{ do: 'set_priority', priority: 'normal' }, { prioritySet: true }],

    [{ do: 'set_status', status: 'open' }, {}],
    [{ do: 'set_team', teamId: 'team' }, { assigneeId: 'mei' }],
    [{ do: 'set_assignee', agentId: 'mei' }, { assigneeId: 'mei' }],
    [{ do: 'add_tags', tags: ['old'] }, { tags: ['old'] }],
    [{ do: 'remove_tags', tags: ['none'] }, { tags: ['old'] }],
  ])('%o changes nothing where it is so already', (action, given) => {
    const before = someTicket(given);
    expect(decidePlain(before, action, now)).toBe(before);
  });

  test('adds to a checklist what is not on it', () => {
    const action: PlainAction = { do: 'add_checklist', entries: ['Freeze', 'Call'] };
    const once = decide(action);
    expect(once.checklist.map(({ text, doneAt }) => [text, doneAt])).toEqual([
      ['Freeze', null],
      ['Call', null],
    ]);
    expect(decidePlain(once, action, now)).toBe(once);
  });

  test.each<[PlainAction, object, string]>([
    [{ do: 'set_priority', priority: 'urgent' }, { status: 'closed' }, 'ticket.closed'],
    [{ do: 'set_status', status: 'open' }, { status: 'closed' }, 'ticket.closed'],
    [{ do: 'set_status', status: 'closed' }, {}, 'ticket.move_refused'],
    [
      { do: 'add_tags', tags: ['one'] },
      { tags: Array.from({ length: 20 }, (_, at) => `t${at}`) },
      'ticket.too_many_tags',
    ],
  ])('%o on %o is refused: %s', (action, given, code) => {
    expect(() => decide(action, given)).toThrow(expect.objectContaining({ code }));
  });

  test('that says something to somebody is not one that changes the ticket alone', () => {
    const note: TicketAction = { do: 'write_note', text: 'Look' };
    expect([note, { do: 'set_priority', priority: 'low' } as const].map(isPlain)).toEqual([false, true]);
  });
});
