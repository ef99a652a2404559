import { type Team, tidyLine } from '@fairlead/contract';
import { type Actor, system } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { teamChanged } from './events.ts';
import { requireTeam } from './read-teams.ts';
import { requireAgents } from './require-agents.ts';
import { insertTeam, replaceMembers } from './team-store.ts';

/** Makes a team. Throws `people.not_found` for a member who is no agent. */
export async function createTeam(
  tx: Tx,
  body: Omit<Team, 'id'>,
  actor: Actor = system('people'),
): Promise<Team> {
  const id = newId();
  await requireAgents(tx, body.memberIds);
  await insertTeam(tx, {
    id,
    name: tidyLine(body.name),
    description: tidyLine(body.description),
    skill: body.skill && tidyLine(body.skill),
  });
  const members = await replaceMembers(tx, id, body.memberIds);
  await announce(tx, teamChanged, { subjectId: id, actor, payload: { change: 'created', ...members } });
  return requireTeam(tx, id);
}
