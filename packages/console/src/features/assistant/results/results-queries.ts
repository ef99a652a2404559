import { endpoints, type Locale } from '@fairlead/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';

const { assistant } = endpoints;
/** How often a run that is under way is asked how far it is, in milliseconds. */
const askEvery = 700;

export const examplesQuery = queryOptions({
  queryKey: ['assistant', 'examples'],
  queryFn: async ({ signal }) => (await call(assistant.listExamples, { signal })).items,
});

/** The sets that examples belong to: below the examples, so that both are fetched anew together. */
export const setsQuery = queryOptions({
  queryKey: ['assistant', 'examples', 'sets'],
  queryFn: async ({ signal }) => (await call(assistant.listSets, { signal })).items,
});

/** The last runs; asked again while one is under way. */
export const runsQuery = queryOptions({
  queryKey: ['assistant', 'runs'],
  queryFn: ({ signal }) => call(assistant.listRuns, { signal }),
  refetchInterval: ({ state }) => (state.data?.items.some((it) => it.state === 'running') ? askEvery : false),
});

/** One run with what was not right. */
export const runQuery = (id: string, done: number) =>
  queryOptions({
    queryKey: ['assistant', 'run', id, done],
    queryFn: ({ signal }) => call(assistant.readRun, { params: { id }, signal }),
    placeholderData: keepPreviousData,
  });

/** What an example may expect to be answered from. */
export const answersQuery = (locale: Locale) =>
  queryOptions({
    queryKey: ['assistant', 'articles', locale],
    queryFn: async ({ signal }) => (await call(assistant.listAnswers, { query: { locale }, signal })).items,
  });

export const versionsQuery = queryOptions({
  queryKey: ['assistant', 'versions'],
  queryFn: async ({ signal }) => (await call(assistant.listVersions, { signal })).items,
});
