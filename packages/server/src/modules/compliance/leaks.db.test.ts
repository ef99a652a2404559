import { randomUUID } from 'node:crypto';
import { type Exposure, endpoints, type Locale, locales } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { simulatorKeys, startSimulator } from '../exchange/exchange.testing.ts';

/** Who wrote down what opens a wallet or an account is told what to do, and people see to it. */
const { chat, compromises, conversations, freezes, tickets } = endpoints;
const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const apiSecret = 'Secret Key: a1b2c3d4-e5f6a7b8-c9d0e1f2-12345';
const simulator = await startSimulator(() => server.clock.now());
let server: TestServer;
let inbox: { key: string; secret: string };
let support: string;
let security: string;
let mei: TestAgent;
let uids = 50_000_000;

beforeAll(async () => {
  server = await createTestServer({
    EXCHANGE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
    EXCHANGE_KEY: simulatorKeys.key,
    EXCHANGE_SECRET: simulatorKeys.secret,
    FREEZE_NEEDS_TWO: 'false',
  });
  support = await server.world.team();
  security = await server.world.team({ name: 'Security' });
  inbox = await server.world.inbox({ team: support, securityTeam: security, assistant: true });
  mei = await server.world.agent({ name: 'Mei', teams: [security], capacity: 0 });
});

async function write(
  text: string,
  { locale = 'en', verified = true }: { locale?: Locale; verified?: boolean } = {},
) {
  const identity = verified ? await server.world.identity(inbox.secret, { sub: String(++uids) }) : undefined;
  const customer = await server.world.customer(inbox.key, { locale, ...(identity && { identity }) });
  const words = () => ({ key: randomUUID(), text, attachmentIds: [] });
  const { conversation } = await customer.call(chat.start, { body: { ...words(), topic: null, locale } });
  await server.settle();
  const { id } = conversation;
  const thread = () => customer.call(chat.messages, { params: { id }, query: {} });
  return { customer, id, thread, say: (more: string) => ({ ...words(), text: more }) };
}
const ofBot = ({ items }: { items: Array<{ author: { type: string }; text: string }> }) =>
  items.filter((it) => it.author.type === 'bot');
const matters = async (id: string) => (await mei.call(compromises.ofConversation, { params: { id } })).items;
const matter = async (id: string) => {
  const [one] = await matters(id);
  if (!one) throw new Error('nothing is done about it');
  return one;
};
const step = (
  id: string,
  exposure: Exposure,
  of: 'move_funds' | 'check_account' | 'freeze',
  state = 'done',
) =>
  mei.call(compromises.setStep, {
    params: { id, exposure },
    body: { step: of, state: state as 'done' | 'not_needed' },
  });

test('a phrase brings people of the right team, an urgent ticket, and the steps with the way to freeze', async () => {
  const { id, thread } = await write(`where is my deposit? my phrase: ${phrase}`);
  const seen = await thread();
  const told = ofBot(seen);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({
    text: expect.stringMatching(/new wallet[\s\S]*freeze/),
    sources: [{ title: 'Freeze my account', url: '/portal/freeze?lang=en' }],
  });
  const conversation = await mei.call(conversations.get, { params: { id } });
  expect(conversation).toMatchObject({ state: 'queued', teamId: security, topic: 'account_security' });
  const { items } = await mei.call(tickets.list, { query: {} });
  const ticket = items.find((it) => it.conversationId === id);
  expect(ticket).toMatchObject({ priority: 'urgent', category: 'account_security' });
  expect(await matter(id)).toMatchObject({ exposure: 'wallet', state: 'told', next: 'move_funds' });
});

test('an API secret too; a password leaves the conversation where it is', async () => {
  const key = await write(apiSecret);
  expect(await matter(key.id)).toMatchObject({ exposure: 'api_secret', next: 'delete_key' });
  expect(await mei.call(conversations.get, { params: { id: key.id } })).toMatchObject({ teamId: security });
  const password = await write('password: Hunter22!');
  expect((await password.thread()).conversation.state).toBe('bot');
  const told = ofBot(await password.thread()).map((it) => it.text);
  expect(told.some((it) => it.includes('Change this password'))).toBe(true);
});

test.each(locales)('in %s, by whoever is not verified, without the offer of a freeze', async (locale) => {
  const { thread } = await write(phrase, { locale, verified: false });
  const told = ofBot(await thread());
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ sources: [] });
  expect(told[0]?.text.match(/^\d\. /gm)).toHaveLength(4);
});

test('one message tells of all that was written down; written again within an hour it is not told again', async () => {
  const { customer, id, say, thread } = await write(`${phrase} and password: Hunter22!`);
  expect(ofBot(await thread())).toHaveLength(1);
  expect((await matters(id)).map((it) => it.exposure).sort()).toEqual(['password', 'wallet']);
  await step(id, 'wallet', 'move_funds');
  server.clock.advance({ minutes: 5 });
  await customer.call(chat.post, { params: { id }, body: say(`again: ${phrase}`) });
  await server.settle();
  expect(ofBot(await thread())).toHaveLength(1);
  const wallet = (await matters(id)).find((it) => it.exposure === 'wallet');
  expect(wallet).toMatchObject({ state: 'told', next: 'move_funds' });
});

test('agents do the steps, and close it once none is open; closing is taken back', async () => {
  const { id } = await write(phrase);
  const at = { params: { id, exposure: 'wallet' as const } };
  await step(id, 'wallet', 'move_funds');
  expect(await mei.refused(compromises.close, { ...at, body: { outcome: 'secured' } })).toBe(
    'compromise.steps_open',
  );
  await step(id, 'wallet', 'check_account');
  const settled = await step(id, 'wallet', 'freeze', 'not_needed');
  expect(settled).toMatchObject({ state: 'settled', next: 'close' });
  expect(settled.steps.find((it) => it.step === 'freeze')).toMatchObject({
    state: 'not_needed',
    by: { name: 'Mei' },
  });
  const closed = await mei.call(compromises.close, { ...at, body: { outcome: 'secured' } });
  expect(closed).toMatchObject({ state: 'closed', next: null, closed: { by: { name: 'Mei' } } });
  expect(await mei.refused(compromises.setStep, { ...at, body: { step: 'freeze', state: 'open' } })).toBe(
    'compromise.closed',
  );
  expect(await mei.call(compromises.reopen, at)).toMatchObject({ state: 'settled', closed: null });
});

test('an account that the exchange froze does its step by itself', async () => {
  const { id } = await write(apiSecret);
  await mei.call(freezes.ask, {
    params: { id },
    body: { reason: 'suspected_fraud', note: 'The key was written into a chat' },
  });
  await server.settle();
  const found = (await matter(id)).steps.find((it) => it.step === 'freeze');
  expect(found).toMatchObject({ state: 'done', by: null });
});

test('of another’s conversation nothing is said, and of one without a leak there is nothing to do', async () => {
  const { id } = await write('Good morning', { verified: false });
  const lead = await server.world.agent({ roles: ['team_lead'] });
  expect((await lead.call(compromises.ofConversation, { params: { id } })).items).toEqual([]);
  const at = { params: { id, exposure: 'wallet' as const }, body: { outcome: 'no_answer' as const } };
  expect(await lead.refused(compromises.close, at)).toBe('compromise.not_found');
  const stranger = await server.world.agent({ name: 'Eve' });
  expect(await stranger.refused(compromises.close, at)).toBe('conversation.not_found');
});
