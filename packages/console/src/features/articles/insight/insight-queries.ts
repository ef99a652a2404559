import { endpoints, type Locale, type SearchOutcome } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';

const { helpInsight } = endpoints;

/** Which days, and which language where it is one. */
export interface Span {
  days: number;
  locale?: Locale;
}

export const overviewQuery = (query: Span) =>
  queryOptions({
    queryKey: ['articles', 'insight', 'overview', query],
    queryFn: ({ signal }) => call(helpInsight.overview, { query, signal }),
  });

export const searchesQuery = (span: Span, outcome: SearchOutcome) =>
  queryOptions({
    queryKey: ['articles', 'insight', 'searches', span, outcome],
    queryFn: async ({ signal }) =>
      (await call(helpInsight.searches, { query: { ...span, outcome }, signal })).items,
  });

export const textsQuery = (span: Span, by: 'views' | 'contacts') =>
  queryOptions({
    queryKey: ['articles', 'insight', 'texts', span, by],
    queryFn: async ({ signal }) => (await call(helpInsight.texts, { query: { ...span, by }, signal })).items,
  });

export const votesQuery = (query: Span) =>
  queryOptions({
    queryKey: ['articles', 'insight', 'votes', query],
    queryFn: async ({ signal }) => (await call(helpInsight.votes, { query, signal })).items,
  });

export const outdatedQuery = (locale: Locale | undefined) =>
  queryOptions({
    queryKey: ['articles', 'insight', 'outdated', locale],
    queryFn: async ({ signal }) =>
      (await call(helpInsight.outdated, { query: locale ? { locale } : {}, signal })).items,
  });

export const duplicatesQuery = (locale: Locale | undefined) =>
  queryOptions({
    queryKey: ['articles', 'insight', 'duplicates', locale],
    queryFn: async ({ signal }) =>
      (await call(helpInsight.duplicates, { query: locale ? { locale } : {}, signal })).items,
  });

export const dueQuery = queryOptions({
  queryKey: ['articles', 'insight', 'due'],
  queryFn: async ({ signal }) => (await call(helpInsight.due, { signal })).items,
});

export const driftQuery = (state: 'open' | 'all') =>
  queryOptions({
    queryKey: ['articles', 'insight', 'drift', state],
    queryFn: async ({ signal }) => (await call(helpInsight.drift, { query: { state }, signal })).items,
  });

export const coverageQuery = queryOptions({
  queryKey: ['articles', 'insight', 'coverage'],
  queryFn: async ({ signal }) => (await call(helpInsight.coverage, { signal })).items,
});
