import { isDeepStrictEqual } from 'node:util';
import { type BodyOf, type endpoints, type Team, tidyLine } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { teamChanged } from './events.ts';
import { requireTeam } from './read-teams.ts';
import { requireAgents } from './require-agents.ts';
import { lockTeams, replaceMembers, saveTeam } from './team-store.ts';

/** Changes a team; what stays as it was is not announced. Throws `people.team_not_found`, and `people.not_found` for a member who is no agent. */
export async function updateTeam(
  tx: Tx,
  actor: Actor,
  id: string,
  change: BodyOf<typeof endpoints.people.updateTeam>,
): Promise<Team> {
  await lockTeams(tx, [id]);
  const before = await requireTeam(tx, id);
  const { name, description, skill, memberIds } = change;
  await saveTeam(tx, id, {
    ...(name === undefined ? {} : { name: tidyLine(name) }),
    ...(description === undefined ? {} : { description: tidyLine(description) }),
    ...(skill === undefined ? {} : { skill: skill && tidyLine(skill) }),
  });
  if (memberIds) await requireAgents(tx, memberIds);
  const members = memberIds ? await replaceMembers(tx, id, memberIds) : { added: [], removed: [] };
  const after = await requireTeam(tx, id);
  if (!isDeepStrictEqual(before, after)) {
    await announce(tx, teamChanged, { subjectId: id, actor, payload: { change: 'updated', ...members } });
  }
  return after;
}
