import type { RuleRun } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { runOfEntry } from './run-of-entry.ts';

const at = '2026-11-20T10:00:00.000Z';
const run: RuleRun = {
  id: 'run',
  ruleId: 'b',
  ruleName: 'Stolen account',
  ticketId: 'ticket',
  ticketNumber: 10_001,
  ticketSubject: 'Help',
  at,
  occasion: 'ticket_opened',
  outcome: 'done',
  results: [],
  changes: [{ field: 'priority', before: 'low', after: 'urgent' }],
  undoUntil: at,
  undoneAt: null,
};

test.each([
  ['rule:b', at, 'ticket.changed', 'Stolen account', run],
  ['rule:a,b', at, 'ticket.changed', 'Stolen account', run],
  ['rule:a+b', at, 'ticket.changed', 'Stolen account', run],
  ['rule:b', at, 'ticket.commented', 'Stolen account', undefined],
  ['rule:b', '2026-11-20T11:00:00.000Z', 'ticket.changed', 'Stolen account', undefined],
  ['rule:gone', at, 'ticket.changed', null, undefined],
  ['routing', at, 'ticket.changed', undefined, undefined],
  [null, at, 'ticket.changed', undefined, undefined],
] as const)('an entry caused by %o at %s, %s: %o', (cause, when, type, name, found) => {
  expect(runOfEntry({ cause, at: when, type }, [run])).toEqual({ name, run: found });
});
