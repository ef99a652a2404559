import { randomUUID } from 'node:crypto';
import { endpoints, type Locale } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { writeDemoArticles } from '../../demo/demo-articles.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';

const { assistant, chat, conversations } = endpoints;
let server: TestServer;
let inbox: { id: string; key: string; secret: string };
let mei: TestAgent;
let teams: { general: string; security: string };

beforeAll(async () => {
  server = await createTestServer();
  const { world, platform } = server;
  teams = { general: await world.team(), security: await world.team({ name: 'Security' }) };
  mei = await world.agent({ name: 'Mei', teams: Object.values(teams), roles: ['agent', 'team_lead'] });
  inbox = await world.inbox({ team: teams.general, securityTeam: teams.security, assistant: true });
  await platform.database.write(writeDemoArticles);
});

/** A visitor in the chat. */
async function visitor(locale: 'en' | 'zh-CN' | 'vi' | 'ja' = 'en') {
  const customer = await server.world.customer(inbox.key, { locale });
  let conversationId: string | undefined;
  return {
    customer,
    /** Says something, and answers what stands below it then. */
    async say(text: string, language: Locale = locale) {
      const body = { key: randomUUID(), text, attachmentIds: [] };
      const { conversation } = conversationId
        ? await customer.call(chat.post, { params: { id: conversationId }, body })
        : await customer.call(chat.start, { body: { ...body, topic: null, locale: language } });
      conversationId = conversation.id;
      await server.settle();
      return thread(customer, conversation.id);
    },
  };
}

async function thread(customer: TestCustomer, id: string) {
  const { items, conversation } = await customer.call(chat.messages, { params: { id }, query: {} });
  return { id, conversation, items, last: items.findLast((it) => it.author.type === 'bot') };
}

const seenBy = (agent: TestAgent, id: string) => agent.call(conversations.get, { params: { id } });

test('a question is answered from an article, with where it is from', async () => {
  const guest = await visitor();
  const { conversation, last } = await guest.say('How can I cancel a withdrawal that I submitted?');
  expect(conversation.state).toBe('bot');
  expect(last?.sources).toEqual([
    { title: 'Cancel a withdrawal', url: '/help/en/deposit-and-withdrawal/cancel-a-withdrawal' },
  ]);
  expect(last?.text).toContain('withdrawal history');
  expect(last?.quickReplies).toContain('Talk to a person');
});

test('in Chinese from the Chinese text, and numbers are live facts', async () => {
  const guest = await visitor('zh-CN');
  const { last } = await guest.say('USDT TRC20 最小充币数量是多少？充少了会怎么样');
  expect(last?.sources[0]?.url).toMatch(/^\/help\/zh-CN\//);
  expect(last?.text).not.toMatch(/\{\{/);
});

test('who asks for a person gets one at once, and the assistant is silent from then on', async () => {
  const guest = await visitor();
  const handed = await guest.say('I want to talk to a human please');
  expect(handed.conversation.state).not.toBe('bot');
  const before = handed.items.filter((it) => it.author.type === 'bot').length;
  const after = await guest.say('How can I cancel a withdrawal?');
  expect(after.items.filter((it) => it.author.type === 'bot')).toHaveLength(before);
  const lines = (await mei.call(conversations.messages, { params: { id: handed.id }, query: {} })).items;
  expect(lines.map((it) => it.system?.key)).toContain('handed_over_asked');
});

test('agents see every step, hand back, and it answers again', async () => {
  const guest = await visitor();
  const { id } = await guest.say('Talk to a person');
  await mei.call(conversations.take, { params: { id } });
  const back = await mei.call(assistant.give, { params: { id } });
  expect(back).toMatchObject({ state: 'bot', assigneeId: null });
  const { last } = await guest.say('How do I create an API key?');
  expect(last?.sources[0]?.url).toContain('create-api-key');
  const { items } = await mei.call(assistant.turns, { params: { id } });
  expect(items.map((it) => it.trace.decision)).toEqual(['hand_over', 'answer']);
  expect(items[1]?.trace.intents[0]?.intent).toBe('api.key');
  expect((await seenBy(mei, id)).state).toBe('bot');
});

test('what it does not understand it says so, and then a person goes on', async () => {
  const guest = await visitor();
  const first = await guest.say('blorp fnord wibble quux');
  expect(first.conversation.state).toBe('bot');
  expect(first.last?.sources).toEqual([]);
  await guest.say('That did not help');
  const third = await guest.say('That did not help');
  expect(third.conversation.state).not.toBe('bot');
});

test('two messages in one go are answered, together or one after the other, and never one twice', async () => {
  const { customer } = await visitor();
  const body = (text: string) => ({ key: randomUUID(), text, attachmentIds: [] });
  const { conversation } = await customer.call(chat.start, {
    body: { ...body('hello there, a question'), topic: null, locale: 'en' },
  });
  await customer.call(chat.post, {
    params: { id: conversation.id },
    body: body('How do I create an API key?'),
  });
  await server.settle();
  const { items } = await thread(customer, conversation.id);
  const answers = items.filter((it) => it.author.type === 'bot');
  // The first may be answered before the second is there; what then comes is an answer to the second.
  expect([1, 2]).toContain(answers.length);
  expect(items.at(-1)).toBe(answers.at(-1));
  expect(new Set(answers.map((it) => it.text)).size).toBe(answers.length);
});
