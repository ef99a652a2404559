import { endpoints, type SlaAlert, type TicketClocks } from '@fairlead/contract';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../api.ts';
import { createClockLoader } from './clock-loader.ts';

const { sla } = endpoints;

/** By what clocks are looked up. */
export type ClocksOf = 'ticket' | 'conversation';

/** Keys of everything about promised times. */
export const slaKeys = {
  /** What events keep current. */
  live: ['sla', 'live'] as const,
  clocks: (of: ClocksOf, id: string) => ['sla', 'live', 'clocks', of, id] as const,
  ticket: (id: string) => ['sla', 'live', 'ticket', id] as const,
  alerts: ['sla', 'live', 'alerts'] as const,
};

const load = createClockLoader((query) => call(sla.clocks, { query }));

/** The clocks of a ticket, or of the tickets of a conversation. Many that are asked for at once are fetched together. */
export const clocksQuery = (of: ClocksOf, id: string) =>
  queryOptions({
    queryKey: slaKeys.clocks(of, id),
    queryFn: (): Promise<TicketClocks[]> => load(of, id),
    staleTime: 60_000,
  });

/** Every clock that a ticket has had, and why its policy holds. */
export const ticketSlaQuery = (id: string) =>
  queryOptions({
    queryKey: slaKeys.ticket(id),
    queryFn: ({ signal }) => call(sla.ticket, { params: { id }, signal }),
  });

/** What the agent was told and has not acknowledged, latest first. */
export const alertsQuery = queryOptions({
  queryKey: slaKeys.alerts,
  queryFn: async ({ signal }): Promise<SlaAlert[]> => (await call(sla.alerts, { signal })).items,
  staleTime: 60_000,
});

/** Puts the clocks of a ticket where they are shown. */
export function putClocks(client: QueryClient, { ticketId, conversationId, clocks }: TicketClocks): void {
  const put = (of: ClocksOf, id: string) =>
    client.setQueryData<TicketClocks[]>(
      slaKeys.clocks(of, id),
      (held) =>
        held && [...held.filter((it) => it.ticketId !== ticketId), { ticketId, conversationId, clocks }],
    );
  put('ticket', ticketId);
  if (conversationId) put('conversation', conversationId);
  void client.invalidateQueries({ queryKey: slaKeys.ticket(ticketId), exact: true });
}

/** Puts an alert into the list, or takes one out that was acknowledged or cleared. */
export function putAlert(client: QueryClient, alert: SlaAlert): void {
  client.setQueryData<SlaAlert[]>(slaKeys.alerts, (held) => held && withAlert(held, alert));
}

/** A list of alerts, latest first, with news of one; those that were acknowledged or cleared are not in it. */
export function withAlert(held: readonly SlaAlert[], alert: SlaAlert): SlaAlert[] {
  const others = held.filter((it) => it.id !== alert.id);
  if (alert.acknowledgedAt !== null || alert.clearedAt !== null) return others;
  const at = others.findIndex((it) => it.createdAt <= alert.createdAt);
  return others.toSpliced(at < 0 ? others.length : at, 0, alert);
}
