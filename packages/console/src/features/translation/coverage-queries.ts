import { type CoverageKind, endpoints, type Locale } from '@fairlead/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';

export const coverageKey = ['translation', 'coverage'] as const;

// What is written on other pages is not told here.
export const coverageQuery = queryOptions({
  queryKey: coverageKey,
  queryFn: ({ signal }) => call(endpoints.translation.coverage, { signal }),
  staleTime: 0,
});

export const coveredQuery = (kind: CoverageKind, locale: Locale) =>
  queryOptions({
    queryKey: [...coverageKey, kind, locale],
    queryFn: ({ signal }) =>
      call(endpoints.translation.coverageOfKind, { params: { kind }, query: { locale }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
