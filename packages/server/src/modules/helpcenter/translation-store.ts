import type { Locale, TranslationState } from '@fairlead/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { ArticleRevisions, ArticleTranslations } from '../../platform/database/database-types.ts';
import type { RevisionRecord, TranslationRecord } from './article.ts';

const translationOf = (row: Selectable<ArticleTranslations>): TranslationRecord => ({
  articleId: row.article_id,
  locale: row.locale as Locale,
  revisionId: row.revision_id,
  publishedId: row.published_id,
  state: row.state as TranslationState,
  publishAt: row.publish_at,
  followsId: row.follows_id,
  firstPublishedAt: row.first_published_at,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
});

const revisionOf = (row: Selectable<ArticleRevisions>): RevisionRecord => ({
  id: row.id,
  articleId: row.article_id,
  locale: row.locale as Locale,
  number: row.number,
  title: row.title,
  summary: row.summary,
  body: row.body,
  authorId: row.author_id,
  createdAt: row.created_at,
});

/** Every translation of these articles. */
export async function readTranslations(
  reader: Reader,
  articleIds: readonly string[],
): Promise<TranslationRecord[]> {
  if (articleIds.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('article_translations')
    .selectAll()
    .where('article_id', '=', (of) => of.fn.any(of.val(articleIds as string[])))
    .orderBy('article_id')
    .orderBy('locale')
    .execute();
  return rows.map(translationOf);
}

export async function putTranslation(tx: Tx, record: TranslationRecord): Promise<void> {
  const columns = {
    revision_id: record.revisionId,
    published_id: record.publishedId,
    state: record.state,
    publish_at: record.publishAt,
    follows_id: record.followsId,
    first_published_at: record.firstPublishedAt,
    published_at: record.publishedAt,
    updated_at: record.updatedAt,
  };
  await tx.sql
    .insertInto('article_translations')
    .values({ article_id: record.articleId, locale: record.locale, ...columns })
    .onConflict((conflict) => conflict.columns(['article_id', 'locale']).doUpdateSet(columns))
    .execute();
}

/** Translations that followed one revision of the source follow another from now on. */
export async function followInstead(
  tx: Tx,
  articleId: string,
  { former, now }: { former: string; now: string },
): Promise<void> {
  await tx.sql
    .updateTable('article_translations')
    .set({ follows_id: now, updated_at: tx.now })
    .where('article_id', '=', articleId)
    .where('follows_id', '=', former)
    .execute();
}

/** What readers see of all articles, with the title that it has there and the language that each was written in first. */
export async function listLiveTranslations(
  reader: Reader,
): Promise<Array<TranslationRecord & { readonly title: string; readonly sourceLocale: Locale }>> {
  const rows = await reader.sql
    .selectFrom('article_translations as t')
    .innerJoin('articles as a', 'a.id', 't.article_id')
    .innerJoin('article_revisions as r', 'r.id', 't.published_id')
    .selectAll('t')
    .select(['r.title', 'a.source_locale'])
    .orderBy('t.article_id')
    .orderBy('t.locale')
    .execute();
  return rows.map((row) => ({
    ...translationOf(row),
    title: row.title,
    sourceLocale: row.source_locale as Locale,
  }));
}

/** Translations whose agreed moment of publication has come. */
export async function listToPublish(
  reader: Reader,
): Promise<Array<{ articleId: string; locale: Locale; revisionId: string }>> {
  const rows = await reader.sql
    .selectFrom('article_translations')
    .select(['article_id', 'locale', 'revision_id'])
    .where('publish_at', '<=', reader.now)
    .orderBy('publish_at')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    locale: row.locale as Locale,
    revisionId: row.revision_id,
  }));
}

export async function readRevisions(reader: Reader, ids: readonly string[]): Promise<RevisionRecord[]> {
  if (ids.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('article_revisions')
    .selectAll()
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
  return rows.map(revisionOf);
}

/** Titles alone, by the id of the revision. */
export async function readTitles(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom('article_revisions')
    .select(['id', 'title'])
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** The revisions of a translation without their texts, the last first. */
export async function listRevisions(
  reader: Reader,
  articleId: string,
  locale: Locale,
  limit: number,
): Promise<Array<Omit<RevisionRecord, 'body' | 'summary'>>> {
  const rows = await reader.sql
    .selectFrom('article_revisions')
    .select(['id', 'article_id', 'locale', 'number', 'title', 'author_id', 'created_at'])
    .where('article_id', '=', articleId)
    .where('locale', '=', locale)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    articleId: row.article_id,
    locale: row.locale as Locale,
    number: row.number,
    title: row.title,
    authorId: row.author_id,
    createdAt: row.created_at,
  }));
}

/** Adds a revision, or writes the text of a draft anew. */
export async function putRevision(tx: Tx, record: RevisionRecord): Promise<void> {
  const text = { title: record.title, summary: record.summary, body: record.body };
  await tx.sql
    .insertInto('article_revisions')
    .values({
      id: record.id,
      article_id: record.articleId,
      locale: record.locale,
      number: record.number,
      author_id: record.authorId,
      created_at: record.createdAt,
      ...text,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(text))
    .execute();
}
