import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import {
  at,
  openOn,
  say,
  type TicketScene,
  ticketScene,
  ticketServer,
  words,
} from '../modules/tickets/tickets.testing.ts';
import type { TestServer } from '../testing/test-server.ts';

/**
 * Ids of others' objects where the route itself is one's own: in bodies and queries. `every-route.db.test.ts` walks those of paths.
 * Kim is of another team, and has a ticket of her own; the scene's conversation and ticket are none of hers.
 */
const { chat, conversations, sla, tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;
let theirs: string;
let own: string;
let messageId: string;

beforeAll(async () => {
  server = await ticketServer();
  scene = await ticketScene(server);
  theirs = (await openOn(scene)).id;
  const { message } = await say(scene, 'Only for Mei');
  messageId = message.id;
  own = (await scene.kim.call(tickets.create, { body: { subject: 'Mine', category: 'other' } })).id;
});

const kept = async () => {
  const { rows } = await server.platform.database.raw(`
    select (select json_agg(it order by it.id) from tickets it) as tickets,
      (select json_agg(it order by it.id) from ticket_links it) as links,
      (select json_agg(it order by it.conversation_id, it.seq) from messages it) as messages`);
  return JSON.stringify(rows);
};

test('another’s ticket or conversation in a body is not there, and nothing of it changes', async () => {
  const { kim, conversationId } = scene;
  const before = await kept();
  const refused = {
    linked: await kim.refused(tickets.link, { ...at(own), body: { kind: 'related', ticketId: theirs } }),
    mergedInto: await kim.refused(tickets.merge, { ...at(own), body: { intoId: theirs } }),
    split: await kim.refused(tickets.split, {
      ...at(own),
      body: { messageId, subject: 'Taken', key: 'key-split-xxxxxxxx' },
    }),
    opened: await kim.refused(tickets.create, {
      body: { conversationId, subject: 'Taken', category: 'other' },
    }),
    child: await kim.refused(tickets.create, {
      body: { parentId: theirs, subject: 'Taken', category: 'other' },
    }),
  };
  expect(refused).toEqual({
    linked: 'ticket.not_found',
    mergedInto: 'ticket.not_found',
    split: 'ticket.split_refused',
    opened: 'conversation.not_found',
    child: 'ticket.not_found',
  });
  const { results, undoId } = await kim.call(tickets.bulk, { body: { ids: [theirs], status: 'solved' } });
  expect(results).toMatchObject([{ id: theirs, changed: false, refused: { code: 'ticket.not_found' } }]);
  expect(undoId).toBeNull();
  expect(await kept()).toBe(before);
});

test('another’s ids in a query answer nothing of theirs', async () => {
  const { kim, mei, conversationId } = scene;
  const customerId = scene.customer.id;
  const query = { customerId };
  const clocks = { ticketIds: theirs, conversationIds: conversationId };
  expect((await kim.call(sla.clocks, { query: clocks })).items).toEqual([]);
  expect((await kim.call(tickets.list, { query: { conversationId } })).items).toEqual([]);
  expect((await kim.call(tickets.list, { query })).items).toEqual([]);
  expect((await kim.call(conversations.list, { query: { ...query, view: 'all' } })).items).toEqual([]);
  expect((await mei.call(tickets.list, { query })).items).toMatchObject([{ id: theirs }]);
});

test('a customer writes into no conversation of another’s among their own', async () => {
  const stranger = await scene.newcomer();
  const before = await kept();
  const { conversationId } = scene;
  const answer = await stranger.try(chat.postInOrder, {
    body: { locale: 'en', items: [{ ...words('I was here'), conversationId }] },
  });
  expect(JSON.stringify(answer)).toContain('conversation.not_found');
  expect(await kept()).toBe(before);
});
