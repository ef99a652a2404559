import type { HelpCategory, HelpCategoryBody } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { inTreeOrder } from './category-rules.ts';
import {
  type CategoryRecord,
  deleteCategoryRow,
  holdCategories,
  listCategoryRows,
  placeCategories,
  putCategory,
} from './category-store.ts';
import { noteCategory } from './covered-texts.ts';

/** All categories, parents before their children, in order. */
export async function listCategories(reader: Reader): Promise<HelpCategory[]> {
  return inTreeOrder(await listCategoryRows(reader));
}

/** Adds a category behind its siblings. Throws `article.slug_taken`, `article.category_not_found` and `article.category_too_deep`. */
export async function createCategory(tx: Tx, body: HelpCategoryBody): Promise<HelpCategory> {
  return keepCategory(tx, newId(tx.now.getTime()), body);
}

/** Changes a category. Throws `article.category_not_found`, and what adding one throws. */
export async function updateCategory(tx: Tx, id: string, body: HelpCategoryBody): Promise<HelpCategory> {
  if (!(await listCategoryRows(tx)).some((it) => it.id === id)) throw fail('article.category_not_found');
  return keepCategory(tx, id, body);
}

async function keepCategory(tx: Tx, id: string, body: HelpCategoryBody): Promise<HelpCategory> {
  await holdCategories(tx);
  const all = await listCategoryRows(tx);
  const former = all.find((it) => it.id === id);
  if (all.some((it) => it.slug === body.slug && it.id !== id)) throw fail('article.slug_taken');
  requireParent(all, id, body.parentId);
  const record: CategoryRecord = {
    ...body,
    id,
    position: former?.position ?? Math.max(0, ...all.map((it) => it.position)) + 1,
  };
  await putCategory(tx, record);
  await noteCategory(tx, id, former?.texts, body.texts);
  return { ...record, articles: former?.articles ?? 0 };
}

// Two levels: what a reader takes in at a glance. So a parent has none itself, and who has children becomes nobody's child.
function requireParent(
  all: ReadonlyArray<Pick<CategoryRecord, 'id' | 'parentId'>>,
  id: string,
  parentId: string | null,
): void {
  if (!parentId) return;
  const parent = all.find((it) => it.id === parentId);
  if (!parent) throw fail('article.category_not_found');
  if (parent.parentId || parentId === id || all.some((it) => it.parentId === id))
    throw fail('article.category_too_deep');
}

/** Removes an empty category. Throws `article.category_not_found`, `article.category_in_use`. */
export async function deleteCategory(tx: Tx, id: string): Promise<void> {
  await holdCategories(tx);
  const all = await listCategoryRows(tx);
  const found = all.find((it) => it.id === id);
  if (!found) throw fail('article.category_not_found');
  if (found.articles > 0 || all.some((it) => it.parentId === id)) throw fail('article.category_in_use');
  await deleteCategoryRow(tx, id);
}

/** Throws `article.order_incomplete` unless each category is named once. */
export async function orderCategories(tx: Tx, ids: readonly string[]): Promise<HelpCategory[]> {
  await holdCategories(tx);
  const known = new Set((await listCategoryRows(tx)).map((it) => it.id));
  const whole =
    ids.length === known.size && new Set(ids).size === ids.length && ids.every((id) => known.has(id));
  if (!whole) throw fail('article.order_incomplete');
  await placeCategories(tx, ids);
  return listCategories(tx);
}
