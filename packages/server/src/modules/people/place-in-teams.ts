import type { Tx } from '../../platform/database/database.ts';
import { requireTeams } from './read-teams.ts';
import { replaceTeamsOf } from './team-store.ts';

/** Makes these an agent's teams; answers whether that changed anything. Throws `people.team_not_found`. */
export async function placeInTeams(tx: Tx, agentId: string, teamIds: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(teamIds)];
  await requireTeams(tx, wanted);
  return replaceTeamsOf(tx, agentId, wanted);
}
