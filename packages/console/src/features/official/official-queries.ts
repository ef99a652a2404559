import { endpoints } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';

/** The registry of what is ours and who poses as us, the last changed first. */
export const officialQuery = queryOptions({
  queryKey: ['official', 'entries'],
  queryFn: async ({ signal }) => (await call(endpoints.official.list, { signal })).items,
});

/** What customers reported and nobody has decided. */
export const reportsQuery = queryOptions({
  queryKey: ['official', 'reports'],
  queryFn: async ({ signal }) => (await call(endpoints.official.listReports, { signal })).items,
});
