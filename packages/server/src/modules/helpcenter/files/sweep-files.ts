import type { Platform } from '../../../platform/platform.ts';
import { helpFileKey } from './help-file.ts';
import { takeUnusedFiles } from './help-file-store.ts';

const day = 24 * 3_600_000;
/** Long enough for a text that an editor has begun in a browser and not saved. */
const unusedKept = 30 * day;

/** Removes the pictures and files that no article and no earlier revision uses, a month after they were sent. */
export async function sweepHelpFiles({ database, files }: Platform): Promise<void> {
  const gone = await database.write((tx) => takeUnusedFiles(tx, new Date(tx.now.getTime() - unusedKept)));
  for (const id of gone) await files.remove(helpFileKey(id));
}
