import type { RuleBody } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { isComplete, problemOfCondition } from './rule-problems.ts';

test('a condition needs values, and a rule a name, events and actions', () => {
  expect(problemOfCondition({ field: 'status', is: 'in', values: [] })).toBe('incomplete');
  expect(problemOfCondition({ field: 'status', is: 'in', values: ['open'] })).toBeNull();
  const whole: RuleBody = {
    name: 'A rule',
    enabled: true,
    trigger: { on: 'event', events: ['ticket_opened'] },
    conditions: { all: [], any: [] },
    actions: [{ do: 'set_priority', priority: 'high' }],
  };
  expect(isComplete(whole)).toBe(true);
  expect(isComplete({ ...whole, name: ' ' })).toBe(false);
  expect(isComplete({ ...whole, trigger: { on: 'event', events: [] } })).toBe(false);
  expect(isComplete({ ...whole, actions: [] })).toBe(false);
});
