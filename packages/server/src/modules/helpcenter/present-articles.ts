import type { Article, ArticleRevision, TranslationStanding } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import type { ArticleRecord, RevisionRecord, TranslationRecord } from './article.ts';
import { presentHelpFile } from './files/help-file.ts';
import { readHelpFiles } from './files/help-file-store.ts';
import { currencyOf, isLive } from './translation-rules.ts';
import { readTitles, readTranslations } from './translation-store.ts';

/** Articles as editors see them, with where each translation stands. */
export async function presentArticles(reader: Reader, records: readonly ArticleRecord[]): Promise<Article[]> {
  const translations = await readTranslations(
    reader,
    records.map(({ id }) => id),
  );
  const titles = await readTitles(
    reader,
    translations.map(({ revisionId }) => revisionId),
  );
  const files = await readHelpFiles(
    reader,
    records.flatMap(({ attachments }) => attachments),
  );
  return records.map((record) => {
    const own = translations.filter(({ articleId }) => articleId === record.id);
    const source = own.find(({ locale }) => locale === record.sourceLocale);
    return {
      ...record,
      reviewedAt: record.reviewedAt?.toISOString() ?? null,
      createdAt: record.createdAt.toISOString(),
      updatedAt: record.updatedAt.toISOString(),
      files: record.attachments.flatMap((id) => {
        const file = files.get(id);
        return file ? [presentHelpFile(file)] : [];
      }),
      translations: own.map((it) => standingOf(it, source ?? it, titles.get(it.revisionId) ?? '')),
    };
  });
}

/** One of them. */
export async function presentArticle(reader: Reader, record: ArticleRecord): Promise<Article> {
  const [shown] = await presentArticles(reader, [record]);
  if (!shown) throw new Error('an article has no view');
  return shown;
}

/** Where the work on a translation stands. */
export function standingOf(
  it: TranslationRecord,
  source: TranslationRecord,
  title: string,
): TranslationStanding {
  return {
    locale: it.locale,
    state: it.state,
    currency: currencyOf(it, source),
    live: isLive(it, source),
    title,
    revisionId: it.revisionId,
    publishedId: it.publishedId,
    publishAt: it.publishAt?.toISOString() ?? null,
    publishedAt: it.publishedAt?.toISOString() ?? null,
    updatedAt: it.updatedAt.toISOString(),
  };
}

export const presentRevision = (record: RevisionRecord): ArticleRevision => ({
  ...record,
  createdAt: record.createdAt.toISOString(),
});
