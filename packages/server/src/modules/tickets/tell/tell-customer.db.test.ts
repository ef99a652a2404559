import { type BodyOf, endpoints, type TellBy } from '@fairlead/contract';
import {
  createTelegramWorld,
  type FacebookApp,
  registerFacebook,
  registerTelegram,
  registerWechat,
  type TelegramWorld,
  type WechatAccount,
} from '@fairlead/playground';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { afterFile } from '../../../testing/after-file.ts';
import { type Mailbox, openMailbox } from '../../../testing/mailbox.ts';
import { openPlatform } from '../../../testing/social-desk.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../../testing/world.ts';
import { addIdentityKey } from '../../access/index.ts';
import { createInbox } from '../../channels/index.ts';
import { answer, at, words } from '../tickets.testing.ts';
import { tellCustomer } from './tell-customer.ts';

const { bindings, channels, conversations, portal, tickets } = endpoints;
let server: TestServer;
let mailbox: Mailbox;
let team: string;
let admin: TestAgent;
let mei: TestAgent;
let portalKey: { key: string; secret: string };
let world: TelegramWorld;
let phone: FastifyInstance;
const inbox = { telegram: '', facebook: '', wechat: '' };
const page: FacebookApp = {
  appSecret: 'of the app',
  pageToken: 'of the page',
  verifyToken: '',
  webhookUrl: null,
};
const account: WechatAccount = {
  appId: 'wx2c2769f8efd9abc2',
  secret: 'secret-of-the-account',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  token: '',
  webhookUrl: null,
};
let facebook: string;
let wechat: string;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
/** Nobody promised anything. */
const nothingOwed = async () => null;
/** As long as a busy machine needs; nobody waits so long otherwise. */
const soon = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 30_000, interval: 50 });

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}
/** Behind the address that platforms are told is this very process. */
const here = (url: string | null | undefined) => url?.replace(/^https?:\/\/[^/]+/, server.url);

async function connect(channel: keyof typeof inbox, credentials: Record<string, string>) {
  const body = { channel, name: `HTX on ${channel}`, allowedOrigins: [], topics: [], topicTeams: {} };
  const hours = { reopenHours: 48, acceptSeconds: 60, answerHours: 24, enabled: true };
  const made = await admin.call(channels.createInbox, { body: { ...body, ...hours, defaultTeamId: team } });
  inbox[channel] = made.id;
  const { social, trouble } = await admin.call(channels.connectSocialInbox, {
    params: { id: made.id },
    body: { credentials },
  });
  if (trouble) throw new Error(trouble.words);
  return social;
}

beforeAll(async () => {
  mailbox = await openMailbox();
  server = await createTestServer({ PLATFORMS_AT: '127.0.0.0/8', SMTP_URL: mailbox.url });
  team = await server.world.team();
  mei = await server.world.agent({ name: 'Mei', teams: [team], roles: ['agent', 'team_lead'] });
  admin = await server.world.agent({ roles: ['administrator'] });
  const { database, keys } = server.platform;
  portalKey = await database.write(async (tx) => {
    const made = await createInbox(tx, { name: 'Portal', channel: 'portal', defaultTeamId: team });
    const { secret } = await addIdentityKey(tx, keys, made.id, { algorithm: 'HS256' });
    return { key: made.key, secret: secret ?? '' };
  });

  world = createTelegramWorld(() => server.clock.now());
  phone = fastify();
  registerTelegram(phone, world);
  afterFile(() => phone.close());
  await connect('telegram', {
    token: world.token,
    apiUrl: await phone.listen({ host: '127.0.0.1', port: 0 }),
  });
  if (world.webhook) world.webhook.url = here(world.webhook.url) ?? '';

  const now = () => server.clock.now();
  facebook = await openPlatform('/playground/facebook', (scope) =>
    registerFacebook(scope, { app: page, now }),
  );
  const { pageToken, appSecret } = page;
  const messenger = await connect('facebook', { pageToken, appSecret, graphUrl: `${facebook}/graph` });
  await post(`${facebook}/webhook`, {
    url: here(messenger?.webhookUrl),
    verifyToken: messenger?.verifyToken,
  });

  wechat = await openPlatform('/wechat', (scope) => registerWechat(scope, { account, now }));
  const { appId, secret: wechatSecret, encodingAesKey } = account;
  const official = await connect('wechat', { appId, wechatSecret, encodingAesKey, wechatUrl: wechat });
  await post(`${wechat}/address`, { url: here(official?.webhookUrl), token: official?.verifyToken });
});

afterEach(() => {
  Object.assign(world.faults, { blocked: false, busy: 0, revoked: false });
});

let lastUid = 81_000_000;
async function verified(more: { email?: string } = {}): Promise<TestCustomer> {
  const identity = await server.world.identity(portalKey.secret, { sub: `${++lastUid}`, ...more });
  return server.world.customer(portalKey.key, { identity });
}
let lastPerson = 9000;
function person(): number {
  const id = ++lastPerson;
  world.addPerson({ id, firstName: `Person ${id}`, lastName: null, language: 'en' });
  return id;
}
const onTelegram = (id: number, text: string) =>
  phone.inject({ method: 'POST', url: `/phone/${id}/write`, payload: { text } });
/** What a chat on Telegram holds of ours about tickets. */
const told = (id: number) =>
  world
    .chat(id)
    .flatMap((it) => (it.from === 'bot' && it.text.includes('/portal/tickets/') ? [it.text] : []));

/** Ties somebody's chat to their account, by whatever they write with. */
async function bind(customer: TestCustomer, inboxId: string, write: (text: string) => Promise<unknown>) {
  const params = { id: inboxId };
  const stateOf = async () =>
    (await customer.call(bindings.listChats)).items.find((it) => it.inboxId === inboxId);
  const { code } = await customer.call(bindings.beginBinding, { params });
  await write(code);
  await soon(async () => expect((await stateOf())?.pending?.asked).toBe(true));
  await write('1');
  await soon(async () => expect((await stateOf())?.boundAt).toEqual(expect.any(String)));
}
const inChat = (inboxId: string): TellBy => ({ by: 'chat', inboxId });

const bodyOf = (more: Partial<BodyOf<typeof portal.open>>): BodyOf<typeof portal.open> => ({
  ...words('Sent an hour ago'),
  subject: 'Deposit missing',
  category: 'deposit_withdrawal.deposit_not_credited',
  fields: { asset: 'btc', network: 'bitcoin', txid: 'a'.repeat(64), amount: '0.5' },
  locale: 'en',
  ...more,
});
const open = (customer: TestCustomer, tellBy: TellBy | null, more: { locale?: 'en' | 'ja' } = {}) =>
  customer.call(portal.open, { body: bodyOf({ tellBy, ...more }) });
const move = (id: string, status: 'pending' | 'solved' | 'open') =>
  mei.call(tickets.setStatus, { ...at(id), body: { status } });
const tellingOf = (id: string) => mei.call(tickets.telling, at(id));
/** A customer with their Telegram chat, and a ticket that is told of there. */
async function onTheirPhone(more: { email?: string } = {}) {
  const [customer, id] = [await verified(more), person()];
  await bind(customer, inbox.telegram, (text) => onTelegram(id, text));
  return { customer, id, ticket: await open(customer, inChat(inbox.telegram)) };
}

describe('news of a ticket in a connected chat', () => {
  test('comes once an occasion, in the customer’s language, with the number and a link, and nothing that anybody wrote', async () => {
    const [customer, id] = [await verified({ email: 'linh@example.com' }), person()];
    await bind(customer, inbox.telegram, (text) => onTelegram(id, text));
    const ticket = await open(customer, inChat(inbox.telegram), { locale: 'ja' });
    expect(ticket).toMatchObject({
      tellBy: { by: 'chat', inboxId: inbox.telegram, channel: 'telegram' },
      notTold: null,
    });
    await soon(() => expect(told(id)).toHaveLength(1));
    expect(told(id)[0]).toContain(`#${ticket.number}`);
    expect(told(id)[0]).toContain(`/portal/tickets/${ticket.id}`);
    expect(told(id)[0]).not.toContain('Sent an hour ago');

    await move(ticket.id, 'solved');
    await soon(() => expect(told(id)).toHaveLength(2));
    expect(told(id)[1]).toContain('解決');
    await soon(async () =>
      expect(await tellingOf(ticket.id)).toMatchObject({
        way: 'chat',
        chat: { channel: 'telegram', inbox: 'HTX on telegram' },
        trouble: null,
        last: { kind: 'solved', way: 'chat', channel: 'telegram' },
      }),
    );
    // An occasion that is told of again is known.
    const { rows } = await server.platform.database.raw(
      'select occasion from ticket_letters where ticket_id = $1 order by sent_at desc limit 1',
      [ticket.id],
    );
    const [{ occasion }] = rows as [{ occasion: string }];
    await tellCustomer(
      server.platform,
      nothingOwed,
      { ticketId: ticket.id, kind: 'solved', occasion },
      { last: false },
    );
    expect(told(id)).toHaveLength(2);
    expect(mailbox.letters.map(({ to }) => to)).not.toContain('linh@example.com');
  });

  test('tells of an agent’s answer without its words', async () => {
    const { customer, id, ticket } = await onTheirPhone();
    await answer(mei, ticket.conversationId ?? '', 'Secret words');
    const order = { ticketId: ticket.id, kind: 'answered' as const, occasion: 'an answer' };
    await soon(() => expect(told(id)).toHaveLength(1));
    await tellCustomer(server.platform, nothingOwed, order, { last: false });
    expect(told(id)[1]).toContain(`We have answered on your ticket #${ticket.number}`);
    expect(told(id).join()).not.toContain('Secret');
    expect((await customer.call(portal.get, at(ticket.id))).notTold).toBeNull();
  });

  test('is chosen by whose chat it is alone, and another way later', async () => {
    const { customer, id, ticket } = await onTheirPhone();
    await soon(() => expect(told(id)).toHaveLength(1));
    const other = await verified();
    const refused = await other.refused(portal.open, { body: bodyOf({ tellBy: inChat(inbox.telegram) }) });
    expect(refused).toBe('ticket.chat_not_connected');
    expect((await other.call(portal.list)).items).toEqual([]);
    const own = await open(other, null);
    const tell = (tellBy: TellBy | null) => ({ ...at(own.id), body: { tellBy } });
    expect(await other.refused(portal.tell, tell(inChat(inbox.telegram)))).toBe('ticket.chat_not_connected');
    expect(await other.refused(portal.tell, { ...at(ticket.id), body: { tellBy: null } })).toBe(
      'ticket.not_found',
    );

    const silent = await customer.call(portal.tell, { ...at(ticket.id), body: { tellBy: null } });
    expect(silent.tellBy).toBeNull();
    await move(ticket.id, 'pending');
    await server.settle();
    const again = await customer.call(portal.tell, {
      ...at(ticket.id),
      body: { tellBy: inChat(inbox.telegram) },
    });
    expect(again.tellBy).toMatchObject({ by: 'chat', channel: 'telegram' });
    await move(ticket.id, 'solved');
    await soon(() => expect(told(id)).toHaveLength(2));
    expect(told(id)[1]).toContain('solved');
  });

  test('goes on with the ticket that follows', async () => {
    const { customer, id, ticket } = await onTheirPhone();
    await move(ticket.id, 'solved');
    await mei.call(tickets.setStatus, { ...at(ticket.id), body: { status: 'closed' } });
    const { ticket: next } = await customer.call(portal.write, { ...at(ticket.id), body: words('Again') });
    expect(next.id).not.toBe(ticket.id);
    expect(next.tellBy).toMatchObject({ by: 'chat', inboxId: inbox.telegram });
    await soon(() => expect(told(id).some((it) => it.includes(next.id))).toBe(true));
  });
});

test('what is split off a ticket is told of in the same way', async () => {
  const { customer, id, ticket } = await onTheirPhone();
  const { items } = await mei.call(conversations.messages, at(ticket.conversationId ?? ''));
  const messageId = items.find((it) => it.kind === 'text')?.id ?? '';
  const split = await mei.call(tickets.split, {
    ...at(ticket.id),
    body: { messageId, subject: 'Another matter', key: 'split-off-of-it' },
  });
  expect((await customer.call(portal.get, at(split.id))).tellBy).toMatchObject({ by: 'chat' });
  await move(split.id, 'solved');
  await soon(() => expect(told(id).some((it) => it.includes(split.id))).toBe(true));
});

describe('a chat that cannot be reached', () => {
  test('is made up for by a letter to the proven address, and agents see why', async () => {
    world.faults.blocked = false;
    const { customer, id, ticket } = await onTheirPhone({ email: 'blocked@example.com' });
    await soon(() => expect(told(id)).toHaveLength(1));
    world.faults.blocked = true;
    await move(ticket.id, 'solved');
    await soon(() => expect(mailbox.letters.filter((it) => it.to === 'blocked@example.com')).toHaveLength(1));
    await soon(async () =>
      expect(await tellingOf(ticket.id)).toMatchObject({
        way: 'chat',
        trouble: { channel: 'telegram', why: 'refused', byEmail: true },
        last: { kind: 'solved', way: 'email', reason: expect.stringContaining('blocked by the user') },
      }),
    );
    expect((await customer.call(portal.get, at(ticket.id))).notTold).toEqual({
      channel: 'telegram',
      why: 'refused',
      byEmail: true,
    });
    world.faults.blocked = false;
    await move(ticket.id, 'open');
    await move(ticket.id, 'pending');
    await soon(() => expect(told(id)).toHaveLength(2));
    await soon(async () => expect((await customer.call(portal.get, at(ticket.id))).notTold).toBeNull());
  });

  test('leaves it to the portal where no address is proven', async () => {
    const { customer, id, ticket } = await onTheirPhone();
    await soon(() => expect(told(id)).toHaveLength(1));
    world.faults.blocked = true;
    await move(ticket.id, 'pending');
    await soon(async () =>
      expect(await tellingOf(ticket.id)).toMatchObject({
        trouble: { why: 'refused', byEmail: false },
        last: { way: 'nothing', kind: 'pending' },
      }),
    );
    expect((await customer.call(portal.get, at(ticket.id))).notTold?.byEmail).toBe(false);
  });

  test('is tried again while the platform is in trouble, and given up with the last attempt', async () => {
    const { id, ticket } = await onTheirPhone({ email: 'busy@example.com' });
    await soon(() => expect(told(id)).toHaveLength(1));
    world.faults.busy = 1000;
    const order = { ticketId: ticket.id, kind: 'solved' as const, occasion: 'while it is busy' };
    await expect(tellCustomer(server.platform, nothingOwed, order, { last: false })).rejects.toThrow(
      'Too Many Requests',
    );
    expect(mailbox.letters.some((it) => it.to === 'busy@example.com')).toBe(false);
    await tellCustomer(server.platform, nothingOwed, order, { last: true });
    await soon(() => expect(mailbox.letters.some((it) => it.to === 'busy@example.com')).toBe(true));
    await soon(async () =>
      expect((await tellingOf(ticket.id)).trouble).toEqual({
        channel: 'telegram',
        why: 'no_answer',
        byEmail: true,
      }),
    );
    world.faults.busy = 0;
  });

  test('is no way any more once it is disconnected, also when it is connected again', async () => {
    const { customer, id, ticket } = await onTheirPhone({ email: 'gone@example.com' });
    await soon(() => expect(told(id)).toHaveLength(1));
    await customer.call(bindings.endBinding, { params: { id: inbox.telegram } });
    expect(await customer.call(portal.get, at(ticket.id))).toMatchObject({
      tellBy: { by: 'email', address: 'gone@example.com' },
      notTold: { why: 'disconnected', byEmail: true },
    });
    server.clock.advance({ seconds: 1 });
    await bind(customer, inbox.telegram, (text) => onTelegram(id, text));
    await move(ticket.id, 'solved');
    await soon(() => expect(mailbox.letters.some((it) => it.to === 'gone@example.com')).toBe(true));
    expect(told(id)).toHaveLength(1);
    expect(await tellingOf(ticket.id)).toMatchObject({ way: 'email', trouble: { why: 'disconnected' } });
  });

  test('whose inbox is closed is no place for news, until it is open again', async () => {
    const { id, ticket } = await onTheirPhone();
    await soon(() => expect(told(id)).toHaveLength(1));
    const enable = (enabled: boolean) =>
      admin.call(channels.updateInbox, { params: { id: inbox.telegram }, body: { enabled } });
    await enable(false);
    await move(ticket.id, 'pending');
    await soon(async () => expect((await tellingOf(ticket.id)).trouble?.why).toBe('inbox_closed'));
    await enable(true);
    await move(ticket.id, 'solved');
    await soon(() => expect(told(id)).toHaveLength(2));
  });
});

describe('the rules of platforms', () => {
  /** As the simulated Messenger and WeChat have them. */
  const [minh, lin] = ['24764291359857', 'oAbCd5Kd5ggOC-bXrbNODIiE3bG2'];
  const linesOf = async (platform: string, who: string): Promise<string[]> => {
    const state = await (await fetch(`${platform}/api/state?person=${who}`)).json();
    const { lines } = state as { lines: Array<{ text: string; fromPage?: boolean; fromAccount?: boolean }> };
    return lines.filter((it) => it.fromPage || it.fromAccount).map((it) => it.text);
  };
  /** Whoever was signed in is not any more. */
  async function later(hours: number) {
    server.clock.advance({ hours });
    admin = await server.world.agent({ roles: ['administrator'] });
    mei = await server.world.agent({ name: 'Mei', teams: [team], roles: ['agent', 'team_lead'] });
  }

  test('Messenger takes news for 24 hours after the customer wrote there, and no longer', async () => {
    const customer = await verified({ email: 'minh@example.com' });
    await bind(customer, inbox.facebook, (text) => post(`${facebook}/api/messages`, { person: minh, text }));
    const { items } = await customer.call(bindings.listChats);
    expect(items.map((it) => [it.channel, it.newsHours])).toEqual([
      ['telegram', null],
      ['facebook', 24],
      ['wechat', 48],
    ]);
    const ticket = await open(customer, inChat(inbox.facebook));
    const about = async () => (await linesOf(facebook, minh)).filter((it) => it.includes(ticket.id));
    await soon(async () => expect(await about()).toHaveLength(1));
    await later(25);
    await move(ticket.id, 'solved');
    await soon(() => expect(mailbox.letters.some((it) => it.to === 'minh@example.com')).toBe(true));
    expect(await about()).toHaveLength(1);
    expect((await tellingOf(ticket.id)).trouble).toEqual({
      channel: 'facebook',
      why: 'window_over',
      byEmail: true,
    });
  });

  test('WeChat takes a template at any time, and words for 48 hours', async () => {
    const customer = await verified();
    await bind(customer, inbox.wechat, (text) => post(`${wechat}/api/messages`, { person: lin, text }));
    const ticket = await open(customer, inChat(inbox.wechat));
    const ours = async () => linesOf(wechat, lin);
    await soon(async () => expect((await ours()).at(-1)).toContain(`/portal/tickets/${ticket.id}`));
    const before = (await ours()).length;
    await later(49);
    await move(ticket.id, 'pending');
    await soon(async () => expect((await tellingOf(ticket.id)).trouble?.why).toBe('window_over'));
    expect(await ours()).toHaveLength(before);
    const status = {
      kind: 'status' as const,
      templateId: 'Tmpl-status-9Kd4',
      fields: [
        { name: 'character_string1', source: 'number' as const },
        { name: 'thing2', source: 'status' as const },
        { name: 'time3', source: 'time' as const },
      ],
    };
    await admin.call(channels.saveNotices, { params: { id: inbox.wechat }, body: { items: [status] } });
    await move(ticket.id, 'solved');
    await soon(async () => expect((await ours()).at(-1)).toMatch(/^【工单状态通知】\n#\d+\nSolved\n/));
    await soon(async () => expect((await tellingOf(ticket.id)).last?.way).toBe('chat'));
  });
});

test('agents who do not see a ticket do not see how its customer is told', async () => {
  const customer = await verified();
  const ticket = await open(customer, null);
  expect(await tellingOf(ticket.id)).toEqual({ way: null, chat: null, trouble: null, last: null });
  const other = await server.world.team({ name: 'Cards' });
  const kim = await server.world.agent({ name: 'Kim', teams: [other] });
  expect(await kim.refused(tickets.telling, at(ticket.id))).toBe('ticket.not_found');
  await expect(mei.call(conversations.get, at(ticket.conversationId ?? ''))).resolves.toBeTruthy();
});
