import { permissionsOf, type Role } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { agentTopics } from './agent-topics.ts';

test.each<{ roles: Role[]; topics: string[] }>([
  { roles: ['agent'], topics: ['team:1', 'team:2'] },
  { roles: ['team_lead'], topics: ['conversations'] },
  { roles: ['agent', 'administrator'], topics: ['conversations'] },
  { roles: ['auditor'], topics: ['conversations'] },
  { roles: ['knowledge_editor'], topics: [] },
])('$roles hear $topics', ({ roles, topics }) => {
  expect(agentTopics('me', permissionsOf(roles), ['1', '2'])).toEqual(['agent:me', 'agents', ...topics]);
});
