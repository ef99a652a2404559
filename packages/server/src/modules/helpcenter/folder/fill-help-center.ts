import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { ArticleRecord } from '../article.ts';
import { listCategoryRows } from '../category-store.ts';
import { insertPublished } from './fill-store.ts';
import type { FolderArticle } from './folder-format.ts';

/** Fills an empty help center with a folder's articles, published, at once. Throws where a category is not there; for what may be there already there is importArticle. */
export async function fillHelpCenter(tx: Tx, folder: readonly FolderArticle[]): Promise<void> {
  const categories = new Map((await listCategoryRows(tx)).map((it) => [it.slug, it.id]));
  // Ids in the order of the folder, which readers see them in.
  let at = tx.now.getTime();
  const made = folder.map(({ texts, category, reviewed, ...found }) => {
    const { files: _, ...facts } = found;
    const categoryId = categories.get(category);
    if (!categoryId) throw new Error(`there is no category ${category}`);
    const article: ArticleRecord = {
      ...facts,
      id: newId(at++),
      categoryId,
      // The files of a folder are known here once somebody has sent them.
      attachments: [],
      ownerId: null,
      reviewDue: null,
      reviewedAt: reviewed ? new Date(reviewed) : null,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    const revisions = [...texts].map(([locale, text]) => ({
      ...text,
      id: newId(at++),
      articleId: article.id,
      locale,
      number: 1,
      authorId: null,
      createdAt: tx.now,
    }));
    const source = revisions.find((it) => it.locale === article.sourceLocale)?.id ?? null;
    return {
      article,
      revisions: revisions.map((it) => ({
        ...it,
        followsId: it.locale === article.sourceLocale ? null : source,
      })),
    };
  });
  await insertPublished(
    tx,
    made.map((it) => it.article),
    made.flatMap((it) => it.revisions),
  );
}
