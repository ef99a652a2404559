import type { TicketAction } from '@fairlead/contract';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { readAgents, requireAgent, requireTeams } from '../people/index.ts';

/**
 * Whom actions name must be there, and be able to do what they are named for. Throws `people.not_found`, `people.cannot_answer` or
 * `people.team_not_found`.
 */
export async function requireNamed(tx: Tx, actions: readonly TicketAction[]): Promise<void> {
  const teams = actions.flatMap((it) => ('teamId' in it && it.teamId !== null ? [it.teamId] : []));
  await requireTeams(tx, teams);
  const told = new Set(actions.flatMap((it) => ('agentIds' in it ? it.agentIds : [])));
  const found = told.size > 0 ? await readAgents(tx, [...told]) : [];
  if (found.filter(({ status }) => status === 'active').length < told.size) throw fail('people.not_found');
  for (const action of actions) {
    if (action.do === 'set_assignee' && action.agentId !== null) await requireAgent(tx, action.agentId);
  }
}
