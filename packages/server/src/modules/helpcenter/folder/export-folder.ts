import { helpFilesIn } from '@fairlead/markdown';
import type { Reader } from '../../../platform/database/database.ts';
import { listArticles } from '../article-store.ts';
import { listCategoryRows } from '../category-store.ts';
import { helpFileUrl } from '../files/help-file.ts';
import { readHelpFiles } from '../files/help-file-store.ts';
import { readRevisions, readTranslations } from '../translation-store.ts';
import { namesInFolder, toFolderText } from './folder-files.ts';
import { type FolderArticle, writeFolder } from './folder-format.ts';

type Exported = { path: string; text: string } | { path: string; fileId: string; url: string };

/** All that is published, as a folder of Markdown files, with the addresses of the pictures and files beside them: what importing it publishes again. */
export async function exportFolder(reader: Reader): Promise<Exported[]> {
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
  const files = await readHelpFiles(reader, [
    ...revisions.flatMap(({ body }) => helpFilesIn(body)),
    ...articles.flatMap((it) => it.attachments),
  ]);
  const found = articles.flatMap((article): FolderArticle[] => {
    const published = revisions.filter(({ articleId }) => articleId === article.id);
    const own = [...new Set([...article.attachments, ...published.flatMap(({ body }) => helpFilesIn(body))])]
      .sort()
      .flatMap((id) => files.get(id) ?? []);
    const names = namesInFolder(own);
    const texts = new Map(
      published.map(({ locale, title, summary, body }) => [
        locale,
        { title, summary, body: toFolderText(body, own) },
      ]),
    );
    const category = categories.find(({ id }) => id === article.categoryId)?.slug;
    if (!category || !texts.has(article.sourceLocale)) return [];
    const { slug, sourceLocale, visibility, tags, intents, ticketCategory, related, reviewedAt } = article;
    const reviewed = reviewedAt?.toISOString().slice(0, 10) ?? null;
    const attachments = article.attachments.flatMap(
      (id) => [...names].find(([, fileId]) => fileId === id)?.[0] ?? [],
    );
    const facts = { visibility, tags, intents, ticketCategory, related, attachments, reviewed };
    return [{ category, slug, sourceLocale, ...facts, texts, files: names }];
  });
  const sorted = found.sort((a, b) => `${a.category}/${a.slug}`.localeCompare(`${b.category}/${b.slug}`));
  return writeFolder(sorted).flatMap((it): Exported[] => {
    if ('text' in it) return [it];
    const file = files.get(it.fileId);
    return file ? [{ ...it, url: helpFileUrl(file) }] : [];
  });
}
