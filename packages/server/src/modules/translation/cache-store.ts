import type { Reader, Tx } from '../../platform/database/database.ts';

/** What was answered before, by key. */
export async function readCached(reader: Reader, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom('translation_cache')
    .select(['key', 'answer'])
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map((it) => [it.key, it.answer]));
}

export async function putCached(
  tx: Tx,
  entries: ReadonlyArray<{ key: string; answer: string }>,
): Promise<void> {
  if (entries.length === 0) return;
  await tx.sql
    .insertInto('translation_cache')
    .values(entries.map((it) => ({ ...it, created_at: tx.now })))
    .onConflict((of) => of.doNothing())
    .execute();
}

export async function deleteCachedBefore(tx: Tx, before: Date): Promise<void> {
  await tx.sql.deleteFrom('translation_cache').where('created_at', '<', before).execute();
}
