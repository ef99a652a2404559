import type { endpoints, ResponseOf } from '@fairlead/contract';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { ArticleRecord } from '../article.ts';
import { findBySlug, holdSlugs, lockArticle, putArticle } from '../article-store.ts';
import { listCategoryRows } from '../category-store.ts';
import { articleChanged } from '../events.ts';
import { findSameFile, readHelpFiles } from '../files/help-file-store.ts';
import { fromFolderText } from './folder-files.ts';
import { type FolderArticle, type FolderFile, type FolderProblem, readFolder } from './folder-format.ts';
import { takeTexts } from './take-texts.ts';
import { writeOrTry } from './write-or-try.ts';

type Answer = ResponseOf<typeof endpoints.articles.import>;
type Outcome = Answer['articles'][number]['outcome'];
/** As it is sent: a picture or file may be known by its bytes alone. */
type SentFile = FolderFile | { readonly path: string; readonly digest: string };

/** Stands for a file that is not here yet: good enough for a trial. */
const unsent = '00000000-0000-0000-0000-000000000000';

/**
 * Takes the articles of a folder in, each in a transaction of its own: what cannot be taken in is named, and the rest is done. Its
 * translations follow the source's text in the folder. A trial writes nothing, and says what would become of each.
 */
export async function importFolder(
  { database }: Platform,
  actor: Actor,
  { files, publish, trial }: { files: readonly SentFile[]; publish: boolean; trial: boolean },
): Promise<Answer> {
  const { articles, problems } = readFolder(await withIds(database.reader(), files));
  const answer = { articles: [] as Answer['articles'], problems: [...problems] as FolderProblem[] };
  for (const article of articles) {
    const path = `${article.category}/${article.slug}`;
    const done = await writeOrTry(database, trial, (tx) =>
      importArticle(tx, actor, article, { publish, trial }),
    );
    if (done === 'category_not_found' || done === 'file_not_found')
      answer.problems.push({ path, problem: done });
    else {
      const title = article.texts.get(article.sourceLocale)?.title ?? '';
      answer.articles.push({ path, title, outcome: done });
    }
  }
  return answer;
}

/** Files that are known by their bytes get the ids of those that are here. */
function withIds(reader: Reader, files: readonly SentFile[]): Promise<FolderFile[]> {
  return Promise.all(
    files.map(async (file) => {
      if (!('digest' in file)) return file;
      const here = await findSameFile(reader, file.digest);
      return { path: file.path, fileId: here?.id ?? unsent };
    }),
  );
}

/**
 * Takes one article in: a new one, or what it says anew. `publish` shows all of it to readers at once; otherwise what is new stays a draft.
 */
async function importArticle(
  tx: Tx,
  actor: Actor,
  found: FolderArticle,
  { publish, trial }: { publish: boolean; trial: boolean },
): Promise<Outcome | 'category_not_found' | 'file_not_found'> {
  const category = (await listCategoryRows(tx)).find((it) => it.slug === found.category);
  if (!category) return 'category_not_found';
  const there = await readHelpFiles(tx, [...found.files.values()]);
  const beside = new Map(
    [...found.files].flatMap(([name, id]) => {
      const file = there.get(id);
      return file ? [[name, file]] : [];
    }),
  );
  const coming = trial ? [...found.files].flatMap(([name, id]) => (id === unsent ? [name] : [])) : [];
  if (
    beside.size + coming.length < found.files.size ||
    found.attachments.some((it) => !beside.has(it) && !coming.includes(it))
  )
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
  const changed = coming.length > 0 || comparable(former) !== comparable(record);
  if (changed) await putArticle(tx, record);
  if (changed && former)
    await announce(tx, articleChanged, { subjectId: record.id, actor, payload: { fields: ['import'] } });

  const saved = (await takeTexts(tx, actor, record, texts, publish)) || changed;
  if (!former) return 'created';
  return saved ? 'updated' : 'unchanged';
}
