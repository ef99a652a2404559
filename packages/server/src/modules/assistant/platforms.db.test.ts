import { endpoints, type Locale } from '@fairlead/contract';
import { createTelegramWorld, registerTelegram, type TelegramWorld } from '@fairlead/playground';
import { type FastifyInstance, fastify } from 'fastify';
import { beforeAll, expect, test, vi } from 'vitest';
import { writeDemoArticles } from '../../demo/demo-articles.ts';
import { afterFile } from '../../testing/after-file.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';

/** The assistant in private chats of a platform. */
const { assistant, bindings, channels, conversations, copilot } = endpoints;
let server: TestServer;
let admin: TestAgent;
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
  admin = await server.world.agent({ roles: ['administrator'] });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
  world = createTelegramWorld(() => server.clock.now());
  telegram = fastify();
  registerTelegram(telegram, world);
  afterFile(() => telegram.close());
  const apiUrl = await telegram.listen({ host: '127.0.0.1', port: 0 });
  await server.platform.database.write(writeDemoArticles);
  const inbox = await admin.call(channels.createInbox, {
    body: {
      channel: 'telegram',
      name: 'Telegram',
      allowedOrigins: [],
      topics: [],
      topicTeams: {},
      defaultTeamId: team,
      reopenHours: 48,
      acceptSeconds: 60,
      answerHours: 24,
      enabled: true,
      assistant: true,
    },
  });
  inboxId = inbox.id;
  const { trouble } = await admin.call(channels.connectSocialInbox, {
    params: { id: inboxId },
    body: { credentials: { token: world.token, apiUrl } },
  });
  if (trouble) throw new Error(trouble.words);
  // A test's port is known only once it listens.
  if (world.webhook) world.webhook.url = server.url + new URL(world.webhook.url).pathname;
});

let lastPerson = 9000;
function person(language: Locale = 'en') {
  const id = ++lastPerson;
  world.addPerson({ id, firstName: `Person ${id}`, lastName: null, language });
  const told = () => world.chat(id).filter((it) => it.from === 'bot');
  const conversation = async () => {
    const { items } = await mei.call(conversations.list, { query: { channel: 'telegram', view: 'all' } });
    const found = items.find((it) => it.customer.name === `Person ${id}`);
    if (!found) throw new Error('nothing came');
    return found;
  };
  return {
    id,
    told,
    conversation,
    async write(text: string) {
      await telegram.inject({ method: 'POST', url: `/phone/${id}/write`, payload: { text } });
    },
    async tap(words: string) {
      const message = told().findLast((it) => it.buttons.length > 0);
      const data = message?.buttons.find((it) => it.text === words)?.data;
      await telegram.inject({
        method: 'POST',
        url: `/phone/${id}/tap`,
        payload: { messageId: message?.id, data },
      });
    },
    /** The bot's newest words, once there are so many. */
    async answer(count: number) {
      return soon(() => {
        const last = told()[count - 1];
        if (!last) throw new Error('nothing was said');
        return last;
      });
    },
  };
}

test('a private message is answered at once in its language, with where it is from and what may be chosen', async () => {
  const someone = person('vi');
  await someone.write('Làm thế nào để hủy lệnh rút tiền mà tôi đã gửi?');
  const { text, buttons } = await someone.answer(1);
  expect(text).toMatch(/\nhttp\S+\/help\/vi\/deposit-and-withdrawal\/cancel-a-withdrawal$/);
  expect(buttons.map((it) => it.text)).toContain('Gặp nhân viên hỗ trợ');
  expect(await someone.conversation()).toMatchObject({ state: 'bot', assigneeId: null });
  const { id } = await someone.conversation();
  const { items } = await mei.call(assistant.turns, { params: { id } });
  expect(items.map((it) => it.trace.decision)).toEqual(['answer']);
});

test('what somebody changes is answered as what they ask now', async () => {
  const someone = person();
  await someone.write('How do I create an API key?');
  await someone.answer(1);
  const own = world.chat(someone.id).find((it) => it.from === 'person');
  await telegram.inject({
    method: 'POST',
    url: `/phone/${someone.id}/edit`,
    payload: { messageId: own?.id, text: 'How can I cancel a withdrawal that I submitted?' },
  });
  expect((await someone.answer(2)).text).toMatch(/cancel-a-withdrawal$/);
});

test('who taps the wish for a person gets one, and the assistant is silent from then on', async () => {
  const someone = person();
  await someone.write('How can I cancel a withdrawal that I submitted?');
  await someone.answer(1);
  await someone.tap('Talk to a person');
  expect((await someone.answer(2)).text).toContain('passing you to a person');
  await soon(async () => expect((await someone.conversation()).state).not.toBe('bot'));
  const { id } = await someone.conversation();
  await someone.write('How do I create an API key?');
  await soon(async () => {
    const { items } = await mei.call(conversations.messages, { params: { id } });
    expect(items.filter((it) => it.author.type === 'customer')).toHaveLength(3);
  });
  await server.settle();
  const { items } = await mei.call(assistant.turns, { params: { id } });
  expect(items.map((it) => it.trace.decision)).toEqual(['answer', 'hand_over']);

  // But for a danger, of which they are told once what to do.
  const said = someone.told().length;
  await someone.write('Wait, my account has been hacked');
  expect((await someone.answer(said + 1)).text).toContain('every minute counts');
  await someone.write('It is hacked, do you hear me? My account is hacked!');
  await soon(async () => {
    const all = await mei.call(conversations.messages, { params: { id } });
    expect(all.items.filter((it) => it.author.type === 'customer')).toHaveLength(5);
  });
  await server.settle();
  expect(someone.told()).toHaveLength(said + 1);
});

test('who was handed back is told so, and answered by the assistant again, not anew what a person answered', async () => {
  const someone = person();
  await someone.write('I want to talk to a person');
  await someone.answer(1);
  await soon(async () => expect((await someone.conversation()).state).not.toBe('bot'));
  const { id } = await someone.conversation();
  const params = { id };
  await mei.call(conversations.take, { params });
  await someone.write('How can I cancel a withdrawal that I submitted?');
  const theirs = async () =>
    (await mei.call(conversations.messages, { params })).items.filter((it) => it.author.type === 'customer');
  await soon(async () => expect(await theirs()).toHaveLength(2));
  const seenSeq = (await theirs()).at(-1)?.seq ?? 0;
  const body = { key: 'k1-to-assistant', text: 'I have cancelled it for you.', kind: 'text' as const };
  await mei.call(conversations.post, { params, body: { ...body, attachmentIds: [], seenSeq: seenSeq + 5 } });
  const { place } = await mei.call(conversations.platformPlace, { params });
  expect(place?.assistant).toBe(true);
  expect(await mei.call(assistant.give, { params })).toMatchObject({ state: 'bot', assigneeId: null });
  await soon(() => expect(someone.told().at(-1)?.text).toMatch(/^Our assistant answers/));
  const count = someone.told().length;
  await someone.write('How do I create an API key?');
  const { text } = await someone.answer(count + 1);
  expect(text).toMatch(/create-api-key/);
  expect(text).not.toMatch(/cancel-a-withdrawal/);
  const { items } = await mei.call(assistant.turns, { params });
  expect(items.map((it) => it.trace.decision)).toEqual(['hand_over', 'answer']);
});

test('it is handed back only where its inbox lets the assistant answer', async () => {
  const someone = person();
  await someone.write('I want to talk to a person');
  await someone.answer(1);
  await soon(async () => expect((await someone.conversation()).state).not.toBe('bot'));
  const params = { id: (await someone.conversation()).id };
  await admin.call(channels.updateInbox, { params: { id: inboxId }, body: { assistant: false } });
  expect((await mei.call(conversations.platformPlace, { params })).place?.assistant).toBe(false);
  await expect(mei.call(assistant.give, { params })).rejects.toThrow('assistant.not_here');
  await admin.call(channels.updateInbox, { params: { id: inboxId }, body: { assistant: true } });
});

test('a number is the answer that had it', async () => {
  const someone = person();
  await someone.write('How can I cancel a withdrawal that I submitted?');
  const { buttons } = await someone.answer(1);
  await someone.write(`${buttons.findIndex((it) => it.text === 'Talk to a person') + 1}`);
  expect((await someone.answer(2)).text).toContain('passing you to a person');
});

test('what is in an account is told only in the chat that was tied to it', async () => {
  const someone = person();
  await someone.write('Where is my deposit of 250 USDT over TRC20?');
  const { text } = await someone.answer(1);
  expect(text).toContain('/portal/chats');

  const identity = await server.world.identity(chat.secret, { sub: '78000001' });
  const customer = await server.world.customer(chat.key, { identity });
  const { code } = await customer.call(bindings.beginBinding, { params: { id: inboxId } });
  await someone.write(`/start ${code}`);
  await soon(() => expect(someone.told().at(-1)?.buttons[0]?.text).toBe('Connect'));
  await someone.tap('Connect');
  await soon(() => expect(someone.told().at(-1)?.text).toContain('Connected.'));
  const before = someone.told().length;
  await someone.write('Where is my deposit of 250 USDT over TRC20?');
  const now = await someone.answer(before + 1);
  expect(now.text).not.toContain('/portal/chats');

  // Untied, the same account's words from there are a stranger's.
  await customer.call(bindings.endBinding, { params: { id: inboxId } });
  await someone.write('Where is my deposit of 250 USDT over TRC20?');
  expect((await someone.answer(before + 2)).text).toContain('/portal/chats');
});

test('an answer that the platform does not take brings people', async () => {
  const someone = person();
  world.faults.blocked = true;
  await someone.write('How can I cancel a withdrawal that I submitted?');
  await soon(async () => expect((await someone.conversation()).state).not.toBe('bot'));
  world.faults.blocked = false;
});

test('where it is to prepare drafts it says nothing, and its answer is ready', async () => {
  const change = (body: { assistant: boolean; drafts: boolean }) =>
    admin.call(channels.updateInbox, { params: { id: inboxId }, body });
  const draftsOf = async (id: string) =>
    (
      await server.platform.database.raw('select sent from assistant_letters where conversation_id = $1', [
        id,
      ])
    ).rows;
  await change({ assistant: false, drafts: true });
  const someone = person();
  await someone.write('How can I cancel a withdrawal that I submitted?');
  await soon(async () => expect((await someone.conversation()).state).not.toBe('bot'));
  const { id } = await someone.conversation();
  await soon(async () => expect(await draftsOf(id)).toEqual([{ sent: false }]));
  const { drafts } = await mei.call(copilot.suggestions, { params: { id }, query: { locale: 'en' } });
  expect(drafts[0]?.text).toContain('withdrawal history');

  await change({ assistant: false, drafts: false });
  const other = person();
  await other.write('How can I cancel a withdrawal that I submitted?');
  const { id: silent } = await soon(() => other.conversation());
  await server.settle();
  expect(await draftsOf(silent)).toEqual([]);
  expect(someone.told().filter((it) => it.text.includes('withdrawal'))).toEqual([]);
  await change({ assistant: true, drafts: true });
});
