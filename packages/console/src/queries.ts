import { endpoints } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from './api.ts';

/** The signed-in agent. */
export const meQuery = queryOptions({
  queryKey: ['access', 'me'],
  queryFn: ({ signal }) => call(endpoints.access.me, { signal }),
  staleTime: 60_000,
});

/** Whether the installation still needs its first administrator. */
export const setupStateQuery = queryOptions({
  queryKey: ['access', 'setup-state'],
  queryFn: ({ signal }) => call(endpoints.access.setupState, { signal }),
  staleTime: 60_000,
});

/** All agents, as an array. */
export const agentsQuery = queryOptions({
  queryKey: ['people', 'agents'],
  queryFn: async ({ signal }) => (await call(endpoints.people.listAgents, { signal })).items,
});

/** The macros that this agent has, as an array. */
export const macrosQuery = queryOptions({
  queryKey: ['macros'],
  queryFn: async ({ signal }) => (await call(endpoints.macros.list, { signal })).items,
  staleTime: 60_000,
});

/** All teams, as an array. */
export const teamsQuery = queryOptions({
  queryKey: ['people', 'teams'],
  queryFn: async ({ signal }) => (await call(endpoints.people.listTeams, { signal })).items,
});

/** All inboxes, as an array. */
export const inboxesQuery = queryOptions({
  queryKey: ['channels', 'inboxes'],
  queryFn: async ({ signal }) => (await call(endpoints.channels.listInboxes, { signal })).items,
});

/** How inboxes get along with the servers behind them; looked at again now and then, since nobody says when a token ends. */
export const inboxHealthQuery = queryOptions({
  queryKey: ['channels', 'health'],
  queryFn: async ({ signal }) => (await call(endpoints.channels.listInboxHealth, { signal })).items,
  refetchInterval: 60_000,
});

/** One customer's card. */
export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'customer', id],
    queryFn: ({ signal }) => call(endpoints.people.getCustomer, { params: { id }, signal }),
  });

/** Events that a subscriber could not take in. */
export const deadLettersQuery = queryOptions({
  queryKey: ['operations', 'dead-letters'],
  queryFn: async ({ signal }) => (await call(endpoints.operations.listDeadLetters, { signal })).items,
});
