import { endpoints } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async ({ signal }) => (await call(endpoints.webhooks.list, { signal })).items,
});

/** What a webhook was told of late. */
export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: async ({ signal }) =>
      (await call(endpoints.webhooks.deliveries, { params: { id }, signal })).items,
  });
