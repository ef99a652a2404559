import type { Actor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { teamChanged } from './events.ts';
import { requireTeam } from './read-teams.ts';
import { isInUse, lockTeams, removeTeam } from './team-store.ts';

/** Port: whether an inbox leads to the team or it has open conversations. */
export type TeamInUse = (reader: Reader, teamId: string) => Promise<boolean>;

/** Port: makes what was shared with a team its owners' own, in the transaction that removes the team. Answers the ids. */
export type TeamGone = (tx: Tx, teamId: string) => Promise<{ views: string[]; macros: string[] }>;

/** Removes a team; what was shared with it stays with its owners. Throws `people.team_not_found`, and `people.team_in_use` while anything refers to it. */
export async function deleteTeam(
  tx: Tx,
  { teamInUse, teamGone }: { teamInUse: TeamInUse; teamGone: TeamGone },
  actor: Actor,
  id: string,
): Promise<void> {
  await lockTeams(tx, [id]);
  const team = await requireTeam(tx, id);
  if (await teamInUse(tx, id)) throw fail('people.team_in_use');
  const kept = await teamGone(tx, id);
  try {
    await removeTeam(tx, id);
  } catch (error) {
    // Something came to refer to it since it was asked; the failed statement ends the transaction either way.
    if (isInUse(error)) throw fail('people.team_in_use');
    throw error;
  }
  const payload = { change: 'deleted' as const, added: [], removed: team.memberIds, kept };
  await announce(tx, teamChanged, { subjectId: id, actor, payload });
}
