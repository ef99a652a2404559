import { randomUUID } from 'node:crypto';
import { endpoints, type Locale, locales } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { simulatorKeys, startSimulator } from '../exchange/exchange.testing.ts';

/** Who says that their account was taken over hears at once how to freeze it, and goes to the security team. */
const { chat, conversations, sla, tickets } = endpoints;
const simulator = await startSimulator(() => server.clock.now());
let server: TestServer;
let inbox: { key: string; secret: string };
let security: string;
let support: string;
let mei: TestAgent;

const cries: Record<Locale, string> = {
  en: 'my account has been hacked',
  'zh-CN': '我的账户被盗了',
  'zh-TW': '我的帳戶被盜了',
  ja: 'アカウントが乗っ取られました',
  ko: '제 계정이 해킹당했어요',
  ru: 'мой аккаунт взломали',
  es: 'han hackeado mi cuenta',
  vi: 'tài khoản của tôi bị hack',
  'pt-BR': 'minha conta foi hackeada',
  tr: 'hesabım çalındı',
  id: 'akun saya diretas',
  th: 'บัญชีของฉันถูกแฮก',
  fr: 'mon compte a été piraté',
  de: 'mein Konto wurde gehackt',
  ar: 'تم اختراق حسابي',
};

beforeAll(async () => {
  server = await createTestServer({
    EXCHANGE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
    EXCHANGE_KEY: simulatorKeys.key,
    EXCHANGE_SECRET: simulatorKeys.secret,
  });
  security = await server.world.team({ name: 'Security' });
  support = await server.world.team();
  inbox = await server.world.inbox({ team: support, securityTeam: security, assistant: true });
  mei = await server.world.agent({
    name: 'Mei',
    teams: [support],
    roles: ['agent', 'team_lead'],
    capacity: 0,
  });
});

async function cry(locale: Locale, uid: string | null) {
  const identity = uid ? await server.world.identity(inbox.secret, { sub: uid }) : undefined;
  const customer = await server.world.customer(inbox.key, { locale, ...(identity && { identity }) });
  const body = { key: randomUUID(), text: cries[locale], attachmentIds: [], topic: null, locale };
  const { conversation } = await customer.call(chat.start, { body });
  await server.settle();
  // What their ticket promises is known by now: only then are they told how long it takes.
  await server.settle();
  const { id } = conversation;
  const thread = await customer.call(chat.messages, { params: { id }, query: {} });
  return { ...thread, last: thread.items.findLast((it) => it.author.type === 'bot') };
}

test.each(locales)('in %s', async (locale) => {
  const [own, visitor] = [
    await cry(locale, String(40_000_000 + locales.indexOf(locale))),
    await cry(locale, null),
  ];
  for (const { conversation, last, items } of [own, visitor]) {
    expect(conversation.state).not.toBe('bot');
    expect(last?.sources).toEqual([{ title: expect.any(String), url: `/portal/freeze?lang=${locale}` }]);
    expect(last?.text).toMatch(/#\d+/);
    // Nobody is there, and a first answer to such a ticket is promised within the hour, not within the day of the inbox.
    expect(items.at(-1)?.system).toEqual({ key: 'queue_nobody', params: { hours: 1 } });
  }
  expect(visitor.last?.text).toContain('UID');
  expect(own.last?.text).not.toContain('UID');
});

test('where no exchange could be told, nobody is led to a page that can do nothing', async () => {
  const alone = await createTestServer();
  const key = (await alone.world.inbox({ team: await alone.world.team(), assistant: true })).key;
  const customer = await alone.world.customer(key, { locale: 'en' });
  const body = {
    key: randomUUID(),
    text: cries.en,
    attachmentIds: [],
    topic: null,
    locale: 'en' as const,
  };
  const { conversation } = await customer.call(chat.start, { body });
  await alone.settle();
  const { items } = await customer.call(chat.messages, { params: { id: conversation.id }, query: {} });
  const last = items.findLast((it) => it.author.type === 'bot');
  expect(last?.sources).toEqual([]);
  expect(last?.text).toContain('security settings');
});

describe('where people have the conversation', () => {
  /** A customer whom Mei helps with something else. */
  async function helped(text = 'I want to talk to a human please') {
    const identity = await server.world.identity(inbox.secret, { sub: String(++uids) });
    const customer = await server.world.customer(inbox.key, { locale: 'en', identity });
    const words = (said: string) => ({ key: randomUUID(), text: said, attachmentIds: [] });
    const { conversation } = await customer.call(chat.start, {
      body: { ...words(text), topic: null, locale: 'en' },
    });
    await server.settle();
    const params = { id: conversation.id };
    return {
      params,
      conversation: () => mei.call(conversations.get, { params }),
      async say(more: string) {
        server.clock.advance({ seconds: 5 });
        await customer.call(chat.post, { params, body: words(more) });
        await server.settle();
      },
      /** What was said in the thread after Mei took it, by whom. */
      async said() {
        const { items } = await mei.call(conversations.messages, { params, query: {} });
        return items;
      },
      async warnings() {
        const { items } = await customer.call(chat.messages, { params, query: {} });
        return items.filter((it) => it.author.type === 'bot' && it.text.includes('every minute counts'));
      },
      async tickets() {
        const { items } = await mei.call(tickets.list, { query: {} });
        return items.filter((it) => it.conversationId === conversation.id);
      },
    };
  }
  let uids = 41_000_000;
  const linesOf = (items: Array<{ system: { key: string } | null }>) =>
    items.flatMap((it) => it.system?.key ?? []);

  test('an agent keeps it and is told; security gets an urgent case; the customer hears once how to freeze', async () => {
    const someone = await helped();
    await mei.call(conversations.take, { params: someone.params });
    await someone.say('While I wait: someone is sending my coins out right now, I did not do that!');
    const [ticket, ...others] = await someone.tickets();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      category: 'account_security.hacked',
      priority: 'urgent',
      source: 'assistant',
      teamId: security,
      followerIds: [mei.id],
    });
    expect(await someone.conversation()).toMatchObject({
      state: 'assigned',
      assigneeId: mei.id,
      teamId: support,
    });
    expect(linesOf(await someone.said())).toContain('heard_stolen');
    const [warning] = await someone.warnings();
    expect(warning?.text).toContain(`#${ticket?.number}`);
    expect(warning?.sources).toEqual([{ title: 'Freeze my account', url: '/portal/freeze?lang=en' }]);
    const at = { params: { id: ticket?.id ?? '' } };
    const { clocks } = await mei.call(sla.ticket, at);
    expect(clocks.find((it) => it.kind === 'resolution')?.targetMinutes).toBe(120);
    const { risk } = await mei.call(tickets.get, at);
    expect(risk?.reasons[0]).toMatchObject({ key: 'account_taken' });

    await someone.say('My account is hacked, are you reading this??');
    expect(await someone.warnings()).toHaveLength(1);
    expect(linesOf(await someone.said()).filter((it) => it === 'heard_stolen')).toHaveLength(1);
  });

  test('one that waits goes to security, with the ticket that it has, whatever priority an agent chose', async () => {
    const someone = await helped();
    const { id } = await mei.call(tickets.create, {
      body: {
        conversationId: someone.params.id,
        subject: 'Where to make a key',
        category: 'api.keys',
        priority: 'low',
      },
    });
    await someone.say('forget that. my account has been hacked');
    expect(await someone.conversation()).toMatchObject({ state: 'queued', teamId: security });
    expect(await someone.tickets()).toMatchObject([
      { id, category: 'account_security.hacked', priority: 'urgent', teamId: security },
    ]);
    const { items } = await mei.call(tickets.timeline, { params: { id }, query: {} });
    expect(items.find((it) => it.of === 'ticket' && it.cause === 'risk')).toMatchObject({
      actor: { type: 'system' },
      details: { because: ['account_taken'] },
    });
    expect(await someone.warnings()).toHaveLength(1);
  });

  test('one that was closed and is written in again is heard, and so is the next case of the same thread', async () => {
    const someone = await helped();
    await mei.call(conversations.take, { params: someone.params });
    const { id } = await mei.call(tickets.create, {
      body: { conversationId: someone.params.id, subject: 'Key', category: 'api.keys' },
    });
    await mei.call(tickets.setStatus, { params: { id }, body: { status: 'solved' } });
    await mei.call(conversations.close, { params: someone.params, body: { reason: 'solved' } });
    await someone.say('Somebody logged into my account and changed my password');
    expect(await someone.tickets()).toMatchObject([
      { id, status: 'open', category: 'account_security.hacked', priority: 'urgent' },
    ]);
    expect(await someone.warnings()).toHaveLength(1);

    await mei.call(tickets.setStatus, { params: { id }, body: { status: 'solved' } });
    await mei.call(tickets.setStatus, { params: { id }, body: { status: 'closed' } });
    await someone.say('It happens again: my account has been hacked');
    const [newest] = (await someone.tickets()).toSorted((a, b) => b.number - a.number);
    expect(newest?.id).not.toBe(id);
    expect(newest).toMatchObject({ category: 'account_security.hacked', priority: 'urgent' });
    expect(await someone.warnings()).toHaveLength(2);
  });

  test('what the assistant handed over is not said again', async () => {
    const someone = await helped('my account has been hacked');
    expect(await someone.warnings()).toHaveLength(1);
    await someone.say('hello? my account is hacked, somebody withdraws my coins');
    expect(await someone.warnings()).toHaveLength(1);
    expect(linesOf(await someone.said())).not.toContain('heard_stolen');
  });

  test.each([
    'My account was hacked in 2021 and you solved that, this is about my tax statement',
    'No, nobody hacked me, the login was me',
    'When is my withdrawal released after the password change?',
  ])('nothing follows: %s', async (text) => {
    const someone = await helped();
    await mei.call(conversations.take, { params: someone.params });
    await someone.say(text);
    expect(await someone.warnings()).toEqual([]);
    expect(await someone.tickets()).toEqual([]);
  });

  test('who may hurt themselves is told whom to call, in a case that stays with their agent', async () => {
    const someone = await helped();
    await mei.call(conversations.take, { params: someone.params });
    await someone.say('if the money is gone I will end my life');
    expect(await someone.tickets()).toMatchObject([
      { priority: 'urgent', subject: 'Personal support', teamId: support, assigneeId: mei.id },
    ]);
    const items = await someone.said();
    expect(items.findLast((it) => it.author.type === 'bot')?.text).toContain('findahelpline.com');
    expect(linesOf(items)).toContain('heard_self_harm');
  });
});
