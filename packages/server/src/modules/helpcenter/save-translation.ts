import type { ArticleText, Locale } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { TranslationRecord } from './article.ts';
import { lockArticle } from './article-store.ts';
import { articleSaved } from './events.ts';
import { goesOn } from './translation-rules.ts';
import {
  listRevisions,
  putRevision,
  putTranslation,
  readRevisions,
  readTranslations,
} from './translation-store.ts';

/**
 * Saves the text of a translation as a draft: into the revision being written, or as the next one. Readers go on seeing what is
 * published. A moment at which it was to be published is called off, for it was agreed on for another text. Throws
 * `article.not_found`, `article.changed` where it was not written on the last revision, and `article.revision_not_found` where it is
 * said to follow what is not a revision of the source.
 */
export async function saveTranslation(
  tx: Tx,
  actor: Actor,
  id: string,
  locale: Locale,
  {
    text,
    basedOn,
    followsId,
  }: { text: ArticleText; basedOn: string | null; followsId?: string | null | undefined },
): Promise<TranslationRecord> {
  const article = await lockArticle(tx, id);
  if (!article) throw fail('article.not_found');
  const former = (await readTranslations(tx, [id])).find((it) => it.locale === locale);
  if ((former?.revisionId ?? null) !== basedOn) throw fail('article.changed');
  const follows = locale === article.sourceLocale ? null : (followsId ?? former?.followsId ?? null);
  if (follows && follows !== former?.followsId) {
    const [followed] = await readRevisions(tx, [follows]);
    if (followed?.articleId !== id || followed.locale !== article.sourceLocale)
      throw fail('article.revision_not_found');
  }

  const authorId = actor.type === 'agent' ? actor.id : null;
  const [last] = former ? await readRevisions(tx, [former.revisionId]) : [];
  const same = last && last.title === text.title && last.summary === text.summary && last.body === text.body;
  const into = former && last && (same || goesOn(former, last, { authorId, now: tx.now })) ? last : undefined;
  const [newest] = former && !into ? await listRevisions(tx, id, locale, 1) : [];
  const revision = {
    ...text,
    id: into?.id ?? newId(tx.now.getTime()),
    articleId: id,
    locale,
    number: into?.number ?? (newest?.number ?? 0) + 1,
    authorId: into ? into.authorId : authorId,
    createdAt: into?.createdAt ?? tx.now,
  };
  if (!same) await putRevision(tx, revision);
  const translation: TranslationRecord = {
    articleId: id,
    locale,
    publishedId: former?.publishedId ?? null,
    firstPublishedAt: former?.firstPublishedAt ?? null,
    publishedAt: former?.publishedAt ?? null,
    revisionId: revision.id,
    state: same && former ? former.state : 'draft',
    publishAt: same && former ? former.publishAt : null,
    followsId: follows,
    updatedAt: tx.now,
  };
  await putTranslation(tx, translation);
  if (!same)
    await announce(tx, articleSaved, { subjectId: id, actor, payload: { locale, revisionId: revision.id } });
  return translation;
}
