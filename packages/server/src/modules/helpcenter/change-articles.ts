import type { Article, ArticleFacts, ArticleText, Locale } from '@fairlead/contract';
import type { Actor, AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { readAgents } from '../people/index.ts';
import type { ArticleRecord } from './article.ts';
import { deleteArticleRow, holdSlugs, keepFormerSlug, lockArticle, putArticle } from './article-store.ts';
import { listCategoryRows } from './category-store.ts';
import { articleChanged, articleReviewed } from './events.ts';
import { readHelpFiles } from './files/help-file-store.ts';
import { presentArticle } from './present-articles.ts';
import { saveTranslation } from './save-translation.ts';
import { readTranslations } from './translation-store.ts';

/** Begins an article as a draft in its source language. Throws `article.category_not_found`, `article.slug_taken`, `people.not_found`, `file.not_found`. */
export async function createArticle(
  tx: Tx,
  actor: Actor,
  body: ArticleFacts & { sourceLocale: Locale; text: ArticleText },
): Promise<Article> {
  const { sourceLocale, text, ...facts } = body;
  const record: ArticleRecord = {
    ...facts,
    id: newId(tx.now.getTime()),
    sourceLocale,
    version: 1,
    reviewedAt: null,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await keep(tx, record);
  await saveTranslation(tx, actor, record.id, sourceLocale, { text, basedOn: null });
  return presentArticle(tx, record);
}

/**
 * Changes what holds in every language, at once. Throws `article.not_found`, `article.changed` where somebody else was faster,
 * `access.forbidden` where readers see it and the agent may not publish, and what creating throws.
 */
export async function updateArticle(
  tx: Tx,
  actor: AgentActor,
  id: string,
  { version, ...facts }: ArticleFacts & { version: number },
): Promise<Article> {
  const former = await lockArticle(tx, id);
  if (!former) throw fail('article.not_found');
  if (former.version !== version) throw fail('article.changed');
  const published = (await readTranslations(tx, [id])).some((it) => it.publishedId);
  if (published && !actor.permissions.has('knowledge.publish')) throw fail('access.forbidden');
  const record = { ...former, ...facts, version: version + 1, updatedAt: tx.now };
  const fields = (Object.keys(facts) as Array<keyof ArticleFacts>).filter(
    (key) => JSON.stringify(facts[key]) !== JSON.stringify(former[key]),
  );
  if (fields.length === 0) return presentArticle(tx, former);
  await keep(tx, record);
  if (former.slug !== record.slug) await keepFormerSlug(tx, former.slug, id);
  await announce(tx, articleChanged, { subjectId: id, actor, payload: { fields } });
  return presentArticle(tx, record);
}

/** Somebody has read it and says that it still holds. Throws `article.not_found`. */
export async function reviewArticle(
  tx: Tx,
  actor: AgentActor,
  id: string,
  nextDue: string | null,
): Promise<Article> {
  const former = await lockArticle(tx, id);
  if (!former) throw fail('article.not_found');
  const record = {
    ...former,
    reviewedAt: tx.now,
    reviewDue: nextDue,
    version: former.version + 1,
    updatedAt: tx.now,
  };
  await putArticle(tx, record);
  await announce(tx, articleReviewed, { subjectId: id, actor, payload: { nextDue } });
  return presentArticle(tx, record);
}

/** Removes an article that readers never saw. Throws `article.not_found`, `article.was_published`. */
export async function deleteArticle(tx: Tx, id: string): Promise<void> {
  if (!(await lockArticle(tx, id))) throw fail('article.not_found');
  const translations = await readTranslations(tx, [id]);
  if (translations.some((it) => it.firstPublishedAt)) throw fail('article.was_published');
  await deleteArticleRow(tx, id);
}

async function keep(tx: Tx, record: ArticleRecord): Promise<void> {
  const categories = await listCategoryRows(tx);
  if (!categories.some((it) => it.id === record.categoryId)) throw fail('article.category_not_found');
  if (record.ownerId) {
    const [owner] = await readAgents(tx, [record.ownerId]);
    if (owner?.status !== 'active') throw fail('people.not_found');
  }
  const files = await readHelpFiles(tx, record.attachments);
  if (record.attachments.some((it) => !files.has(it))) throw fail('file.not_found');
  await holdSlugs(tx);
  if (!(await putArticle(tx, record))) throw fail('article.slug_taken');
}
