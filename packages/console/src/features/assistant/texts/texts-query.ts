import { endpoints, type Locale } from '@fairlead/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';

/** What the assistant and its flows say in a language. */
export const textsQuery = (locale: Locale) =>
  queryOptions({
    queryKey: ['assistant', 'texts', locale],
    queryFn: ({ signal }) => call(endpoints.assistant.texts, { query: { locale }, signal }),
    placeholderData: keepPreviousData,
  });
