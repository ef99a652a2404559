import type { Reader } from '../../platform/database/database.ts';

/** Those of these customers who were merged into another. */
export async function listMergedAway(reader: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('customers')
    .select('id')
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .where('merged_into', 'is not', null)
    .execute();
  return rows.map((row) => row.id);
}
