import { type HelpCategoryBody, nearestLocale, type ZendeskItems } from '@fairlead/contract';
import type { Tx } from '../../../platform/database/database.ts';
import { listCategoryRows } from '../category-store.ts';
import { createCategory } from '../change-categories.ts';
import { putImport, readImports } from './import-store.ts';
import { freeSlug, slugOfTitle } from './slug-of-title.ts';

type Named = Pick<ZendeskItems['categories'][number], 'id' | 'name' | 'description' | 'locale'>;

/**
 * The category here of each section that is meant. Sections and categories that are not here yet are made, two levels of them: a section
 * within a section stands in the outermost one. Answers the slugs of those made.
 */
export async function importCategories(
  tx: Tx,
  batch: ZendeskItems,
  sectionIds: ReadonlySet<string>,
): Promise<{ categoryOf: Map<string, string>; made: string[] }> {
  const made: string[] = [];
  const categoryOf = new Map<string, string>();
  const here = new Set((await listCategoryRows(tx)).map((it) => it.id));

  /** Where a category or a section of there is here. */
  async function place(
    kind: 'category' | 'section',
    versions: readonly Named[],
    parentId: string | null,
  ): Promise<string | null> {
    const externalId = versions[0]?.id ?? '';
    const [known] = await readImports(tx, kind, [externalId]);
    if (known && here.has(known.objectId)) return known.objectId;
    const texts = textsOf(versions);
    if (Object.keys(texts).length === 0) return null;
    const rows = await listCategoryRows(tx);
    const name = texts.en?.name ?? Object.values(texts)[0]?.name ?? '';
    const wish = slugOfTitle(name) || `${kind}-${externalId}`;
    // One that has this address already, in the same place, is taken for the same.
    const same = rows.find((it) => it.slug === wish && it.parentId === parentId);
    const slug = freeSlug(wish, (it) => rows.some((row) => row.slug === it));
    const category = same ?? (await createCategory(tx, { slug, parentId, texts }));
    if (!same) made.push(slug);
    here.add(category.id);
    await putImport(tx, { kind, externalId, objectId: category.id, texts: {} });
    return category.id;
  }

  for (const id of sectionIds) {
    const outer = outermost(batch, id);
    const sections = batch.sections.filter((it) => it.id === outer);
    const top = batch.categories.filter((it) => it.id === sections[0]?.category_id);
    const parent = top.length > 0 ? await place('category', top, null) : null;
    const found = sections.length > 0 ? await place('section', sections, parent) : null;
    if (found) categoryOf.set(id, found);
  }
  return { categoryOf, made };
}

function outermost({ sections }: ZendeskItems, id: string): string {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    seen.add(at);
    const parent = sections.find((it) => it.id === at)?.parent_section_id;
    if (!parent || seen.has(parent) || !sections.some((it) => it.id === parent)) return at;
    at = parent;
  }
}

function textsOf(versions: readonly Named[]): HelpCategoryBody['texts'] {
  const texts: HelpCategoryBody['texts'] = {};
  for (const { name, description, locale } of versions) {
    const known = nearestLocale(locale ?? 'en');
    if (known && name.trim())
      texts[known] ??= { name: name.trim().slice(0, 80), description: description.trim().slice(0, 300) };
  }
  return texts;
}
