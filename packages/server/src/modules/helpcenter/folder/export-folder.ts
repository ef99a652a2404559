import type { Reader } from '../../../platform/database/database.ts';
import { listArticles } from '../article-store.ts';
import { listCategoryRows } from '../category-store.ts';
import { readRevisions, readTranslations } from '../translation-store.ts';
import { type FolderArticle, type FolderFile, writeFolder } from './folder-format.ts';

/** All that is published, as a folder of Markdown files: what importing it publishes again. */
export async function exportFolder(reader: Reader): Promise<FolderFile[]> {
  const articles = await listArticles(reader, {}, { after: null, limit: 100_000 });
  const categories = await listCategoryRows(reader);
  const translations = await readTranslations(
    reader,
    articles.map(({ id }) => id),
  );
  const revisions = await readRevisions(
    reader,
    translations.flatMap(({ publishedId }) => publishedId ?? []),
  );
  const found = articles.flatMap((article): FolderArticle[] => {
    const texts = new Map(
      revisions
        .filter(({ articleId }) => articleId === article.id)
        .map(({ locale, title, summary, body }) => [locale, { title, summary, body }]),
    );
    const category = categories.find(({ id }) => id === article.categoryId)?.slug;
    if (!category || !texts.has(article.sourceLocale)) return [];
    const { slug, sourceLocale, visibility, tags, intents, ticketCategory, related, reviewedAt } = article;
    const reviewed = reviewedAt?.toISOString().slice(0, 10) ?? null;
    return [
      { category, slug, sourceLocale, visibility, tags, intents, ticketCategory, related, reviewed, texts },
    ];
  });
  return writeFolder(
    found.sort((a, b) => `${a.category}/${a.slug}`.localeCompare(`${b.category}/${b.slug}`)),
  );
}
