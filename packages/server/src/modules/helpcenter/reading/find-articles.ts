import type { Locale } from '@fairlead/contract';
import { plainText } from '@fairlead/markdown';
import { createSearcher, type Searcher, type SearchResult } from '@fairlead/search';
import type { SearchWords } from '../glossary.ts';
import type { Library } from './library.ts';
import type { PublishedArticle } from './published-store.ts';
import { weightOf } from './reader-signals.ts';

/** The one searcher of a node, kept up with its library. */
export interface ArticleFinder {
  find(query: Parameters<Searcher['search']>[0]): SearchResult;
}

/** Puts every text of the library into a searcher, and whatever changes; and all of them anew where the words change by which they are found. */
export function createArticleFinder(library: Library, words: SearchWords): ArticleFinder {
  let searcher = createSearcher({ glossary: words.current() });
  const known = new Map<string, Locale[]>();
  const categories = () => new Map(library.categories().map((it) => [it.id, it.slug]));

  function put(id: string, now: PublishedArticle | undefined): void {
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
  }

  library.onChange(put);
  words.onChange(() => {
    searcher = createSearcher({ glossary: words.current() });
    known.clear();
    for (const article of library.articles()) put(article.id, article);
  });
  return { find: (query) => searcher.search(query) };
}
