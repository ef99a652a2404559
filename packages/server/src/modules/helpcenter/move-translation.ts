import type { Locale } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { ArticleRecord, TranslationRecord } from './article.ts';
import { lockArticle } from './article-store.ts';
import { articleArchived, articlePublished, articleSentToReview } from './events.ts';
import { requireTranslation } from './read-articles.ts';
import { followInstead, putTranslation, readRevisions } from './translation-store.ts';

interface Held {
  article: ArticleRecord;
  translation: TranslationRecord;
  all: TranslationRecord[];
}

/** Throws `article.not_found`, `article.translation_missing`. */
async function hold(tx: Tx, id: string, locale: Locale): Promise<Held> {
  const article = await lockArticle(tx, id);
  if (!article) throw fail('article.not_found');
  return { article, ...(await requireTranslation(tx, article, locale)) };
}

/**
 * A draft waits for somebody to review it, or, with `back`, is a draft again. Throws `article.not_in_state`, and `article.changed`
 * where it is no longer the revision that was meant.
 */
export async function askReview(
  tx: Tx,
  actor: Actor,
  at: { id: string; locale: Locale },
  { revisionId, back }: { revisionId: string; back: boolean },
): Promise<void> {
  const { translation } = await hold(tx, at.id, at.locale);
  if (translation.revisionId !== revisionId) throw fail('article.changed');
  if (translation.state !== (back ? 'review' : 'draft')) throw fail('article.not_in_state');
  const state = back ? 'draft' : 'review';
  await putTranslation(tx, { ...translation, state, publishAt: null, updatedAt: tx.now });
  if (!back) {
    await announce(tx, articleSentToReview, {
      subjectId: at.id,
      actor,
      payload: { locale: at.locale, revisionId },
    });
  }
}

/**
 * Readers see a revision from now on, or from a moment to come. The source's publication makes its translations outdated, unless it
 * is minor. Throws `article.changed` where it is no longer the revision that was meant, `article.moment_past`, `article.empty`.
 */
export async function publishTranslation(
  tx: Tx,
  actor: Actor,
  at: { id: string; locale: Locale },
  { revisionId, moment, minor }: { revisionId: string; moment: Date | null; minor: boolean },
): Promise<void> {
  const { article, translation } = await hold(tx, at.id, at.locale);
  if (translation.revisionId !== revisionId) throw fail('article.changed');
  const [revision] = await readRevisions(tx, [revisionId]);
  if (!revision?.body.trim()) throw fail('article.empty');
  if (moment) {
    if (moment <= tx.now) throw fail('article.moment_past');
    await putTranslation(tx, { ...translation, state: 'review', publishAt: moment, updatedAt: tx.now });
    return;
  }
  await putTranslation(tx, {
    ...translation,
    state: 'published',
    publishedId: revisionId,
    publishAt: null,
    firstPublishedAt: translation.firstPublishedAt ?? tx.now,
    publishedAt: tx.now,
    updatedAt: tx.now,
  });
  const former = translation.publishedId;
  if (minor && at.locale === article.sourceLocale && former)
    await followInstead(tx, at.id, { former, now: revisionId });
  await announce(tx, articlePublished, {
    subjectId: at.id,
    actor,
    payload: { locale: at.locale, revisionId, minor },
  });
}

/** Takes a translation away from readers; with the source, all of them. */
export async function archiveTranslation(
  tx: Tx,
  actor: Actor,
  at: { id: string; locale: Locale },
): Promise<ArticleRecord> {
  const { article, translation, all } = await hold(tx, at.id, at.locale);
  const meant = at.locale === article.sourceLocale ? all : [translation];
  for (const it of meant.filter(({ state }) => state !== 'archived')) {
    await putTranslation(tx, {
      ...it,
      state: 'archived',
      publishedId: null,
      publishAt: null,
      updatedAt: tx.now,
    });
    await announce(tx, articleArchived, { subjectId: at.id, actor, payload: { locale: it.locale } });
  }
  return article;
}
