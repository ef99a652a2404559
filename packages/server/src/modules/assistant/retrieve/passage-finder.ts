import type { Locale } from '@fairlead/contract';
import { createSearcher } from '@fairlead/search';
import type { Library, PublishedArticle, PublishedText, SearchWords } from '../../helpcenter/index.ts';
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

/**
 * Finds the passages of a library, and keeps up with it, and with the words by which else they are found. A language is read when somebody
 * first asks in it, and each of its texts is parsed once.
 */
export function createPassageFinder(
  library: Pick<Library, 'articles' | 'byId' | 'onChange'>,
  words: SearchWords,
): PassageFinder {
  let searcher = createSearcher({ glossary: words.current() });
  const parsed = new WeakMap<PublishedText, Passage[]>();
  /** The languages whose passages are in the searcher. */
  const searchable = new Set<Locale>();

  function passagesIn(articleId: string, text: PublishedText): readonly Passage[] {
    const passages = parsed.get(text) ?? passagesOf(articleId, text);
    parsed.set(text, passages);
    return passages;
  }

  function put(article: PublishedArticle, locale: Locale): void {
    const text = article.texts.get(locale);
    if (!text) return;
    for (const passage of passagesIn(article.id, text))
      searcher.put({
        id: passageKey(passage),
        locale,
        title: text.title,
        summary: passage.at === 0 ? text.summary : '',
        headings: passage.heading === null ? [] : [passage.heading],
        body: passage.plain,
        tags: article.tags,
        category: article.categoryId,
      });
  }

  function makeSearchable(locale: Locale): void {
    if (searchable.has(locale)) return;
    searchable.add(locale);
    for (const article of library.articles()) put(article, locale);
  }

  library.onChange((id, now, former) => {
    for (const locale of searchable) {
      const before = former?.texts.get(locale);
      for (const passage of before ? passagesIn(id, before) : [])
        searcher.remove(passageKey(passage), locale);
      if (now) put(now, locale);
    }
  });

  words.onChange(() => {
    searcher = createSearcher({ glossary: words.current() });
    searchable.clear();
  });

  const bestOf = (id: string, locale: Locale): readonly Passage[] => {
    const texts = library.byId(id)?.texts;
    const text = [locale, ...fallbacks].map((tag) => texts?.get(tag)).find(Boolean);
    const best = text ?? texts?.values().next().value;
    return best ? passagesIn(id, best) : [];
  };

  return {
    of: (article, locale) => bestOf(article.id, locale),
    find({ text, locale, readable, limit }) {
      for (const tag of [locale, ...fallbacks]) makeSearchable(tag);
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
        const id = articleOf(hit.id);
        const found = library.byId(id)?.texts.get(hit.locale as Locale);
        const passage = found && passagesIn(id, found).find((it) => passageKey(it) === hit.id);
        return passage ? [{ passage, score: Math.min(1, hit.score / most) }] : [];
      });
    },
  };
}
