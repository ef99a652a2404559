import { type HelpCategoryBody, helpCategoryBody } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';

export interface CategoryRecord extends HelpCategoryBody {
  readonly id: string;
  readonly position: number;
}

/** All categories by position; with how many articles each holds itself. */
export async function listCategoryRows(
  reader: Reader,
): Promise<Array<CategoryRecord & { articles: number }>> {
  const rows = await reader.sql
    .selectFrom('help_categories as c')
    .selectAll('c')
    .select((of) =>
      of
        .selectFrom('articles')
        .select((it) => it.fn.countAll<number>().as('count'))
        .whereRef('category_id', '=', 'c.id')
        .as('articles'),
    )
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    articles: row.articles ?? 0,
    ...helpCategoryBody.parse({ slug: row.slug, parentId: row.parent_id, texts: row.texts }),
  }));
}

/** Nobody else changes categories until the end of the transaction. */
export async function holdCategories(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('helpcenter.categories'))`.execute(tx.sql);
}

export async function putCategory(tx: Tx, { id, position, ...body }: CategoryRecord): Promise<void> {
  const columns = {
    slug: body.slug,
    parent_id: body.parentId,
    position,
    texts: JSON.stringify(body.texts),
    updated_at: tx.now,
  };
  await tx.sql
    .insertInto('help_categories')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

export async function deleteCategoryRow(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('help_categories').where('id', '=', id).execute();
}

/** Positions 1, 2, ... in the order of the ids. */
export async function placeCategories(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update help_categories c set position = it.position, updated_at = ${tx.now}
    from unnest(${ids}::uuid[]) with ordinality as it (id, position) where c.id = it.id
  `.execute(tx.sql);
}
