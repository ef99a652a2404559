import type { CoverageKind, Locale } from '@fairlead/contract';
import { locale } from '@fairlead/contract';
import type { Reader, Tx } from '../../../platform/database/database.ts';

/** What texts of a kind were written from: by item and language, the hash of the source as it was then. */
export async function readOrigins(
  reader: Reader,
  kind: CoverageKind,
  item?: string,
): Promise<Map<string, Map<Locale, string>>> {
  let query = reader.sql
    .selectFrom('text_origins')
    .select(['item', 'locale', 'source'])
    .where('kind', '=', kind);
  if (item !== undefined) query = query.where('item', '=', item);
  const found = new Map<string, Map<Locale, string>>();
  for (const row of await query.execute()) {
    const of = found.get(row.item) ?? new Map<Locale, string>();
    found.set(row.item, of.set(locale.parse(row.locale), row.source));
  }
  return found;
}

/** Notes what texts of an item were written from, in place of what was noted before. */
export async function putOrigins(
  tx: Tx,
  kind: CoverageKind,
  item: string,
  origins: ReadonlyMap<Locale, string>,
): Promise<void> {
  await tx.sql.deleteFrom('text_origins').where('kind', '=', kind).where('item', '=', item).execute();
  if (origins.size === 0) return;
  const rows = [...origins].map(([of, source]) => ({ kind, item, locale: of, source }));
  await tx.sql.insertInto('text_origins').values(rows).execute();
}
