import {
  type Article,
  type ArticleRevision,
  type ArticleTranslation,
  type articleEndpoints,
  type Locale,
  type RevisionLine,
} from '@fairlead/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { ArticleRecord, RevisionRecord, TranslationRecord } from './article.ts';
import { findArticle, listArticles } from './article-store.ts';
import { presentArticle, presentArticles, presentRevision, standingOf } from './present-articles.ts';
import { listRevisions, readRevisions, readTranslations } from './translation-store.ts';

const pageSize = 50;
const mostRevisions = 200;

/** A page of articles for editors. */
export async function readArticles(
  reader: Reader,
  { cursor, ...filter }: z.output<typeof articleEndpoints.list.query>,
): Promise<{ items: Article[]; next: string | null }> {
  const found = await listArticles(reader, filter, { after: readCursor(cursor), limit: pageSize + 1 });
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const next = found.length > pageSize && last ? `${last.updatedAt.toISOString()}~${last.id}` : null;
  return { items: await presentArticles(reader, shown), next };
}

function readCursor(cursor: string | undefined): { updatedAt: Date; id: string } | null {
  if (!cursor) return null;
  const [at = '', id = ''] = cursor.split('~');
  const updatedAt = new Date(at);
  if (Number.isNaN(updatedAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id))
    throw fail('request.invalid', { field: 'cursor' });
  return { updatedAt, id };
}

/** Throws `article.not_found`. */
export async function readArticle(reader: Reader, id: string): Promise<Article> {
  return presentArticle(reader, await requireArticle(reader, id));
}

/** Throws `article.not_found`. */
async function requireArticle(reader: Reader, id: string): Promise<ArticleRecord> {
  const found = await findArticle(reader, id);
  if (!found) throw fail('article.not_found');
  return found;
}

/** Throws `article.translation_missing`. */
export async function requireTranslation(
  reader: Reader,
  article: ArticleRecord,
  locale: Locale,
): Promise<{ translation: TranslationRecord; source: TranslationRecord; all: TranslationRecord[] }> {
  const all = await readTranslations(reader, [article.id]);
  const translation = all.find((it) => it.locale === locale);
  const source = all.find((it) => it.locale === article.sourceLocale);
  if (!translation || !source) throw fail('article.translation_missing');
  return { translation, source, all };
}

/** A translation opened to be worked on. Throws `article.not_found`, `article.translation_missing`. */
export async function readTranslation(
  reader: Reader,
  id: string,
  locale: Locale,
): Promise<ArticleTranslation> {
  const article = await requireArticle(reader, id);
  const { translation, source } = await requireTranslation(reader, article, locale);
  const sourceNow = source.publishedId ?? source.revisionId;
  const ids = [translation.revisionId, translation.publishedId, translation.followsId, sourceNow];
  const revisions = await readRevisions(reader, [...new Set(ids.filter((it) => it !== null))]);
  const of = (revisionId: string | null): RevisionRecord | undefined =>
    revisions.find((it) => it.id === revisionId);
  const revision = of(translation.revisionId);
  const [published, followed, now] = [of(translation.publishedId), of(translation.followsId), of(sourceNow)];
  if (!revision || !now) throw new Error(`article ${id} lacks a revision`);
  return {
    ...standingOf(translation, source, revision.title),
    revision: presentRevision(revision),
    published: published ? presentRevision(published) : null,
    source:
      locale === article.sourceLocale
        ? null
        : { followed: followed ? presentRevision(followed) : null, now: presentRevision(now) },
  };
}

/** The revisions of a translation, the last first. Throws `article.not_found`, `article.translation_missing`. */
export async function readRevisionLines(reader: Reader, id: string, locale: Locale): Promise<RevisionLine[]> {
  await requireTranslation(reader, await requireArticle(reader, id), locale);
  const lines = await listRevisions(reader, id, locale, mostRevisions);
  return lines.map((it) => ({ ...it, createdAt: it.createdAt.toISOString() }));
}

/** Throws `article.revision_not_found`, also where it is another translation's. */
export async function readRevision(
  reader: Reader,
  id: string,
  locale: Locale,
  revisionId: string,
): Promise<ArticleRevision> {
  const [found] = await readRevisions(reader, [revisionId]);
  if (found?.articleId !== id || found.locale !== locale) throw fail('article.revision_not_found');
  return presentRevision(found);
}
