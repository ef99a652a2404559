import { plainText } from '@fairlead/markdown';
import { createSearcher, type Searcher, type SearchResult } from '@fairlead/search';
import type { SearchWords } from '../glossary.ts';
import type { Library } from './library.ts';
import type { PublishedArticle, PublishedText } from './published-store.ts';
import { weightOf } from './reader-signals.ts';

/** The one searcher of a node, kept up with its library. */
export interface ArticleFinder {
  find(query: Parameters<Searcher['search']>[0]): SearchResult;
}

/**
 * Puts every text of the library into a searcher, and whatever changes; and all of them anew where the words change by which they are found.
 * A text is parsed when its language is first searched, and once.
 */
export function createArticleFinder(
  library: Pick<Library, 'articles' | 'categories' | 'onChange'>,
  words: SearchWords,
): ArticleFinder {
  let searcher = createSearcher({ glossary: words.current() });
  const parsed = new WeakMap<PublishedText, ReturnType<typeof plainText>>();
  const categories = () => new Map(library.categories().map((it) => [it.id, it.slug]));

  function plainOf(text: PublishedText): ReturnType<typeof plainText> {
    const plain = parsed.get(text) ?? plainText(text.body);
    parsed.set(text, plain);
    return plain;
  }

  function put(article: PublishedArticle): void {
    const category = categories().get(article.categoryId) ?? '';
    for (const text of article.texts.values()) {
      searcher.put({
        id: article.id,
        locale: text.locale,
        title: text.title,
        summary: text.summary,
        get headings() {
          return plainOf(text).headings;
        },
        get body() {
          return plainOf(text).body;
        },
        tags: article.tags,
        category,
        weight: weightOf(article.signals),
      });
    }
  }

  library.onChange((id, now, former) => {
    for (const locale of former?.texts.keys() ?? []) if (!now?.texts.has(locale)) searcher.remove(id, locale);
    if (now) put(now);
  });
  words.onChange(() => {
    searcher = createSearcher({ glossary: words.current() });
    for (const article of library.articles()) put(article);
  });
  return { find: (query) => searcher.search(query) };
}
