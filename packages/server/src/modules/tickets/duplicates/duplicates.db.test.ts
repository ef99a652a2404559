import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestServer } from '../../../testing/test-server.ts';
import { at, openOn, say, type TicketScene, ticketScene, ticketServer } from '../tickets.testing.ts';

const { tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;

beforeAll(async () => {
  server = await ticketServer();
});
beforeEach(async () => {
  scene = await ticketScene(server);
});

const duplicatesOf = async (id: string) => (await scene.mei.call(tickets.duplicates, at(id))).items;

test('a second open ticket of the customer in the same words is shown, and not any more once it is merged', async () => {
  const first = await openOn(scene);
  expect(await duplicatesOf(first.id)).toEqual([]);
  const { message } = await say(scene, 'Once more');
  const body = { messageId: message.id, subject: first.subject, key: 'split-it-1' };
  const second = await scene.mei.call(tickets.split, { ...at(first.id), body });
  expect(await duplicatesOf(second.id)).toMatchObject([
    { ticket: { id: first.id }, because: expect.arrayContaining(['words']), sameCustomer: true },
  ]);
  await scene.mei.call(tickets.merge, { ...at(second.id), body: { intoId: first.id } });
  expect(await duplicatesOf(first.id)).toEqual([]);
});

test('what another customer opened about the same transaction is shown; what is out of reach is not', async () => {
  const txid = `${'ab'.repeat(28)}${String(Date.now()).slice(-8)}`;
  const fields = { txid };
  const mine = await openOn(scene, { fields });
  const elsewhere = await ticketScene(server);
  const theirs = await openOn(elsewhere, { fields });
  expect((await scene.mei.call(tickets.duplicates, at(mine.id))).items).toEqual([]);
  const team = await scene.mei.call(tickets.get, at(mine.id));
  const lead = await server.world.agent({ name: 'Lead', roles: ['agent', 'team_lead'] });
  expect((await lead.call(tickets.duplicates, at(team.id))).items).toMatchObject([
    { ticket: { id: theirs.id }, because: ['id'], sameCustomer: false },
  ]);
  expect(await elsewhere.mei.refused(tickets.duplicates, at(mine.id))).toBe('ticket.not_found');
});
