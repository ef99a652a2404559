import type { TicketAction } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { problemOfAction } from './action-problem.ts';
import { actionKinds, newAction } from './new-action.ts';

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
