import type { Conversation } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { belongs } from '../../../live/list-state.ts';
import { sampleConversation, sampleId } from '../../../live/samples.ts';
import { type Expected, expectedChange } from './expected-change.ts';

const me = sampleId(700);
const other = sampleId(701);
const free: Partial<Conversation> = { assigneeId: null, state: 'queued', accepted: false };
const views = ['mine', 'unassigned', 'assistant', 'all', 'closed'];

it.each<[string, Partial<Conversation>, Expected, string[]]>([
  ['taking a waiting one', free, { do: 'take' }, ['mine', 'all']],
  ['accepting an offer', { accepted: false }, { do: 'take' }, ['mine', 'all']],
  ['assigning mine to a colleague', {}, { do: 'assign', agentId: other }, ['all']],
  ['putting mine back', {}, { do: 'release' }, ['unassigned', 'all']],
  ['handing mine back to the assistant', {}, { do: 'give' }, ['assistant', 'all']],
  ['taking it from the assistant', { ...free, state: 'bot' }, { do: 'take' }, ['mine', 'all']],
  ['closing mine', {}, { do: 'close', reason: 'solved' }, ['closed']],
])('%s', (_, before, action, expected) => {
  const conversation = sampleConversation(before);
  const after = { ...conversation, ...expectedChange(action, me, new Date(0)) };
  expect(views.filter((view) => belongs({ view }, after, me))).toEqual(expected);
});
