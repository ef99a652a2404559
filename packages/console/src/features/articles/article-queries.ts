import { endpoints, type Locale } from '@fairlead/contract';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { type ArticleSearch, listQueryOf } from './list/article-search.ts';

const { articles } = endpoints;

/** All categories, parents before their children. */
export const categoriesQuery = queryOptions({
  queryKey: ['articles', 'categories'],
  queryFn: async ({ signal }) => (await call(articles.listCategories, { signal })).items,
});

/** Articles as the address asks for them, the last changed first. */
export const articlesQuery = (search: ArticleSearch) =>
  infiniteQueryOptions({
    queryKey: ['articles', 'list', listQueryOf(search)],
    queryFn: ({ pageParam, signal }) =>
      call(articles.list, {
        query: { ...listQueryOf(search), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** One article with where each of its translations stands. */
export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ['articles', 'one', id],
    queryFn: ({ signal }) => call(articles.get, { params: { id }, signal }),
  });

/** One of its translations with its text. */
export const translationQuery = (id: string, locale: Locale) =>
  queryOptions({
    queryKey: ['articles', 'translation', id, locale],
    queryFn: ({ signal }) => call(articles.translation, { params: { id, locale }, signal }),
  });

/** The revisions of a translation, the last first. */
export const revisionsQuery = (id: string, locale: Locale) =>
  queryOptions({
    queryKey: ['articles', 'revisions', id, locale],
    queryFn: async ({ signal }) => (await call(articles.revisions, { params: { id, locale }, signal })).items,
  });

/** One revision with its text. The one that is written on may still change. */
export const revisionQuery = (id: string, locale: Locale, revisionId: string) =>
  queryOptions({
    queryKey: ['articles', 'revision', id, locale, revisionId],
    queryFn: ({ signal }) => call(articles.revision, { params: { id, locale, revisionId }, signal }),
  });

/** A text as readers would see it. */
export const previewQuery = (body: string, locale: Locale) =>
  queryOptions({
    queryKey: ['articles', 'preview', locale, body],
    queryFn: ({ signal }) => call(articles.preview, { body: { body, locale }, signal }),
    staleTime: 60_000,
    gcTime: 60_000,
  });

/** The live facts that there are, as they are written in a language. */
export const factsQuery = (locale: Locale) =>
  queryOptions({
    queryKey: ['articles', 'facts', locale],
    queryFn: async ({ signal }) => (await call(articles.facts, { query: { locale }, signal })).items,
    staleTime: 60_000,
  });

/** Reads all anew that a change of an article touches. */
export async function refetchArticle(client: QueryClient, id: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['articles', 'one', id] }),
    client.invalidateQueries({ queryKey: ['articles', 'translation', id] }),
    client.invalidateQueries({ queryKey: ['articles', 'revisions', id] }),
    client.invalidateQueries({ queryKey: ['articles', 'revision', id] }),
    client.invalidateQueries({ queryKey: ['articles', 'list'] }),
    client.invalidateQueries({ queryKey: categoriesQuery.queryKey }),
  ]);
}
