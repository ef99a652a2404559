import { maximumPolicies, type PolicyBody, type SlaPolicy } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { readAgents, requireTeams } from '../people/index.ts';
import { lockCalendar } from './calendar-store.ts';
import { deletePolicyRow, holdPolicies, listPolicies, placePolicies, savePolicy } from './policy-store.ts';

/** Adds a policy behind the others. Throws what it names and is not there, and `sla.too_many_policies`. */
export async function createPolicy(tx: Tx, body: PolicyBody): Promise<SlaPolicy> {
  await holdPolicies(tx);
  await requireNamed(tx, body);
  const policies = await listPolicies(tx);
  if (policies.length >= maximumPolicies) throw fail('sla.too_many_policies', { maximum: maximumPolicies });
  const id = newId();
  const position = (policies.at(-1)?.position ?? 0) + 1;
  await savePolicy(tx, id, position, body);
  return { ...body, id, position };
}

/** Throws `sla.policy_not_found`, and what it names and is not there. */
export async function updatePolicy(tx: Tx, id: string, body: PolicyBody): Promise<SlaPolicy> {
  await holdPolicies(tx);
  const policy = (await listPolicies(tx)).find((it) => it.id === id);
  if (!policy) throw fail('sla.policy_not_found');
  await requireNamed(tx, body);
  await savePolicy(tx, id, policy.position, body);
  return { ...body, id, position: policy.position };
}

/** Throws `sla.policy_not_found`. */
export async function deletePolicy(tx: Tx, id: string): Promise<void> {
  if (!(await deletePolicyRow(tx, id))) throw fail('sla.policy_not_found');
}

/** Throws `sla.order_incomplete` unless each policy is named once. */
export async function orderPolicies(tx: Tx, ids: readonly string[]): Promise<SlaPolicy[]> {
  await holdPolicies(tx);
  const known = new Set((await listPolicies(tx)).map((it) => it.id));
  const whole =
    ids.length === known.size && new Set(ids).size === ids.length && ids.every((id) => known.has(id));
  if (!whole) throw fail('sla.order_incomplete');
  await placePolicies(tx, ids);
  return listPolicies(tx);
}

async function requireNamed(tx: Tx, { calendarId, steps }: PolicyBody): Promise<void> {
  if (calendarId && !(await lockCalendar(tx, calendarId))) throw fail('sla.calendar_not_found');
  await requireTeams(
    tx,
    steps.flatMap(({ moveToTeamId }) => (moveToTeamId ? [moveToTeamId] : [])),
  );
  const agents = new Set(
    steps.flatMap(({ notifyAgentIds, onCall }) => [...notifyAgentIds, ...onCall.map((it) => it.agentId)]),
  );
  if (agents.size === 0) return;
  const found = await readAgents(tx, [...agents]);
  if (found.filter((it) => it.status === 'active').length < agents.size) throw fail('people.not_found');
}
