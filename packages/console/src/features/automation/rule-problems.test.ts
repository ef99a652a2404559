import type { RuleBody, TicketAction } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { actionKinds, newAction } from '../tickets/actions/new-action.ts';
import { isComplete, problemOfAction, problemOfCondition } from './rule-problems.ts';

test.each([
  ['set_priority', null],
  ['set_team', 'incomplete'],
  ['set_assignee', null],
  ['add_tags', 'incomplete'],
  ['write_note', 'incomplete'],
  ['reply', 'incomplete'],
  ['notify', 'incomplete'],
  ['open_child', 'incomplete'],
] as const)('a new action %s: %s', (kind, problem) => {
  expect(problemOfAction(newAction(kind))).toBe(problem);
});

test('every action that is offered is of its kind', () => {
  expect(actionKinds.map((kind) => newAction(kind).do)).toEqual(actionKinds);
});

test.each<[TicketAction, string[]]>([
  [{ do: 'write_note', text: 'See {ticket.numer}' }, ['ticket.numer']],
  [{ do: 'reply', texts: { en: 'Hello {customer.name}', ja: '{name} 様' }, fallback: 'en' }, ['name']],
])('%o names placeholders that there are none of', (action, placeholders) => {
  expect(problemOfAction(action)).toEqual({ placeholders });
});

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
