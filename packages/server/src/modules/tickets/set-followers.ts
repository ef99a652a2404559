import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAgents } from '../people/index.ts';
import { lockTicket } from './access-ticket.ts';
import { type ChangedTicket, changeTicket } from './change-tickets.ts';

/** Says who follows a ticket. Throws `people.not_found` for whoever is no active agent and did not follow it before. */
export async function setFollowers(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: AgentActor,
  id: string,
  agentIds: readonly string[],
): Promise<ChangedTicket> {
  const before = await lockTicket(tx, actor, id);
  const added = agentIds.filter((agentId) => !before.followerIds.includes(agentId));
  const found = added.length > 0 ? await readAgents(tx, added) : [];
  if (found.filter(({ status }) => status === 'active').length < added.length) throw fail('people.not_found');
  const same = added.length === 0 && agentIds.length === before.followerIds.length;
  const after = same ? null : { ...before, followerIds: agentIds };
  return changeTicket(tx, platform, { actor, before, after });
}
