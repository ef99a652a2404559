import {
  type Announcement,
  type AnnouncementAudience,
  type AnnouncementKind,
  endpoints,
} from '@fairlead/contract';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api.ts';
import type { AnnouncementSearch } from './announcement-search.ts';

const { announcements } = endpoints;

/** Announcements as the address asks for them, the newest first. */
export const announcementsQuery = (search: AnnouncementSearch) =>
  infiniteQueryOptions({
    queryKey: ['announcements', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      call(announcements.list, {
        query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** Something of it is under way: a post that waits for its platform, a letter that has not left. */
const isUnderWay = ({ results, letters, gathering, state }: Announcement): boolean =>
  gathering?.done === false ||
  results.some((it) => it.state === 'waiting') ||
  (letters?.waiting ?? 0) > 0 ||
  state === 'scheduled';

/** One announcement; looked at again every other second while something of it is under way. */
export const announcementQuery = (id: string) =>
  queryOptions({
    queryKey: ['announcements', 'one', id],
    queryFn: ({ signal }) => call(announcements.read, { params: { id }, signal }),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? 2_000 : false),
  });

export const editionsQuery = (id: string, edition: number) =>
  queryOptions({
    queryKey: ['announcements', 'editions', id, edition],
    queryFn: async ({ signal }) => (await call(announcements.editions, { params: { id }, signal })).items,
    enabled: edition > 0,
  });

/** The trackers that an announcement is about. */
export const announcementTrackersQuery = (id: string) =>
  queryOptions({
    queryKey: ['announcements', 'trackers', id],
    queryFn: ({ signal }) => call(announcements.trackers, { params: { id }, signal }),
  });

/** The inboxes that can post for everybody, and what else there is to tell customers by. */
export const placesQuery = queryOptions({
  queryKey: ['announcements', 'places'],
  queryFn: ({ signal }) => call(announcements.places, { signal }),
  staleTime: 60_000,
});

/** How many letters would leave now. */
export const audienceQuery = (kind: AnnouncementKind, audience: AnnouncementAudience) =>
  queryOptions({
    queryKey: ['announcements', 'audience', kind, audience],
    queryFn: ({ signal }) => call(announcements.audience, { body: { kind, audience }, signal }),
  });

/** Does something that answers with the announcement as it is then. */
export function useAct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (work: () => Promise<Announcement>) => work(),
    onSuccess: (data) => {
      client.setQueryData(announcementQuery(id).queryKey, data);
      void client.invalidateQueries({ queryKey: ['announcements', 'list'] });
    },
    // Somebody else was faster: what they did shows, with the words that say so.
    onError: () => void client.invalidateQueries({ queryKey: announcementQuery(id).queryKey }),
  });
}
