import { endpoints } from '@fairlead/contract';
import { createTelegramWorld, registerTelegram, type TelegramWorld } from '@fairlead/playground';
import { type FastifyInstance, fastify } from 'fastify';
import sharp from 'sharp';
import { beforeAll, expect, test, vi } from 'vitest';
import { afterFile } from '../../../testing/after-file.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';

/** A bot whose updates are waited for at Telegram: for installations without a public address. */
const { channels, conversations } = endpoints;
let server: TestServer;
let admin: TestAgent;
let mei: TestAgent;
let world: TelegramWorld;
let telegram: FastifyInstance;
let apiUrl: string;
let inboxId: string;
/** While it is there Telegram gives no file. */
let stalled: Promise<void> | undefined;

vi.setConfig({ testTimeout: 60_000 });
/** As long as a busy machine needs, and a turn may take to begin; nobody waits so long otherwise. */
const soon = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 40_000, interval: 50 });

beforeAll(async () => {
  server = await createTestServer({ PLATFORMS_AT: '127.0.0.0/8', PUBLIC_URL: 'http://nowhere.example' });
  const team = await server.world.team();
  admin = await server.world.agent({ roles: ['administrator'] });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
  world = createTelegramWorld(() => server.clock.now());
  telegram = fastify();
  telegram.addHook('onRequest', async ({ url }) => {
    if (url.startsWith('/file/')) await stalled;
  });
  registerTelegram(telegram, world);
  afterFile(() => telegram.close());
  apiUrl = await telegram.listen({ host: '127.0.0.1', port: 0 });
  const body = {
    channel: 'telegram' as const,
    name: 'Telegram',
    allowedOrigins: [],
    topics: [],
    topicTeams: {},
  };
  const hours = { reopenHours: 48, acceptSeconds: 60, answerHours: 24, enabled: true };
  inboxId = (await admin.call(channels.createInbox, { body: { ...body, ...hours, defaultTeamId: team } })).id;
});

let lastPerson = 4000;
function person() {
  const id = ++lastPerson;
  world.addPerson({ id, firstName: `Person ${id}`, lastName: null, language: 'en' });
  return id;
}
const phone = (id: number, what: string, payload: object) =>
  telegram.inject({ method: 'POST', url: `/phone/${id}/${what}`, payload });
const connect = (receive: 'webhook' | 'polling') =>
  admin.call(channels.connectSocialInbox, {
    params: { id: inboxId },
    body: { credentials: { token: world.token, apiUrl, receive } },
  });
const social = async () => {
  const { social } = await admin.call(channels.readSocialInbox, { params: { id: inboxId } });
  if (!social) throw new Error('it is not connected');
  return social;
};
const saidBy = async (id: number) => {
  const { items } = await mei.call(conversations.list, { query: { channel: 'telegram', view: 'all' } });
  const conversation = items.find((it) => it.customer.name === `Person ${id}`);
  if (!conversation) return [];
  const thread = await mei.call(conversations.messages, { params: { id: conversation.id } });
  return thread.items.filter((it) => it.author.type === 'customer').map((it) => it.text);
};
const botSaid = (id: number) =>
  world
    .chat(id)
    .filter((it) => it.from === 'bot')
    .map((it) => it.text);

test('what people wrote before is there, and what they write comes at once, without an address of ours', async () => {
  const id = person();
  await connect('webhook');
  expect(world.webhook?.url).toMatch(/^http:\/\/nowhere\.example/);
  expect((await connect('polling')).trouble).toBeNull();
  expect(world.webhook).toBeNull();
  await phone(id, 'write', { text: 'First' });
  await soon(async () => expect(await saidBy(id)).toEqual(['First']));
  await phone(id, 'write', { text: 'Second' });
  await soon(async () => expect(await saidBy(id)).toEqual(['First', 'Second']));
  expect(await social()).toMatchObject({ lastError: null, credentials: { receive: 'polling' } });
});

test('who begins is greeted, and a button stops waiting, by calls of their own', async () => {
  const id = person();
  await phone(id, 'write', { text: '/start' });
  await soon(() => expect(botSaid(id)).toEqual([expect.stringMatching(/^Hello! Write here/)]));
});

test('answers that are lost on the way lose nothing and double nothing', async () => {
  const id = person();
  world.faults.lost = 1;
  for (const text of ['One', 'Two', 'Three']) await phone(id, 'write', { text });
  await soon(() => expect(world.faults.lost).toBe(0));
  await soon(async () => expect((await social()).lastError).not.toBeNull());
  server.clock.advance({ seconds: 6 });
  await soon(async () => expect(await saidBy(id)).toEqual(['One', 'Two', 'Three']));
  await phone(id, 'write', { text: 'Four' });
  await soon(async () => expect(await saidBy(id)).toEqual(['One', 'Two', 'Three', 'Four']));
});

test('a file that Telegram does not give holds up its own sender alone, whose order is kept', async () => {
  const [slow, other] = [person(), person()];
  const given = Promise.withResolvers<void>();
  stalled = given.promise;
  const create = { width: 9, height: 9, channels: 3, background: 'red' } as const;
  await telegram.inject({
    method: 'POST',
    url: `/phone/${slow}/file?name=a.png`,
    headers: { 'content-type': 'image/png' },
    payload: await sharp({ create }).png().toBuffer(),
  });
  await phone(slow, 'write', { text: 'Did it come?' });
  await phone(other, 'write', { text: 'Where is my money?' });
  await soon(async () => expect(await saidBy(other)).toEqual(['Where is my money?']));
  await phone(other, 'write', { text: 'Hello?' });
  await soon(async () => expect(await saidBy(other)).toEqual(['Where is my money?', 'Hello?']));
  expect(await saidBy(slow)).toEqual([]);
  stalled = undefined;
  given.resolve();
  await soon(async () => expect(await saidBy(slow)).toEqual(['', 'Did it come?']));
});

test('a webhook that somebody else set is removed, and another program that asks is told of', async () => {
  const id = person();
  world.webhook = { url: 'http://127.0.0.1:9/elsewhere', secret: 'x' };
  world.updates.empty();
  await soon(() => expect(world.webhook).toBeNull());
  await phone(id, 'write', { text: 'After the webhook' });
  await soon(async () => expect(await saidBy(id)).toEqual(['After the webhook']));

  const rival = setInterval(() => void world.updates.take(null, 1, 0), 20);
  await soon(async () =>
    expect((await social()).lastError?.words).toContain('terminated by other getUpdates request'),
  );
  clearInterval(rival);
  server.clock.advance({ seconds: 6 });
  // With nothing to tell, Telegram would hold the question for long.
  await phone(id, 'write', { text: 'After the rival' });
  await soon(async () => expect(await saidBy(id)).toEqual(['After the webhook', 'After the rival']));
  expect((await social()).lastError).toBeNull();
});

test('what comes while nobody asks is taken in by the node that asks next, once', async () => {
  const id = person();
  await phone(id, 'write', { text: 'Before' });
  await soon(async () => expect(await saidBy(id)).toEqual(['Before']));
  await server.stop();
  for (const text of ['While you slept', 'And again']) await phone(id, 'write', { text });
  server = await createTestServer({ PLATFORMS_AT: '127.0.0.0/8' }, server);
  mei = await server.world.agent({ name: 'Mei', roles: ['administrator'] });
  await soon(async () => expect(await saidBy(id)).toEqual(['Before', 'While you slept', 'And again']));
});
