import type { BodyOf, endpoints } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { changeAccount } from '../access/index.ts';
import { type AgentField, agentChanged } from './events.ts';
import { placeInTeams } from './place-in-teams.ts';
import { type PresenceGround, settlePresence } from './settle-presence.ts';
import { updateProfile } from './update-profile.ts';

/**
 * Changes an agent: profile, teams, rights, or whether they may sign in. Whoever is disabled is offline at once, and must say that
 * they are here again when enabled. Throws `people.not_found`, `people.team_not_found`, `access.last_administrator`.
 */
export async function updateAgent(
  tx: Tx,
  ground: PresenceGround,
  actor: AgentActor,
  id: string,
  change: BodyOf<typeof endpoints.people.updateAgent>,
): Promise<void> {
  const { roles, disabled, teamIds, ...profile } = change;
  const fields: AgentField[] = [];
  // The account first, as in every transaction that touches both it and the profile, so that two never wait for each other.
  if (roles !== undefined || disabled !== undefined) {
    await changeAccount(tx, actor, id, {
      ...(roles === undefined ? {} : { roles }),
      ...(disabled === undefined ? {} : { disabled }),
    });
    if (roles !== undefined) fields.push('roles');
    if (disabled !== undefined) fields.push('disabled');
  }
  await updateProfile(tx, id, profile, actor);
  if (teamIds !== undefined && (await placeInTeams(tx, id, teamIds))) fields.push('teams');
  if (disabled === true) await settlePresence(tx, ground, id, actor, { chosen: 'offline' });
  if (fields.length > 0) await announce(tx, agentChanged, { subjectId: id, actor, payload: { fields } });
}
