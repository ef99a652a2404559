import type { Team } from '@fairlead/contract';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { listTeams, listTeamsOf, lockTeams } from './team-store.ts';

/** All teams by name. */
export function readTeams(reader: Reader): Promise<Team[]> {
  return listTeams(reader);
}

/** The ids of an agent's teams. */
export function teamsOf(reader: Reader, agentId: string): Promise<string[]> {
  return listTeamsOf(reader, agentId);
}

/** One team. Throws `people.team_not_found`. */
export async function requireTeam(reader: Reader, id: string): Promise<Team> {
  const [team] = await listTeams(reader, [id]);
  if (!team) throw fail('people.team_not_found');
  return team;
}

/** Holds teams until the end of the transaction, so that none is removed meanwhile. Throws `people.team_not_found`. */
export async function requireTeams(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const found = await lockTeams(tx, [...wanted]);
  if (found.size < wanted.size) throw fail('people.team_not_found');
}
