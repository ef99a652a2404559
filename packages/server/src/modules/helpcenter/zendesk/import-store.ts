import type { Locale } from '@fairlead/contract';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';

type Kind = 'category' | 'section' | 'article';

export interface ImportRecord {
  readonly kind: Kind;
  readonly externalId: string;
  readonly objectId: string;
  /** Hashes of the texts as they last came. */
  readonly texts: Partial<Record<Locale, string>>;
}

const source = 'zendesk';
const hashes = z.record(z.string(), z.string());

/** What is here of these ids from there. */
export async function readImports(
  reader: Reader,
  kind: Kind,
  externalIds: readonly string[],
): Promise<ImportRecord[]> {
  if (externalIds.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('help_imports')
    .selectAll()
    .where('source', '=', source)
    .where('kind', '=', kind)
    .where('external_id', '=', (of) => of.fn.any(of.val(externalIds as string[])))
    .execute();
  return rows.map((row) => ({
    kind,
    externalId: row.external_id,
    objectId: row.object_id,
    texts: hashes.parse(row.texts) as ImportRecord['texts'],
  }));
}

export async function putImport(tx: Tx, record: ImportRecord): Promise<void> {
  const columns = {
    object_id: record.objectId,
    texts: JSON.stringify(record.texts),
    imported_at: tx.now,
  };
  await tx.sql
    .insertInto('help_imports')
    .values({ source, kind: record.kind, external_id: record.externalId, ...columns })
    .onConflict((conflict) => conflict.columns(['source', 'kind', 'external_id']).doUpdateSet(columns))
    .execute();
}
