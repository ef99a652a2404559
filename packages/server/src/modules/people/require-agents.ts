import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { listAgents } from './agent-store.ts';

/** Throws `people.not_found` unless each id is an agent's. */
export async function requireAgents(reader: Reader, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const found = await listAgents(reader, [...wanted]);
  if (found.length < wanted.size) throw fail('people.not_found');
}
