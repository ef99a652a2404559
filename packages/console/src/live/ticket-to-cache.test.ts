import type { Ticket, TicketDetail } from '@fairlead/contract';
import { beforeEach, expect, it } from 'vitest';
import { queryClient as client } from '../api.ts';
import { meQuery } from '../queries.ts';
import { applyToCache } from './event-to-cache.ts';
import { sampleId, sampleTicket } from './samples.ts';
import { showTicketAtOnce } from './show-ticket-at-once.ts';
import { type TicketPages, ticketKeys } from './ticket-queries.ts';

const me = sampleId(700);
const ticket = sampleTicket({ version: 3 });
const detail: TicketDetail = {
  ...ticket,
  fields: { asset: 'XRP' },
  checklist: [],
  links: [],
  parent: null,
  children: [],
  waitsFor: 0,
  mergeUndoUntil: null,
  risk: null,
};
const list = (view: string) => [...ticketKeys.lists, { view }];
const one = () => client.getQueryData<TicketDetail>(ticketKeys.one(ticket.id));
const ids = (view: string) =>
  client.getQueryData<TicketPages>(list(view))?.pages.flatMap((page) => page.items.map((item) => item.id));
const hear = (with_: Partial<Ticket>) =>
  applyToCache(client, me, { type: 'ticket.changed', ticket: { ...ticket, ...with_ } });

beforeEach(() => {
  client.clear();
  const pages = (items: Ticket[]): TicketPages => ({
    pages: [{ items, next: null }],
    pageParams: [undefined],
  });
  client.setQueryData([...meQuery.queryKey], { agent: { id: me, teamIds: [] } });
  client.setQueryData(ticketKeys.one(ticket.id), detail);
  client.setQueryData(list('mine'), pages([ticket]));
  client.setQueryData(list('solved'), pages([]));
});

it('puts news in its place everywhere, and asks for what only the server knows', () => {
  hear({ version: 4, status: 'solved', solvedAt: ticket.updatedAt });
  expect(one()).toMatchObject({ status: 'solved', version: 4, fields: { asset: 'XRP' } });
  expect([ids('mine'), ids('solved')]).toEqual([[], [ticket.id]]);
  expect(client.getQueryState(ticketKeys.one(ticket.id))?.isInvalidated).toBe(true);
});

it('takes no old news', () => {
  hear({ version: 2, status: 'closed' });
  expect(one()).toEqual(detail);
  expect(ids('mine')).toEqual([ticket.id]);
});

it('takes out what left what this agent may see', () => {
  applyToCache(client, me, { type: 'ticket.removed', ticketId: ticket.id });
  expect(ids('mine')).toEqual([]);
  expect(one()).toBeUndefined();
});

it('shows a guess at once, and puts it back when it is refused', () => {
  const back = showTicketAtOnce(client, ticket.id, { assigneeId: null });
  expect(one()?.assigneeId).toBeNull();
  expect(ids('mine')).toEqual([]);
  back();
  expect(one()).toEqual(detail);
  expect(ids('mine')).toEqual([ticket.id]);
});

it('a guess gives way to news, and nothing is put back then', () => {
  const back = showTicketAtOnce(client, ticket.id, { priority: 'low' });
  hear({ version: 4, priority: 'urgent' });
  back();
  expect(one()).toMatchObject({ version: 4, priority: 'urgent' });
});
