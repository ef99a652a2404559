import {
  type DefaultView,
  defaultFilters,
  defaultOrderOf,
  defaultViews,
  maximumCount,
  type Ticket,
  type ticketEndpoints,
  type ViewCount,
  type ViewFilter,
} from '@fairlead/contract';
import type { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { teamsOf } from '../people/index.ts';
import { ticketScopeOf } from './access-ticket.ts';
import { conditionOf, type Viewer } from './filter-store.ts';
import { countTickets, type ListPage, listTickets, searchTickets, wantedOf } from './list-store.ts';
import { presentTickets } from './present-tickets.ts';
import { listViews, viewForAgent } from './saved-views.ts';
import { readPlace, writePlace } from './ticket-cursor.ts';

type Query = z.output<(typeof ticketEndpoints)['list']['query']>;

/** A list of tickets, or a search in it, within the agent's reach. */
export async function readList(
  reader: Reader,
  actor: AgentActor,
  query: Query,
): Promise<{ items: Ticket[]; next: string | null }> {
  const [scope, viewer] = [await ticketScopeOf(reader, actor), await viewerOf(reader, actor)];
  const view = await viewOf(reader, actor, query.view);
  const page: ListPage = {
    sort: query.sort ?? view.sort,
    direction: query.direction ?? view.direction,
    after: query.cursor ? readPlace(query.cursor) : null,
    limit: query.limit + 1,
  };
  const { customerId, conversationId, filter } = query;
  const wanted = wantedOf([view.filter, ...(filter ? [filter] : [])], viewer, { customerId, conversationId });
  const text = query.q?.trim();
  const found = text
    ? await searchTickets(reader, scope, wanted, text, page)
    : await listTickets(reader, scope, wanted, page);
  const records = found.slice(0, query.limit);
  const last = found.length > query.limit ? records.at(-1) : undefined;
  return { items: await presentTickets(reader, records), next: last ? writePlace(last) : null };
}

/** How many tickets each view holds that the agent has. */
export async function countViews(
  reader: Reader,
  actor: AgentActor,
): Promise<{ views: Record<string, ViewCount> }> {
  const [scope, viewer] = [await ticketScopeOf(reader, actor), await viewerOf(reader, actor)];
  const saved = await listViews(reader, actor);
  const conditions = new Map([
    ...defaultViews.map((name) => [name as string, conditionOf(defaultFilters[name], viewer)] as const),
    ...saved.map((view) => [view.id, conditionOf(view.filter, viewer)] as const),
  ]);
  const counts = await countTickets(reader, scope, conditions, maximumCount);
  return {
    views: Object.fromEntries(
      [...counts].map(([name, count]) => [
        name,
        { count: Math.min(count, maximumCount), more: count > maximumCount },
      ]),
    ),
  };
}

async function viewerOf(reader: Reader, actor: AgentActor): Promise<Viewer> {
  return { agentId: actor.id, teamIds: await teamsOf(reader, actor.id), now: reader.now };
}

async function viewOf(
  reader: Reader,
  actor: AgentActor,
  view: string | undefined,
): Promise<{ filter: ViewFilter } & Pick<ListPage, 'sort' | 'direction'>> {
  if (view === undefined) return { filter: { all: [], any: [] }, ...defaultOrderOf() };
  if (isDefault(view)) return { filter: defaultFilters[view], ...defaultOrderOf(view) };
  return viewForAgent(reader, actor, view);
}

const isDefault = (view: string): view is DefaultView => (defaultViews as readonly string[]).includes(view);
