import type { Agent } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { rankAgents } from './rank-agents.ts';

const agent = (name: string, with_: Partial<Agent> = {}) =>
  ({
    name,
    status: 'active',
    presence: 'online',
    languages: [],
    capacity: { chat: 4 },
    load: 0,
    ...with_,
  }) as Agent;
const vi = (level: 1 | 2 | 3) => [{ language: 'vi', level }];

it('puts first who is here, then who speaks it best, then who has most room', () => {
  const agents = [
    agent('away native', { presence: 'away', languages: vi(3) }),
    agent('no Vietnamese'),
    agent('busy native', { languages: vi(3), load: 4 }),
    agent('free native', { languages: vi(3), load: 1 }),
    agent('helper', { languages: vi(1) }),
    agent('gone', { status: 'disabled', languages: vi(3) }),
  ];
  expect(rankAgents(agents, 'vi').map(({ name }) => name)).toEqual([
    'free native',
    'busy native',
    'helper',
    'no Vietnamese',
    'away native',
  ]);
});
