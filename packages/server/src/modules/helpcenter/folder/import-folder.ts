import type { endpoints, ResponseOf } from '@fairlead/contract';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { ArticleRecord } from '../article.ts';
import { findBySlug, holdSlugs, lockArticle, putArticle } from '../article-store.ts';
import { listCategoryRows } from '../category-store.ts';
import { articleChanged } from '../events.ts';
import { readHelpFiles } from '../files/help-file-store.ts';
import { fromFolderText } from './folder-files.ts';
import { type FolderArticle, type FolderFile, type FolderProblem, readFolder } from './folder-format.ts';
import { takeTexts } from './take-texts.ts';

/**
 * Takes the articles of a folder in, each in a transaction of its own: what cannot be taken in is named, and the rest is done. Its
 * translations follow the source's text in the folder.
 */
export async function importFolder(
  { database }: Platform,
  actor: Actor,
  { files, publish }: { files: readonly FolderFile[]; publish: boolean },
): Promise<ResponseOf<typeof endpoints.articles.import>> {
  const { articles, problems } = readFolder(files);
  const outcome = { created: 0, updated: 0, unchanged: 0, problems: [...problems] as FolderProblem[] };
  for (const article of articles) {
    const done = await database.write((tx) => importArticle(tx, actor, article, publish));
    if (done === 'category_not_found' || done === 'file_not_found') {
      outcome.problems.push({ path: `${article.category}/${article.slug}`, problem: done });
    } else outcome[done]++;
  }
  return outcome;
}

/**
 * Takes one article in: a new one, or what it says anew. `publish` shows all of it to readers at once; otherwise what is new stays a draft.
 */
async function importArticle(
  tx: Tx,
  actor: Actor,
  found: FolderArticle,
  publish: boolean,
): Promise<'created' | 'updated' | 'unchanged' | 'category_not_found' | 'file_not_found'> {
  const category = (await listCategoryRows(tx)).find((it) => it.slug === found.category);
  if (!category) return 'category_not_found';
  const there = await readHelpFiles(tx, [...found.files.values()]);
  const beside = new Map(
    [...found.files].flatMap(([name, id]) => {
      const file = there.get(id);
      return file ? [[name, file]] : [];
    }),
  );
  if (beside.size < found.files.size || found.attachments.some((it) => !beside.has(it)))
    return 'file_not_found';
  await holdSlugs(tx);
  const known = await findBySlug(tx, found.slug);
  const former = known && (await lockArticle(tx, known.id));
  const { sourceLocale, texts: written, category: _, reviewed, files: __, ...facts } = found;
  const texts = new Map(
    [...written].map(([locale, text]) => [locale, { ...text, body: fromFolderText(text.body, beside) }]),
  );
  const record: ArticleRecord = {
    ownerId: null,
    reviewDue: null,
    ...former,
    ...facts,
    attachments: facts.attachments.flatMap((name) => beside.get(name)?.id ?? []),
    id: former?.id ?? newId(tx.now.getTime()),
    categoryId: category.id,
    sourceLocale: former?.sourceLocale ?? sourceLocale,
    version: (former?.version ?? 0) + 1,
    reviewedAt: reviewed ? new Date(reviewed) : (former?.reviewedAt ?? null),
    createdAt: former?.createdAt ?? tx.now,
    updatedAt: tx.now,
  };
  const comparable = (it: ArticleRecord | undefined) =>
    it && JSON.stringify({ ...it, version: 0, updatedAt: 0, createdAt: 0 }, Object.keys(record).sort());
  const changed = comparable(former) !== comparable(record);
  if (changed) await putArticle(tx, record);
  if (changed && former)
    await announce(tx, articleChanged, { subjectId: record.id, actor, payload: { fields: ['import'] } });

  const saved = (await takeTexts(tx, actor, record, texts, publish)) || changed;
  if (!former) return 'created';
  return saved ? 'updated' : 'unchanged';
}
