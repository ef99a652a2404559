import { endpoints } from '@fairlead/contract';
import { createTelegramWorld, registerTelegram, type TelegramWorld } from '@fairlead/playground';
import { type FastifyInstance, fastify } from 'fastify';
import { beforeAll, expect, test, vi } from 'vitest';
import { afterFile } from '../../../testing/after-file.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../../testing/world.ts';

const { bindings, channels, conversations } = endpoints;
let server: TestServer;
let mei: TestAgent;
let world: TelegramWorld;
let telegram: FastifyInstance;
let inboxId: string;
let chat: { key: string; secret: string };

vi.setConfig({ testTimeout: 40_000 });
/** As long as a busy machine needs; nobody waits so long otherwise. */
const soon = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 20_000, interval: 50 });

beforeAll(async () => {
  server = await createTestServer({ PLATFORMS_AT: '127.0.0.0/8' });
  const team = await server.world.team();
  chat = await server.world.inbox({ team });
  const admin = await server.world.agent({ roles: ['administrator'] });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
  world = createTelegramWorld(() => server.clock.now());
  telegram = fastify();
  registerTelegram(telegram, world);
  afterFile(() => telegram.close());
  const apiUrl = await telegram.listen({ host: '127.0.0.1', port: 0 });
  const body = {
    channel: 'telegram' as const,
    name: 'Telegram',
    allowedOrigins: [],
    topics: [],
    topicTeams: {},
  };
  const hours = { reopenHours: 48, acceptSeconds: 60, answerHours: 24, enabled: true };
  inboxId = (await admin.call(channels.createInbox, { body: { ...body, ...hours, defaultTeamId: team } })).id;
  const credentials = { token: world.token, apiUrl };
  const { trouble } = await admin.call(channels.connectSocialInbox, {
    params: { id: inboxId },
    body: { credentials },
  });
  if (trouble) throw new Error(trouble.words);
  // A test's port is known only once it listens.
  if (world.webhook) world.webhook.url = server.url + new URL(world.webhook.url).pathname;
});

let lastPerson = 7000;
function person(language = 'en'): number {
  const id = ++lastPerson;
  world.addPerson({ id, firstName: `Person ${id}`, lastName: null, language });
  return id;
}
const write = (id: number, text: string) =>
  telegram.inject({ method: 'POST', url: `/phone/${id}/write`, payload: { text } });
async function tap(id: number, button: number) {
  const message = world.chat(id).findLast((it) => it.buttons.length > 0);
  const payload = { messageId: message?.id, data: message?.buttons[button]?.data };
  await telegram.inject({ method: 'POST', url: `/phone/${id}/tap`, payload });
}
/** The bot's newest words in a chat, once they are these. */
const told = (id: number, words: string) =>
  soon(() =>
    expect(world.chat(id).findLast((it) => it.from === 'bot' && !isLine(it.text))?.text).toContain(words),
  );
/** How long it takes is told in between. */
const isLine = (text: string) => /^(?:Nobody who speaks|You are in the queue)/.test(text);

let lastUid = 77_000_000;
async function verified(): Promise<TestCustomer> {
  const identity = await server.world.identity(chat.secret, { sub: `${++lastUid}` });
  return server.world.customer(chat.key, { identity });
}
const params = () => ({ params: { id: inboxId } });
const stateOf = async (customer: TestCustomer) => (await customer.call(bindings.listChats)).items[0];
const codeOf = (customer: TestCustomer) => customer.call(bindings.beginBinding, params());
async function bound(customer: TestCustomer, id: number): Promise<void> {
  const { code } = await codeOf(customer);
  await write(id, `/start ${code}`);
  await told(id, 'wants to connect this chat');
  await tap(id, 0);
  await told(id, 'Connected.');
}
/** Which customer has the conversation that holds a text. */
const writerOf = (text: string) =>
  soon(async () => {
    const { items } = await mei.call(conversations.list, { query: { channel: 'telegram', view: 'all' } });
    const found = items.find((it) => it.preview?.text === text);
    if (!found) throw new Error('nothing came');
    return found.customer.id;
  });

test('a chat is tied by the link of a verified customer, after it has agreed, with what was written there before', async () => {
  const [customer, id] = [await verified(), person()];
  await write(id, 'Where is my deposit?');
  const visitor = await writerOf('Where is my deposit?');
  expect(await stateOf(customer)).toMatchObject({
    inboxId,
    channel: 'telegram',
    account: { handle: '@htx_demo_support_bot' },
    boundAt: null,
    pending: null,
  });

  const { code, link, linkCarriesCode } = await codeOf(customer);
  expect({ link, linkCarriesCode }).toEqual({
    link: `https://t.me/htx_demo_support_bot?start=${code}`,
    linkCarriesCode: true,
  });
  world.faults.twice = true;
  await write(id, `/start ${code}`);
  await told(id, `account …${String(lastUid).slice(-4)} wants`);
  expect(await stateOf(customer)).toMatchObject({ boundAt: null, pending: { asked: true } });
  expect(await writerOf('Where is my deposit?')).toBe(visitor);

  await tap(id, 0);
  await told(id, 'Connected.');
  world.faults.twice = false;
  expect(await stateOf(customer)).toMatchObject({ boundAt: expect.any(String), pending: null });
  expect(await writerOf('Where is my deposit?')).toBe(customer.id);
  await write(id, 'It has come, thank you');
  expect(await writerOf('It has come, thank you')).toBe(customer.id);
  // Each was said once, though each update came twice; neither the code nor the answer is anywhere in the thread.
  const said = world
    .chat(id)
    .filter((it) => it.from === 'bot')
    .map((it) => it.text.slice(0, 9));
  expect(said.filter((it) => it === 'Somebody ' || it === 'Connected')).toEqual(['Somebody ', 'Connected']);
  const { items } = await mei.call(conversations.list, { query: { channel: 'telegram', view: 'all' } });
  expect(items.map((it) => it.preview?.text)).not.toContain('Connect');
});

test('a chat that says no is not tied, and the code is spent', async () => {
  const [customer, id] = [await verified(), person()];
  const { code } = await codeOf(customer);
  await write(id, code.toLowerCase());
  await told(id, 'wants to connect this chat');
  await tap(id, 1);
  await told(id, 'Not connected.');
  expect(await stateOf(customer)).toMatchObject({ boundAt: null, pending: null });
  await write(id, code);
  await told(id, 'This code is not valid');
});

test('a code works once, from one chat, for a quarter of an hour, and the newest only', async () => {
  const [customer, one, other] = [await verified(), person(), person()];
  const first = await codeOf(customer);
  const { code } = await codeOf(customer);
  await write(one, first.code);
  await told(one, 'This code is not valid');
  await write(one, code);
  await told(one, 'wants to connect this chat');
  await write(other, code);
  await told(other, 'This code is not valid');
  server.clock.advance({ minutes: 16 });
  await write(one, 'Connect');
  expect(await writerOf('Connect')).not.toBe(customer.id);
  expect(await stateOf(customer)).toMatchObject({ boundAt: null, pending: null });
});

test('what is tied is untied by the customer: what comes then is somebody else’s, and no answer goes there', async () => {
  const [customer, id] = [await verified(), person()];
  await bound(customer, id);
  await write(id, 'My name is on it');
  expect(await writerOf('My name is on it')).toBe(customer.id);
  await customer.call(bindings.endBinding, params());
  expect(await stateOf(customer)).toMatchObject({ boundAt: null });
  await customer.call(bindings.endBinding, params());

  const { items } = await mei.call(conversations.list, { query: { channel: 'telegram', view: 'all' } });
  const thread = items.find((it) => it.preview?.text === 'My name is on it')?.id ?? '';
  const { message } = await mei.call(conversations.post, {
    params: { id: thread },
    body: { key: 'after-it-was-untied', kind: 'text', text: 'A secret of theirs', seenSeq: 999 },
  });
  await soon(async () => {
    const { items: lines } = await mei.call(conversations.messages, { params: { id: thread } });
    expect(lines.find((it) => it.id === message.id)?.delivery).toMatchObject({ state: 'failed' });
  });
  await write(id, 'I am new here');
  expect(await writerOf('I am new here')).not.toBe(customer.id);
  expect(world.chat(id).map((it) => it.text)).not.toContain('A secret of theirs');
});

test('a chat goes from one account to another without what was written for the first', async () => {
  const [first, second, id] = [await verified(), await verified(), person()];
  await bound(first, id);
  await write(id, 'About the first account');
  expect(await writerOf('About the first account')).toBe(first.id);
  await bound(second, id);
  expect([(await stateOf(first))?.boundAt, (await stateOf(second))?.boundAt]).toEqual([
    null,
    expect.any(String),
  ]);
  await write(id, 'About the second account');
  expect(await writerOf('About the second account')).toBe(second.id);
  expect(await writerOf('About the first account')).toBe(first.id);
});

test('is for whom the exchange vouches, at inboxes that are connected', async () => {
  const visitor = await server.world.customer(chat.key);
  await expect(visitor.call(bindings.listChats)).rejects.toThrow('exchange.customer_not_verified');
  await expect(codeOf(visitor)).rejects.toThrow('exchange.customer_not_verified');
  await expect(visitor.call(bindings.endBinding, params())).rejects.toThrow('exchange.customer_not_verified');
  const elsewhere = { params: { id: crypto.randomUUID() } };
  await expect((await verified()).call(bindings.beginBinding, elsewhere)).rejects.toThrow(
    'channels.inbox_not_found',
  );
  await expect(server.nobody.call(bindings.listChats)).rejects.toThrow();
});
