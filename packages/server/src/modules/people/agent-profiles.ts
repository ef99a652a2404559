import type { Tx } from '../../platform/database/database.ts';
import type { AgentProfiles, NewAgentProfile } from '../access/index.ts';
import type { Loads } from './agent.ts';
import { hueOf, tidyLanguages } from './agent-rules.ts';
import { insertAgent, saveAgent } from './agent-store.ts';
import { placeInTeams } from './place-in-teams.ts';
import { viewAgent } from './read-agents.ts';

/** Fills the port by which the access module has profiles made for new accounts and shows the signed-in agent. */
export function agentProfiles(loads: Loads): AgentProfiles {
  return {
    create: createProfile,
    rename: (tx, id, name) => saveAgent(tx, id, { name }),
    view: (reader, id) => viewAgent(reader, loads, id),
  };
}

async function createProfile(tx: Tx, profile: NewAgentProfile): Promise<void> {
  const { id, name, locale } = profile;
  await insertAgent(tx, {
    id,
    name,
    locale,
    avatarHue: hueOf(id),
    languages: tidyLanguages(profile.languages),
  });
  await placeInTeams(tx, id, profile.teamIds);
}
