import { endpoints } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api.ts';

export const customerAlertsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['alerts', 'customer', customerId],
    queryFn: ({ signal }) => call(endpoints.alertDesk.ofCustomer, { params: { id: customerId }, signal }),
  });

export const alertSettingsQuery = queryOptions({
  queryKey: ['alerts', 'settings'],
  queryFn: ({ signal }) => call(endpoints.alertDesk.settings, { signal }),
});
