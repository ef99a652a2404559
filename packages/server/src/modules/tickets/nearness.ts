import type { Reader } from '../../platform/database/database.ts';

/**
 * How near in meaning other tickets are to one, as far as something can tell and is to be trusted: 0 as any two matters are, from 1 on as two texts about one
 * matter. Absent where nobody can tell. Asks nobody outside.
 */
export type Nearness = (
  reader: Reader,
  id: string,
  others: readonly string[],
) => Promise<ReadonlyMap<string, number>>;
