import type { Tx } from '../../../platform/database/database.ts';
import type { ArticleRecord, RevisionRecord } from '../article.ts';

/** Articles that nobody has seen yet, with one revision of each text, published: all in three statements. */
export async function insertPublished(
  tx: Tx,
  articles: readonly ArticleRecord[],
  revisions: ReadonlyArray<RevisionRecord & { followsId: string | null }>,
): Promise<void> {
  if (articles.length === 0) return;
  await tx.sql
    .insertInto('articles')
    .values(
      articles.map((it) => ({
        id: it.id,
        category_id: it.categoryId,
        slug: it.slug,
        source_locale: it.sourceLocale,
        visibility: it.visibility,
        tags: it.tags,
        intents: it.intents,
        ticket_category: it.ticketCategory,
        related: it.related,
        attachments: it.attachments,
        reviewed_at: it.reviewedAt,
        created_at: it.createdAt,
        updated_at: it.updatedAt,
      })),
    )
    .execute();
  await tx.sql
    .insertInto('article_revisions')
    .values(
      revisions.map((it) => ({
        id: it.id,
        article_id: it.articleId,
        locale: it.locale,
        number: it.number,
        title: it.title,
        summary: it.summary,
        body: it.body,
        created_at: it.createdAt,
      })),
    )
    .execute();
  await tx.sql
    .insertInto('article_translations')
    .values(
      revisions.map((it) => ({
        article_id: it.articleId,
        locale: it.locale,
        revision_id: it.id,
        published_id: it.id,
        state: 'published',
        follows_id: it.followsId,
        first_published_at: it.createdAt,
        published_at: it.createdAt,
        updated_at: it.createdAt,
      })),
    )
    .execute();
}
