import { glossaryConcept, type TranslationGlossary } from '@fairlead/contract';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { TranslationGlossaries } from '../../../platform/database/database-types.ts';

/** The version that somebody kept last; 0 where nobody did. */
export async function lastVersion(reader: Reader): Promise<number> {
  const row = await reader.sql
    .selectFrom('translation_glossaries')
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? 0;
}

export async function findGlossary(
  reader: Reader,
  version: number,
): Promise<TranslationGlossary | undefined> {
  const row = await reader.sql
    .selectFrom('translation_glossaries')
    .selectAll()
    .where('version', '=', version)
    .executeTakeFirst();
  return row && glossaryOf(row);
}

export async function listVersions(reader: Reader) {
  const rows = await reader.sql
    .selectFrom('translation_glossaries')
    .select(['version', 'kept_by', 'created_at'])
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  return rows.map((it) => ({ version: it.version, by: it.kept_by, at: it.created_at.toISOString() }));
}

/** Answers whether it was kept: not where that version is there already. */
export async function insertGlossary(
  tx: Tx,
  { version, concepts, keep }: Pick<TranslationGlossary, 'version' | 'concepts' | 'keep'>,
  by: string,
): Promise<boolean> {
  const row = await tx.sql
    .insertInto('translation_glossaries')
    .values({ version, concepts: JSON.stringify(concepts), keep, kept_by: by, created_at: tx.now })
    .onConflict((of) => of.doNothing())
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

const glossaryOf = (row: Selectable<TranslationGlossaries>): TranslationGlossary => ({
  version: row.version,
  changed: { by: row.kept_by, at: row.created_at.toISOString() },
  concepts: z.array(glossaryConcept).parse(row.concepts),
  keep: row.keep,
});
