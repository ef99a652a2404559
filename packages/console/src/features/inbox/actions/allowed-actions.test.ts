import { type Conversation, permissionsOf, type Role } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { sampleConversation, sampleId } from '../../../live/samples.ts';
import { allowedActions, assignKeyOf } from './allowed-actions.ts';

const me = sampleId(700);
const other = sampleId(701);
const actionsOf = (role: Role, with_: Partial<Conversation>) => {
  const held = permissionsOf([role]);
  return allowedActions(sampleConversation(with_), me, (permission) => held.has(permission));
};
const allowed = (role: Role, with_: Partial<Conversation>) =>
  Object.entries(actionsOf(role, with_))
    .flatMap(([name, value]) => (value === true ? name : value === false ? [] : String(value)))
    .toSorted()
    .join(' ');

it.each<[string, Role, Partial<Conversation>, string]>([
  ['my own', 'agent', { assigneeId: me }, 'close give release reply transfer'],
  ['my own by e-mail', 'agent', { assigneeId: me, channel: 'email' }, 'close release reply transfer'],
  ['with the assistant', 'agent', { assigneeId: null, state: 'bot' }, 'close reply take transfer'],
  ['offered to me', 'agent', { assigneeId: me, accepted: false }, 'accept close reply transfer'],
  [
    'waiting',
    'agent',
    { assigneeId: null, accepted: false, state: 'queued' },
    'close give reply take transfer',
  ],
  ['a colleague’s', 'agent', { assigneeId: other }, 'reply'],
  ['offered to a colleague', 'agent', { assigneeId: other, accepted: false }, 'reply take'],
  ['a colleague’s, for a lead', 'team_lead', { assigneeId: other }, 'assign close reply transfer'],
  ['closed', 'agent', { assigneeId: me, state: 'closed' }, 'reopen reply'],
  ['any, for an auditor', 'auditor', { assigneeId: null, state: 'queued' }, ''],
])('%s', (_, role, conversation, expected) => {
  expect(allowed(role, conversation)).toBe(expected);
});

it.each<[string, Role, Partial<Conversation>, string | null]>([
  ['any, for a lead', 'team_lead', { assigneeId: other }, 'assign'],
  ['waiting', 'agent', { assigneeId: null, accepted: false, state: 'queued' }, 'take'],
  ['offered to me', 'agent', { assigneeId: me, accepted: false }, 'take'],
  ['my own', 'agent', { assigneeId: me }, 'transfer'],
  ['a colleague’s', 'agent', { assigneeId: other }, null],
  ['closed', 'team_lead', { state: 'closed' }, null],
  ['any, for an auditor', 'auditor', { assigneeId: null, state: 'queued' }, null],
])('the key of "assign" in %s', (_, role, conversation, expected) => {
  expect(assignKeyOf(actionsOf(role, conversation))).toBe(expected);
});

it('is handed back to the assistant on a platform where that may answer', () => {
  const mine = sampleConversation({ channel: 'telegram', assigneeId: me });
  expect(allowedActions(mine, me, () => true, { assistant: false }).give).toBe(false);
  expect(allowedActions(mine, me, () => true, { assistant: true }).give).toBe(true);
  expect(
    allowedActions({ ...mine, state: 'bot', assigneeId: null }, me, () => true, { assistant: true }).give,
  ).toBe(false);
});

it('is not reopened where the public conversation goes on in a private chat', () => {
  const closed = sampleConversation({ channel: 'x', assigneeId: me, state: 'closed' });
  expect(allowedActions(closed, me, () => true, { assistant: false }).reopen).toBe(true);
  expect(allowedActions(closed, me, () => true, null).reopen).toBe(false);
});
