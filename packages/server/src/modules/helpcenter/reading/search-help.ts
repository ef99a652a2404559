import type { endpoints, ResponseOf } from '@fairlead/contract';
import { foldText } from '@fairlead/search';
import type { z } from 'zod';
import type { Caller } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import { insertSearch } from '../deeds/deed-store.ts';
import { searchWords } from '../deeds/search-words.ts';
import type { HelpCenter } from '../help-center.ts';
import { nextLocales } from '../translation-rules.ts';
import { readableBy } from './rights.ts';

/**
 * Articles that answer what somebody types, for who may read them. A search that is `final` is kept for editors, without what names
 * anybody; one that cannot be kept is answered all the same.
 */
export async function searchHelp(
  { platform, library, help, finder }: HelpCenter,
  caller: Caller,
  query: z.output<typeof endpoints.help.search.query>,
): Promise<ResponseOf<typeof endpoints.help.search>> {
  await library.ready();
  const { text, locale, category, limit, place, final } = query;
  const readable = readableBy(caller);
  const found = finder.find({
    text,
    locale,
    fallbackLocales: nextLocales(locale, new Set(library.articles().map((it) => it.sourceLocale))),
    ...(category && { category }),
    limit,
    filter: (id) => {
      const article = library.byId(id);
      return article !== undefined && readable(article);
    },
  });
  const items = found.hits.flatMap((hit) => {
    const article = library.byId(hit.id);
    if (!article) return [];
    const line = help.line(article, locale);
    const { visibility } = article;
    const address = `${platform.publicUrl}${line.url}`;
    return [{ ...line, visibility, address, titleFragments: hit.title, excerpt: hit.excerpt }];
  });
  const facets = Object.entries(found.facets).map(([slug, count]) => ({ category: slug, count }));
  const words = searchWords(text);
  if (!final || !words) return { items, facets, searchId: null };
  const id = newId(platform.clock.now().getTime());
  const kept = await platform.database
    .write((tx) =>
      insertSearch(tx, { id, text: words, folded: foldText(words), locale, place, results: items.length }),
    )
    .then(() => true)
    .catch((error: unknown) => {
      platform.log.warn({ error }, 'a search was not kept');
      return false;
    });
  return { items, facets, searchId: kept ? id : null };
}
