import { endpoints } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../api.ts';

const { sla } = endpoints;

/** The policies in their order. */
export const policiesQuery = queryOptions({
  queryKey: ['sla', 'policies'],
  queryFn: async ({ signal }) => (await call(sla.listPolicies, { signal })).items,
});

/** The calendars by name. */
export const calendarsQuery = queryOptions({
  queryKey: ['sla', 'calendars'],
  queryFn: async ({ signal }) => (await call(sla.listCalendars, { signal })).items,
});

/** Which policy a ticket would get now; asked for anew each time, since policies change beside it. */
export const trialQuery = (id: string) =>
  queryOptions({
    queryKey: ['sla', 'trial', id],
    queryFn: ({ signal }) => call(sla.trial, { params: { id }, signal }),
    gcTime: 0,
  });
