import type { Locale } from '@fairlead/contract';
import { createSearcher } from '@fairlead/search';
import type { SearchWords } from '../../helpcenter/index.ts';
import { type Library, type PublishedArticle } from '../../helpcenter/index.ts';
import { type Passage, passageKey, passagesOf } from './passage.ts';

/** A passage and how well it fits: 1 is the best that was found. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly score: number;
}

/** Finds passages of what is published, by what a customer writes. */
export interface PassageFinder {
  /** The best first, of articles that may be read; in the reader's language, else in another that there is. */
  find(request: {
    text: string;
    locale: Locale;
    readable: (article: PublishedArticle) => boolean;
    limit: number;
  }): FoundPassage[];
  /** All of an article, in the reader's language, else in another. */
  of(article: PublishedArticle, locale: Locale): readonly Passage[];
}

/** Languages that more readers read, for what there is in no other. */
const fallbacks: readonly Locale[] = ['en', 'zh-CN'];

const articleOf = (id: string) => id.slice(0, id.indexOf('#'));

/** Holds every passage of a library in a searcher, and keeps up with it, and with the words by which else they are found. */
export function createPassageFinder(library: Library, words: SearchWords): PassageFinder {
  let searcher = createSearcher({ glossary: words.current() });
  const held = new Map<string, Map<Locale, Passage[]>>();

  function forget(id: string): void {
    for (const [locale, passages] of held.get(id) ?? [])
      for (const passage of passages) searcher.remove(passageKey(passage), locale);
    held.delete(id);
  }

  function put(article: PublishedArticle): void {
    const byLocale = new Map<Locale, Passage[]>();
    for (const text of article.texts.values()) {
      const passages = passagesOf(article.id, text);
      byLocale.set(text.locale, passages);
      for (const passage of passages)
        searcher.put({
          id: passageKey(passage),
          locale: text.locale,
          title: text.title,
          summary: passage.at === 0 ? text.summary : '',
          headings: passage.heading === null ? [] : [passage.heading],
          body: passage.plain,
          tags: article.tags,
          category: article.categoryId,
        });
    }
    held.set(article.id, byLocale);
  }

  for (const article of library.articles()) put(article);
  library.onChange((id, now) => {
    forget(id);
    if (now) put(now);
  });

  words.onChange(() => {
    searcher = createSearcher({ glossary: words.current() });
    held.clear();
    for (const article of library.articles()) put(article);
  });

  const bestOf = (id: string, locale: Locale): readonly Passage[] => {
    const texts = held.get(id);
    for (const tag of [locale, ...fallbacks]) {
      const found = texts?.get(tag);
      if (found) return found;
    }
    return texts?.values().next().value ?? [];
  };

  return {
    of: (article, locale) => bestOf(article.id, locale),
    find({ text, locale, readable, limit }) {
      const { hits } = searcher.search({
        text,
        locale,
        fallbackLocales: fallbacks,
        limit,
        filter: (id) => {
          const article = library.byId(articleOf(id));
          return article !== undefined && readable(article);
        },
      });
      const most = hits[0]?.score ?? 1;
      return hits.flatMap((hit) => {
        const passage = held
          .get(articleOf(hit.id))
          ?.get(hit.locale as Locale)
          ?.find((it) => passageKey(it) === hit.id);
        return passage ? [{ passage, score: Math.min(1, hit.score / most) }] : [];
      });
    },
  };
}
