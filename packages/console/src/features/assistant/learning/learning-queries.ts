import { type ClusterState, endpoints, type Locale, type UtteranceState } from '@fairlead/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';

const { assistant } = endpoints;

/** Begins the keys of all that changes when something is learned, decided or gathered. */
export const learningKey = ['assistant', 'learning'] as const;

export const clustersQuery = (locale: Locale, state: ClusterState) =>
  queryOptions({
    queryKey: [...learningKey, 'clusters', locale, state],
    queryFn: ({ signal }) => call(assistant.listClusters, { query: { locale, state }, signal }),
    placeholderData: keepPreviousData,
  });

export const clusterQuery = (id: string, locale: Locale) =>
  queryOptions({
    queryKey: [...learningKey, 'cluster', id, locale],
    queryFn: ({ signal }) => call(assistant.readCluster, { params: { id }, query: { locale }, signal }),
  });

export const utterancesQuery = (state: UtteranceState) =>
  queryOptions({
    queryKey: [...learningKey, 'utterances', state],
    queryFn: ({ signal }) => call(assistant.listUtterances, { query: { state }, signal }),
    placeholderData: keepPreviousData,
  });

/** How often a training that is under way is asked how far it is, in milliseconds. */
const askEvery = 1500;

/** The versions of the classifier; asked again while one is being trained. */
export const classifiersQuery = queryOptions({
  queryKey: [...learningKey, 'classifiers'],
  queryFn: ({ signal }) => call(assistant.listClassifiers, { signal }),
  refetchInterval: ({ state }) =>
    state.data?.items.some((it) => it.state === 'training') ? askEvery : false,
});
