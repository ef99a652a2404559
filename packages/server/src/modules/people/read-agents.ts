import { type Agent, permissionsOf } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { type AccountSummary, accountsOf } from '../access/index.ts';
import type { AgentRecord, Loads } from './agent.ts';
import { isOnDuty, validSkills } from './agent-rules.ts';
import { listAgents, listOnline } from './agent-store.ts';

type AgentWithAccount = AgentRecord & AccountSummary;

/** Agents by name, with how they sign in: those with these ids, or all. */
export async function readAgents(reader: Reader, ids?: readonly string[]): Promise<AgentWithAccount[]> {
  const agents = await listAgents(reader, ids);
  const accounts = await accountsOf(
    reader,
    agents.map((agent) => agent.id),
  );
  return agents.flatMap((agent) => {
    const account = accounts.get(agent.id);
    return account ? [{ ...agent, ...account }] : [];
  });
}

/** The agents as colleagues see them. */
export async function viewAgents(reader: Reader, loads: Loads, ids?: readonly string[]): Promise<Agent[]> {
  const agents = await readAgents(reader, ids);
  const held = await loads(
    reader,
    agents.map((agent) => agent.id),
  );
  return agents.map((agent) => ({
    ...agent,
    lastActiveAt: agent.lastActiveAt?.toISOString() ?? null,
    load: held.get(agent.id) ?? 0,
  }));
}

/** One agent as colleagues see them. Throws `people.not_found`. */
export async function viewAgent(reader: Reader, loads: Loads, id: string): Promise<Agent> {
  const [agent] = await viewAgents(reader, loads, [id]);
  if (!agent) throw fail('people.not_found');
  return agent;
}

/**
 * An agent who can be given conversations: their account is active and may answer. Throws `people.not_found` or
 * `people.cannot_answer`.
 */
export async function requireAgent(reader: Reader, id: string): Promise<AgentWithAccount> {
  const [agent] = await readAgents(reader, [id]);
  if (agent?.status !== 'active') throw fail('people.not_found');
  if (!mayAnswer(agent)) throw fail('people.cannot_answer', { agent: agent.name });
  return agent;
}

const mayAnswer = ({ roles }: AgentWithAccount) => permissionsOf(roles).has('conversations.reply');

/** What an agent is called, whether or not they are still active. Throws `people.not_found`. */
export async function agentName(reader: Reader, id: string): Promise<string> {
  const [agent] = await listAgents(reader, [id]);
  if (!agent) throw fail('people.not_found');
  return agent.name;
}

/** What customers are told of an agent: the name, and the languages they write. */
export interface AgentCard {
  readonly name: string;
  readonly languages: string[];
}

/** The cards of these agents by their ids, in one query. */
export async function readAgentCards(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, AgentCard>> {
  const agents = await listAgents(reader, ids);
  return new Map(
    agents.map(({ id, name, languages }) => [id, { name, languages: languages.map((it) => it.language) }]),
  );
}

/** Which languages somebody writes who is on duty now. */
export async function languagesOnline(reader: Reader): Promise<string[]> {
  const present = (await listOnline(reader)).filter((agent) => isOnDuty(agent, reader.now));
  return [...new Set(present.flatMap((agent) => agent.languages.map((it) => it.language)))].sort();
}

/** What routing decides by: of every agent whose account is active and may answer. */
interface RoutingProfile
  extends Pick<AgentRecord, 'id' | 'name' | 'presence' | 'languages' | 'teamIds' | 'capacity'> {
  /** Those that hold today. */
  readonly skills: string[];
  /** Whether they are to be offered conversations now. */
  readonly onDuty: boolean;
}

export async function readAgentsForRouting(reader: Reader): Promise<RoutingProfile[]> {
  const agents = await readAgents(reader);
  return agents
    .filter((agent) => agent.status === 'active' && mayAnswer(agent))
    .map((agent) => ({
      id: agent.id,
      name: agent.name,
      presence: agent.presence,
      languages: agent.languages,
      skills: validSkills(agent, reader.now),
      teamIds: agent.teamIds,
      capacity: agent.capacity,
      onDuty: isOnDuty(agent, reader.now),
    }));
}
