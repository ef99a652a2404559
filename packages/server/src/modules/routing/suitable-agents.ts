import { languageOf, type Presence } from '@fairlead/contract';
import type { ConversationRecord } from '../conversations/index.ts';

/** What the rules know of an agent. */
export interface RoutingAgent {
  readonly id: string;
  readonly presence: Presence;
  readonly languages: ReadonlyArray<{ language: string; level: number }>;
  readonly skills: readonly string[];
  readonly teamIds: readonly string[];
  readonly capacity: { readonly chat: number };
  /** When routing last offered them something; only breaks ties. */
  readonly lastOfferedAt?: Date | null;
}

/** What the rules know of a team: the skill that its conversations ask for, if any. */
export interface RoutingTeam {
  readonly id: string;
  readonly skill: string | null;
}

/** An agent together with how well they write the language in question. */
export interface Speaker {
  readonly agent: RoutingAgent;
  readonly level: number;
}

/** Who in a team may answer in a language, and who could in English where nobody else can. */
export interface Suitable {
  readonly speakers: readonly Speaker[];
  /** Empty where the language is English. */
  readonly english: readonly Speaker[];
}

/** The customer is answered in this language when nobody who is online writes theirs. */
const fallbackLanguage = 'en';

/** Agents who may be offered something at all, however much of their capacity is free. */
const isPresent = ({ presence, capacity }: RoutingAgent) => presence === 'online' && capacity.chat > 0;

/** The teams in which anybody may be offered a conversation in some language: who waits for another waits for nobody. */
export function servedTeams(agents: readonly RoutingAgent[], teams: readonly RoutingTeam[]): string[] {
  const present = agents.filter(isPresent);
  return teams.filter(({ id, skill }) => present.some((it) => belongsTo(it, id, skill))).map(({ id }) => id);
}

const belongsTo = ({ teamIds, skills }: RoutingAgent, teamId: string, skill: string | null | undefined) =>
  teamIds.includes(teamId) && (!skill || skills.includes(skill));

/**
 * Finds, once for each team and language, the agents who may be offered its conversations: in the team, online, holding the team's
 * skill, with some capacity. How much of it is free is not looked at.
 */
export function createSuitableAgents(
  agents: readonly RoutingAgent[],
  teams: readonly RoutingTeam[],
): (conversation: Pick<ConversationRecord, 'teamId' | 'language'>) => Suitable {
  const present = agents.filter(isPresent);
  const skills = new Map(teams.map((team) => [team.id, team.skill]));
  const found = new Map<string, readonly Speaker[]>();

  function speakersOf(teamId: string, language: string): readonly Speaker[] {
    const key = `${teamId} ${language}`;
    const known = found.get(key);
    if (known) return known;
    const skill = skills.get(teamId);
    const speakers = present.flatMap((agent): Speaker[] => {
      const level = levelOf(agent, language);
      return belongsTo(agent, teamId, skill) && level >= 1 ? [{ agent, level }] : [];
    });
    found.set(key, speakers);
    return speakers;
  }

  return ({ teamId, language }) => {
    const base = languageOf(language);
    return {
      speakers: speakersOf(teamId, base),
      english: base === fallbackLanguage ? [] : speakersOf(teamId, fallbackLanguage),
    };
  };
}

/** The best level that an agent names for a language, whatever the region or script; 0 for none. */
function levelOf(agent: RoutingAgent, language: string): number {
  return Math.max(
    0,
    ...agent.languages.filter((it) => languageOf(it.language) === language).map((it) => it.level),
  );
}
