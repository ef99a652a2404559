import { type Conversation, permissionsOf, type Role } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { sampleConversation, sampleId } from '../../../live/samples.ts';
import { type Undo, type Undoable, undoOf } from './undo-of.ts';

const me = sampleId(700);
const other = sampleId(701);
const team = sampleId(800);
const free: Partial<Conversation> = { assigneeId: null, state: 'queued', accepted: false };

it.each<[Undoable, string, Role, Partial<Conversation>, Undo | null]>([
  ['close', 'my own', 'agent', {}, { do: 'reopen' }],
  ['close', 'nobody’s', 'agent', free, { do: 'reopen_and_release' }],
  ['close', 'a colleague’s', 'team_lead', { assigneeId: other }, null],
  ['release', 'my own', 'agent', {}, { do: 'take' }],
  ['give', 'my own', 'agent', {}, { do: 'take' }],
  ['give', 'nobody’s', 'agent', free, { do: 'transfer', teamId: team }],
  ['assign', 'my own', 'team_lead', {}, { do: 'assign', agentId: me }],
  ['assign', 'a colleague’s', 'team_lead', { assigneeId: other }, { do: 'assign', agentId: other }],
  ['assign', 'nobody’s', 'team_lead', free, { do: 'transfer', teamId: team }],
  ['assign', 'nobody’s of no team', 'team_lead', { ...free, teamId: null }, null],
  ['transfer', 'my own', 'team_lead', {}, { do: 'assign', agentId: me }],
  ['transfer', 'my own', 'agent', {}, null],
  ['transfer', 'nobody’s', 'agent', free, null],
  ['transfer', 'nobody’s', 'team_lead', free, { do: 'transfer', teamId: team }],
])('%s, %s, by an %s', (action, _, role, before, expected) => {
  const held = permissionsOf([role]);
  expect(undoOf(action, sampleConversation(before), me, (permission) => held.has(permission))).toEqual(
    expected,
  );
});
