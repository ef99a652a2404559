import type { Locale } from '@fairlead/contract';
import { plainText } from '@fairlead/markdown';
import { createSearcher, type Searcher, type SearchResult } from '@fairlead/search';
import { glossary } from '../glossary.ts';
import type { Library } from './library.ts';
import { weightOf } from './reader-signals.ts';

/** The one searcher of a node, kept up with its library. */
export interface ArticleFinder {
  find(query: Parameters<Searcher['search']>[0]): SearchResult;
}

/** Puts every text of the library into a searcher, and whatever changes. */
export function createArticleFinder(library: Library): ArticleFinder {
  const searcher = createSearcher({ glossary });
  const known = new Map<string, Locale[]>();
  const categories = () => new Map(library.categories().map((it) => [it.id, it.slug]));

  library.onChange((id, now) => {
    for (const locale of known.get(id) ?? []) if (!now?.texts.has(locale)) searcher.remove(id, locale);
    if (!now) {
      known.delete(id);
      return;
    }
    known.set(id, [...now.texts.keys()]);
    const category = categories().get(now.categoryId) ?? '';
    for (const text of now.texts.values()) {
      searcher.put({
        id,
        locale: text.locale,
        title: text.title,
        summary: text.summary,
        ...plainText(text.body),
        tags: now.tags,
        category,
        weight: weightOf(now.signals),
      });
    }
  });
  return { find: (query) => searcher.search(query) };
}
