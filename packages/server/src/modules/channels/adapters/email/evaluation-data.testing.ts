import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the evaluation sets are: `FAIRLEAD_EVALUATION_DATA`, or beside the project's folder. */
const root =
  process.env['FAIRLEAD_EVALUATION_DATA'] ?? join(import.meta.dirname, '../../../../../../../../shared/data');

/** A set's path; null where it is absent. */
export function evaluationData(set: string): string | null {
  const path = join(root, set);
  return existsSync(path) ? path : null;
}

/** What a test over an absent set is called. */
export const absent = (set: string): string => `${set} (skipped: no such set, see FAIRLEAD_EVALUATION_DATA)`;
