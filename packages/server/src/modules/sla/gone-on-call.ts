import type { Reader } from '../../platform/database/database.ts';
import { readAgents } from '../people/index.ts';
import { isOpen, type Measured } from './measure-clocks.ts';

/** Who is named as on call by steps of these clocks that have come, and can no longer sign in. Where nobody is named nothing is asked. */
export async function goneOnCall(reader: Reader, clocks: readonly Measured[]): Promise<ReadonlySet<string>> {
  const named = new Set(
    clocks
      .filter(isOpen)
      .flatMap(({ promised, crossed }) => promised.steps.filter(({ share }) => crossed.has(share)))
      .flatMap(({ onCall }) => onCall.map(({ agentId }) => agentId)),
  );
  if (named.size === 0) return named;
  const agents = await readAgents(reader, [...named]);
  const there = new Set(agents.filter(({ status }) => status === 'active').map(({ id }) => id));
  return new Set([...named].filter((id) => !there.has(id)));
}
