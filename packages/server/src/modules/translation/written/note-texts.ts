import type { CoverageKind } from '@fairlead/contract';
import type { Tx } from '../../../platform/database/database.ts';
import { originsAfter, type Sourced } from './origins-after.ts';
import { putOrigins, readOrigins } from './text-origin-store.ts';

/** Notes from what each language of a text was written, for texts that keep no revisions: with every save of one, in its transaction. */
export async function noteTexts(
  tx: Tx,
  { kind, id }: { kind: CoverageKind; id: string },
  before: Sourced | null,
  after: Sourced,
): Promise<void> {
  const noted = (await readOrigins(tx, kind, id)).get(id) ?? new Map();
  await putOrigins(tx, kind, id, originsAfter(before, after, noted));
}
