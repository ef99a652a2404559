import type { HelpCategoryBody, Locale } from '@fairlead/contract';
import type { Tx } from '../../platform/database/database.ts';
import { type CoverageSource, noteTexts, sourceOf } from '../translation/index.ts';
import { listCategoryRows } from './category-store.ts';
import { currencyOf } from './translation-rules.ts';
import { listLiveTranslations } from './translation-store.ts';

/** Articles that readers see: by what is published in each language, not by what is being written. */
export const articleTexts: CoverageSource = {
  kind: 'article',
  chain: ['own', 'relative', 'english', 'source'],
  async list(reader) {
    const byArticle = Map.groupBy(await listLiveTranslations(reader), (it) => it.articleId);
    return [...byArticle].flatMap(([id, all]) => {
      const source = all.find((it) => it.locale === it.sourceLocale);
      // Without its source nobody sees it.
      if (!source) return [];
      const outdated = all.filter((it) => currencyOf(it, source) === 'outdated').map((it) => it.locale);
      return [
        {
          id,
          owner: id,
          name: source.title,
          source: source.locale,
          locales: all.map((it) => it.locale),
          shipped: [],
          outdated,
        },
      ];
    });
  },
};

/** Names and descriptions of the help center's categories. */
export const categoryTexts: CoverageSource = {
  kind: 'help_category',
  chain: ['own', 'relative', 'english', 'any'],
  list: async (reader) =>
    (await listCategoryRows(reader)).map(({ id, slug, texts }) => {
      const source = sourceOf(texts);
      return {
        id,
        owner: id,
        name: texts[source]?.name ?? slug,
        source,
        locales: Object.keys(texts) as Locale[],
        shipped: [],
        says: said(texts)[source] ?? '',
      };
    }),
};

/** Notes from what each language of a category was written, as it is saved. */
export async function noteCategory(
  tx: Tx,
  id: string,
  before: HelpCategoryBody['texts'] | undefined,
  after: HelpCategoryBody['texts'],
): Promise<void> {
  const sourced = (texts: HelpCategoryBody['texts']) => ({ texts: said(texts), source: sourceOf(texts) });
  await noteTexts(tx, { kind: 'help_category', id }, before ? sourced(before) : null, sourced(after));
}

const said = (texts: HelpCategoryBody['texts']): Partial<Record<Locale, string>> =>
  Object.fromEntries(
    Object.entries(texts).map(([locale, { name, description }]) => [locale, `${name}\n${description}`]),
  );
