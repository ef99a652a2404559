import type { Locale } from '@fairlead/contract';
import type { Glossary } from '@fairlead/search';
import type { SearchWords } from '../glossary.ts';
import type { Library } from './library.ts';
import type { PublishedArticle } from './published-store.ts';
import { noSignals } from './reader-signals.ts';

/** A published article that tells in which languages its text was read, each time. */
export function countedArticle(
  id: string,
  bodies: Partial<Record<Locale, string>>,
): PublishedArticle & { readonly parsed: Locale[] } {
  const parsed: Locale[] = [];
  const texts = Object.entries(bodies).map(([tag, body]) => {
    const locale = tag as Locale;
    const text = {
      locale,
      revisionId: `${id} ${locale}`,
      title: 'T',
      summary: '',
      publishedAt: new Date(0),
      get body() {
        parsed.push(locale);
        return body;
      },
    };
    return [locale, text] as const;
  });
  return {
    id,
    slug: id,
    categoryId: 'c',
    visibility: 'public',
    sourceLocale: 'en',
    tags: [],
    intents: [],
    ticketCategory: null,
    related: [],
    attachments: [],
    ownerId: null,
    reviewDue: null,
    version: 1,
    reviewedAt: null,
    createdAt: new Date(0),
    updatedAt: new Date(0),
    texts: new Map(texts),
    files: new Map(),
    formerSlugs: [],
    signals: noSignals,
    parsed,
  };
}

/** A library that holds what a test puts in. */
export function libraryOf(): Pick<Library, 'articles' | 'byId' | 'categories' | 'onChange'> & {
  put(article: PublishedArticle): void;
} {
  const held = new Map<string, PublishedArticle>();
  const listeners: Array<Parameters<Library['onChange']>[0]> = [];
  return {
    articles: () => [...held.values()],
    byId: (id) => held.get(id),
    categories: () => [],
    onChange: (listener) => void listeners.push(listener),
    put(article) {
      const former = held.get(article.id);
      held.set(article.id, article);
      for (const listener of listeners) listener(article.id, article, former);
    },
  };
}

/** Words that come anew whenever a test says so. */
export function wordsThatChange(words: Glossary): SearchWords & { change(): void } {
  const listeners: Array<() => void> = [];
  return {
    current: () => words,
    onChange: (listener) => void listeners.push(listener),
    change: () => {
      for (const listener of listeners) listener();
    },
  };
}
