import { articleFacts, type Currency, type Locale, type TranslationState } from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Articles } from '../../platform/database/database-types.ts';
import type { ArticleRecord } from './article.ts';

export const articleOf = (row: Selectable<Articles>): ArticleRecord => ({
  id: row.id,
  sourceLocale: row.source_locale as Locale,
  version: row.version,
  reviewedAt: row.reviewed_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  categoryId: row.category_id,
  slug: row.slug,
  visibility: articleFacts.shape.visibility.parse(row.visibility),
  tags: row.tags,
  intents: row.intents,
  ticketCategory: row.ticket_category as ArticleRecord['ticketCategory'],
  related: row.related,
  attachments: row.attachments,
  ownerId: row.owner_id,
  reviewDue: row.review_due && dayOf(row.review_due),
});

// A date without a time comes as midnight of wherever the server is.
const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

export async function findArticle(reader: Reader, id: string): Promise<ArticleRecord | undefined> {
  const row = await reader.sql.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst();
  return row && articleOf(row);
}

/** Nobody else changes the article or its translations until the end of the transaction. */
export async function lockArticle(tx: Tx, id: string): Promise<ArticleRecord | undefined> {
  const row = await tx.sql
    .selectFrom('articles')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && articleOf(row);
}

/** The article that a slug names, now or formerly. */
export async function findBySlug(reader: Reader, slug: string): Promise<ArticleRecord | undefined> {
  const row = await reader.sql
    .selectFrom('articles')
    .selectAll()
    .where((of) =>
      of.or([
        of('slug', '=', slug),
        of('id', '=', of.selectFrom('article_former_slugs').select('article_id').where('slug', '=', slug)),
      ]),
    )
    .orderBy(sql`slug = ${slug}`, 'desc')
    .executeTakeFirst();
  return row && articleOf(row);
}

/** Adds an article or saves a changed one, a version further. False where another has the slug. */
export async function putArticle(tx: Tx, record: ArticleRecord): Promise<boolean> {
  const columns = {
    category_id: record.categoryId,
    slug: record.slug,
    visibility: record.visibility,
    tags: record.tags,
    intents: record.intents,
    ticket_category: record.ticketCategory,
    related: record.related,
    attachments: record.attachments,
    owner_id: record.ownerId,
    reviewed_at: record.reviewedAt,
    review_due: record.reviewDue,
    version: record.version,
    updated_at: record.updatedAt,
  };
  const taken = await tx.sql
    .selectFrom('articles')
    .select('id')
    .where('slug', '=', record.slug)
    .where('id', '<>', record.id)
    .executeTakeFirst();
  if (taken) return false;
  await tx.sql
    .insertInto('articles')
    .values({ id: record.id, source_locale: record.sourceLocale, created_at: record.createdAt, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  // Nobody is led away from an address that is in use.
  await tx.sql.deleteFrom('article_former_slugs').where('slug', '=', record.slug).execute();
  return true;
}

/** Two who want one slug at once: the second waits, and is told. */
export async function holdSlugs(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('helpcenter.slugs'))`.execute(tx.sql);
}

/** From now on this address leads to the article's present one. */
export async function keepFormerSlug(tx: Tx, slug: string, articleId: string): Promise<void> {
  await tx.sql
    .insertInto('article_former_slugs')
    .values({ slug, article_id: articleId })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ article_id: articleId }))
    .execute();
}

export async function deleteArticleRow(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('article_translations').where('article_id', '=', id).execute();
  await tx.sql.deleteFrom('articles').where('id', '=', id).execute();
}

export interface ArticleFilter {
  readonly categoryId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly state?: TranslationState | undefined;
  readonly currency?: Currency | undefined;
  readonly due?: boolean | undefined;
  readonly text?: string | undefined;
}

/** Articles, the last changed first, from behind `after` on. */
export async function listArticles(
  reader: Reader,
  filter: ArticleFilter,
  page: { after: { updatedAt: Date; id: string } | null; limit: number },
): Promise<ArticleRecord[]> {
  const { categoryId, ownerId, locale, state, currency, due, text } = filter;
  let query = reader.sql.selectFrom('articles').selectAll('articles');
  if (categoryId) query = query.where('category_id', '=', categoryId);
  if (ownerId) query = query.where('owner_id', '=', ownerId);
  if (due) query = query.where('review_due', '<=', sql<Date>`${reader.now}::date`);
  if (locale || state || currency) {
    const of = sql`
      select 1 from article_translations t
      join article_translations s on s.article_id = t.article_id and s.locale = articles.source_locale
      where t.article_id = articles.id
        and (${locale ?? null}::text is null or t.locale = ${locale ?? null})
        and (${state ?? null}::text is null or t.state = ${state ?? null})
        and (${currency && currency !== 'missing' ? currency : null}::text is null or ${currency ?? null} = case
          when t.locale = articles.source_locale then 'source'
          when t.follows_id = coalesce(s.published_id, s.revision_id) then 'current' else 'outdated' end)`;
    query = query.where(
      currency === 'missing' ? sql<boolean>`not exists (${of})` : sql<boolean>`exists (${of})`,
    );
  }
  if (text) {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((of) =>
      of.or([
        of('slug', 'ilike', pattern),
        of.exists(
          of
            .selectFrom('article_translations as t')
            .innerJoin('article_revisions as r', 'r.id', 't.revision_id')
            .select('r.id')
            .whereRef('t.article_id', '=', 'articles.id')
            .where((it) => it.or([it('r.title', 'ilike', pattern), it('r.body', 'ilike', pattern)])),
        ),
      ]),
    );
  }
  if (page.after) {
    const { updatedAt, id } = page.after;
    query = query.where(sql<boolean>`(articles.updated_at, articles.id) < (${updatedAt}, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy('articles.updated_at', 'desc')
    .orderBy('articles.id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map(articleOf);
}

/** Whether there is any article at all. */
export async function hasArticles(reader: Reader): Promise<boolean> {
  return (await reader.sql.selectFrom('articles').select('id').limit(1).executeTakeFirst()) !== undefined;
}
