import type { Me, Ticket, TicketDetail, TicketView } from '@fairlead/contract';
import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../queries.ts';
import { repack } from './repack.ts';
import {
  ruleOf,
  type TicketListState,
  type TicketQuery,
  type TicketViewer,
  withoutTicket,
  withTicket,
} from './ticket-list-state.ts';
import { type TicketPages, ticketKeys } from './ticket-queries.ts';

/** Puts news of a ticket everywhere it is shown; what only the server knows of it is fetched anew where it is on screen. */
export function putTicket(client: QueryClient, ticket: Ticket): void {
  const { id, parentId } = ticket;
  const held = client.getQueryData<TicketDetail>(ticketKeys.one(id));
  if (held && ticket.version >= held.version) {
    client.setQueryData<TicketDetail>(ticketKeys.one(id), { ...held, ...ticket });
  }
  if (held && ticket.version > held.version) {
    void client.invalidateQueries({ queryKey: ticketKeys.one(id), exact: true });
  }
  placeInLists(client, ticket);
  for (const [key, other] of client.getQueriesData<TicketDetail>({ queryKey: ticketKeys.details })) {
    if (other && (other.id === parentId || mentions(other, id))) {
      void client.invalidateQueries({ queryKey: key, exact: true });
    }
  }
  fetchAround(client, id);
}

/** The same with everything there is to know of it, such as an answer to one's own change. */
export function putTicketDetail(client: QueryClient, detail: TicketDetail): void {
  client.setQueryData<TicketDetail>(ticketKeys.one(detail.id), (held) =>
    held && held.version > detail.version ? held : detail,
  );
  placeInLists(client, lineOf(detail));
  fetchAround(client, detail.id);
}

/** Puts a ticket where it stands in every list that is held. */
export function placeInLists(client: QueryClient, ticket: Ticket): void {
  const viewer = viewerOf(client);
  if (viewer) changeTicketLists(client, (list) => withTicket(list, ticket, viewer));
}

/** A ticket left what this agent may see, unless they see it by another way, of which they hear at once. */
export function removeTicket(client: QueryClient, id: string): void {
  changeTicketLists(client, (list) => withoutTicket(list, id));
  client.removeQueries({ queryKey: ticketKeys.one(id), type: 'inactive' });
  void client.invalidateQueries({ queryKey: ticketKeys.one(id), exact: true });
}

function changeTicketLists(client: QueryClient, change: (list: TicketListState) => TicketListState): void {
  const saved = client.getQueryData<TicketView[]>(ticketKeys.views) ?? [];
  for (const [key, pages] of client.getQueriesData<TicketPages>({ queryKey: ticketKeys.lists })) {
    if (!pages) continue;
    const query = key[2] as TicketQuery;
    const before: TicketListState = {
      query,
      rule: ruleOf(query.view, saved),
      items: pages.pages.flatMap((page) => page.items),
      complete: pages.pages.at(-1)?.next === null,
      stale: false,
    };
    const after = change(before);
    if (after.items !== before.items) {
      client.setQueryData<TicketPages>(key, { ...pages, pages: repack(pages.pages, after.items) });
    }
    if (after.stale) void client.invalidateQueries({ queryKey: key, exact: true });
  }
}

/** Somebody wrote in a conversation: what is found in its words may be more. */
export function fetchEvidenceOf(client: QueryClient, conversationId: string): void {
  for (const [key, detail] of client.getQueriesData<TicketDetail>({ queryKey: ticketKeys.details })) {
    if (detail?.conversationId === conversationId)
      void client.invalidateQueries({ queryKey: ticketKeys.evidence(key[2] as string), exact: true });
  }
}

function fetchAround(client: QueryClient, id: string): void {
  const { announced, comments, timeline, runs, evidence, telling } = ticketKeys;
  for (const of of [announced, comments, timeline, runs, evidence, telling]) {
    void client.invalidateQueries({ queryKey: of(id), exact: true });
  }
  // With the letters of each.
  void client.invalidateQueries({ queryKey: ticketKeys.sides(id) });
}

const mentions = ({ parent, children, links }: TicketDetail, id: string): boolean =>
  parent?.id === id || children.some((child) => child.id === id) || links.some((it) => it.ticket.id === id);

function viewerOf(client: QueryClient): TicketViewer | null {
  const me = client.getQueryData<Me>(meQuery.queryKey)?.agent;
  return me ? { agentId: me.id, teamIds: me.teamIds, now: Date.now() } : null;
}

/** A ticket without what lists do not show. */
function lineOf(detail: TicketDetail): Ticket {
  const besides = [
    'fields',
    'checklist',
    'links',
    'parent',
    'children',
    'waitsFor',
    'mergeUndoUntil',
    'risk',
  ];
  const line = Object.entries(detail).filter(([key]) => !besides.includes(key));
  return Object.fromEntries(line) as Ticket;
}
