import { permissionsOf, type Role } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { agentTopics } from './agent-topics.ts';

test.each<{ roles: Role[]; topics: string[] }>([
  { roles: ['agent'], topics: ['team:1', 'team:2'] },
  { roles: ['team_lead'], topics: ['conversations', 'tickets'] },
  { roles: ['agent', 'administrator'], topics: ['conversations', 'tickets'] },
  { roles: ['auditor'], topics: ['conversations', 'tickets'] },
  { roles: ['knowledge_editor'], topics: [] },
])('$roles hear $topics', ({ roles, topics }) => {
  expect(agentTopics('me', permissionsOf(roles), ['1', '2'])).toEqual(['agent:me', 'agents', ...topics]);
});
