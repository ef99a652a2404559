import { isDeepStrictEqual } from 'node:util';
import { isTimeZone, tidyLine } from '@fairlead/contract';
import { type Actor, system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { tidyLanguages } from './agent-rules.ts';
import { type AgentChange, listAgents, lockAgent, saveAgent } from './agent-store.ts';
import { type AgentField, agentChanged, agentProfileFields } from './events.ts';

/**
 * Changes what is known of an agent. What stays as it was is not announced, and the end of a certificate goes with its skill. Throws
 * `people.not_found` or `request.time_zone_unknown`.
 */
export async function updateProfile(
  tx: Tx,
  id: string,
  change: { [Field in keyof AgentChange]?: AgentChange[Field] | undefined },
  actor: Actor = system('people'),
): Promise<void> {
  if (change.schedule && !isTimeZone(change.schedule.timeZone)) throw fail('request.time_zone_unknown');
  if (!(await lockAgent(tx, id))) throw fail('people.not_found');
  const [before] = await listAgents(tx, [id]);
  const skills = change.skills ? [...new Set(change.skills.map(tidyLine))] : (before?.skills ?? []);
  const ends = Object.entries(change.certifiedUntil ?? before?.certifiedUntil ?? {});
  const wanted = {
    ...change,
    ...(change.name === undefined ? {} : { name: tidyLine(change.name) }),
    ...(change.languages ? { languages: tidyLanguages(change.languages) } : {}),
    skills,
    certifiedUntil: Object.fromEntries(ends.filter(([skill]) => skills.includes(skill))),
  };
  const fields = agentProfileFields.filter(
    (field) => wanted[field] !== undefined && !isDeepStrictEqual(wanted[field], before?.[field]),
  ) satisfies AgentField[];
  if (fields.length === 0) return;
  await saveAgent(tx, id, Object.fromEntries(fields.map((field) => [field, wanted[field]])));
  await announce(tx, agentChanged, { subjectId: id, actor, payload: { fields } });
}
