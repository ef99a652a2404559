import type { Agent } from '@fairlead/contract';

const presenceOrder = { online: 0, away: 1, offline: 2 } as const;

/** The colleagues to whom a conversation in a language could go, the best first: here, fluent, and with room. */
export function rankAgents(agents: readonly Agent[], language: string): Agent[] {
  const level = (agent: Agent) => agent.languages.find((skill) => skill.language === language)?.level ?? 0;
  const fullness = (agent: Agent) => (agent.capacity.chat > 0 ? agent.load / agent.capacity.chat : 1);
  return agents
    .filter((agent) => agent.status === 'active')
    .toSorted(
      (a, b) =>
        presenceOrder[a.presence] - presenceOrder[b.presence] ||
        level(b) - level(a) ||
        fullness(a) - fullness(b) ||
        a.name.localeCompare(b.name),
    );
}
