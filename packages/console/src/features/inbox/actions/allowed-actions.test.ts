import { type Conversation, permissionsOf, type Role } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { sampleConversation, sampleId } from '../../../live/samples.ts';
import { allowedActions } from './allowed-actions.ts';

const me = sampleId(700);
const other = sampleId(701);
const allowed = (role: Role, with_: Partial<Conversation>) => {
  const held = permissionsOf([role]);
  const actions = allowedActions(sampleConversation(with_), me, (permission) => held.has(permission));
  return Object.entries(actions)
    .flatMap(([name, value]) => (value === true ? name : value === false ? [] : String(value)))
    .toSorted()
    .join(' ');
};

it.each<[string, Role, Partial<Conversation>, string]>([
  ['my own', 'agent', { assigneeId: me }, 'close release reply transfer'],
  ['offered to me', 'agent', { assigneeId: me, accepted: false }, 'accept close reply transfer'],
  ['waiting', 'agent', { assigneeId: null, accepted: false, state: 'queued' }, 'close reply take transfer'],
  ['a colleague’s', 'agent', { assigneeId: other }, 'reply'],
  ['offered to a colleague', 'agent', { assigneeId: other, accepted: false }, 'reply take'],
  ['a colleague’s, for a lead', 'team_lead', { assigneeId: other }, 'assign close reply transfer'],
  ['closed', 'agent', { assigneeId: me, state: 'closed' }, 'reopen reply'],
  ['any, for an auditor', 'auditor', { assigneeId: null, state: 'queued' }, ''],
])('%s', (_, role, conversation, expected) => {
  expect(allowed(role, conversation)).toBe(expected);
});
