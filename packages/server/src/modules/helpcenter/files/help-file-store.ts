import { helpFile } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { HelpFiles } from '../../../platform/database/database-types.ts';
import type { HelpFileRecord } from './help-file.ts';

const fileOf = (row: Selectable<HelpFiles>): HelpFileRecord => ({
  id: row.id,
  name: row.name,
  type: helpFile.shape.type.parse(row.type),
  size: row.size,
  width: row.width,
  height: row.height,
  sentDigest: row.sent_digest,
  keptDigest: row.kept_digest,
});

/** Those of these files that are there. */
export async function readHelpFiles(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, HelpFileRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom('help_files')
    .selectAll()
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
  return new Map(rows.map((row) => [row.id, fileOf(row)]));
}

/** The file that was sent with these bytes, or is kept as them. */
export async function findSameFile(reader: Reader, digest: string): Promise<HelpFileRecord | undefined> {
  const row = await reader.sql
    .selectFrom('help_files')
    .selectAll()
    .where((of) => of.or([of('sent_digest', '=', digest), of('kept_digest', '=', digest)]))
    .orderBy('id')
    .executeTakeFirst();
  return row && fileOf(row);
}

/** Notes a file, or that one was sent again. Answers the one that is kept: of two sent at once, the first. */
export async function putHelpFile(tx: Tx, file: HelpFileRecord): Promise<HelpFileRecord> {
  const row = await tx.sql
    .insertInto('help_files')
    .values({
      id: file.id,
      name: file.name,
      type: file.type,
      size: file.size,
      width: file.width,
      height: file.height,
      sent_digest: file.sentDigest,
      kept_digest: file.keptDigest,
      sent_at: tx.now,
    })
    .onConflict((conflict) => conflict.column('sent_digest').doUpdateSet({ sent_at: tx.now }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return fileOf(row);
}

/** Removes files that were last sent before a moment and that no article offers, no announcement shows and no revision of a text names; answers their ids. */
export async function takeUnusedFiles(tx: Tx, before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with used as (
      select unnest(attachments) as id from articles
      union
      select picture_id from announcements where picture_id is not null
      union
      select picture_id from announcement_editions where picture_id is not null
      union
      select found[1]::uuid from article_revisions,
        regexp_matches(body, '/help/files/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/', 'g') as found
      where body like '%/help/files/%'
    )
    delete from help_files where sent_at < ${before} and id not in (select id from used) returning id
  `.execute(tx.sql);
  return rows.map(({ id }) => id);
}
