import { randomUUID } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { writeDemoArticles } from '../../../demo/demo-articles.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import { simulatorKeys, startSimulator } from '../../exchange/exchange.testing.ts';
import { type AskedModel, type ModelServer, startModelServer } from './model-server.testing.ts';

/** What a model may look into while it writes: what the customer could be told themselves, and nothing else. */
const { assistant, chat } = endpoints;
const simulator = await startSimulator(() => server.clock.now());
let server: TestServer;
let model: ModelServer;
let inbox: { id: string; key: string; secret: string };

beforeAll(async () => {
  model = await startModelServer();
  server = await createTestServer({
    MODELS_AT: 'loopback',
    EXCHANGE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
    EXCHANGE_KEY: simulatorKeys.key,
    EXCHANGE_SECRET: simulatorKeys.secret,
  });
  const { world, platform } = server;
  const team = await world.team();
  const lead = await world.agent({ name: 'Lead', teams: [team], roles: ['agent', 'team_lead'] });
  inbox = await world.inbox({ team, assistant: true });
  await platform.database.write(writeDemoArticles);
  await lead.call(assistant.saveModel, {
    body: {
      on: true,
      provider: 'openai_compatible',
      url: model.url,
      model: 'small',
      seconds: 8,
      tokensPerCustomer: 1_000_000,
      tokensPerDay: 1_000_000_000,
      key: null,
    },
  });
});
beforeEach(() => {
  model.asked.length = 0;
});

async function ask(text: string, uid?: string) {
  const identity = uid && (await server.world.identity(inbox.secret, { sub: uid }));
  const customer = await server.world.customer(inbox.key, identity ? { identity } : {});
  const { conversation } = await customer.call(chat.start, {
    body: { key: randomUUID(), text, attachmentIds: [], topic: null, locale: 'en' },
  });
  await server.settle();
  const { items } = await customer.call(chat.messages, { params: { id: conversation.id }, query: {} });
  return items.findLast((it) => it.author.type === 'bot');
}

/** What the tool answered last. */
function told({ messages }: AskedModel['body']): {
  passage?: { number: number; text: string };
  found?: string;
} {
  const last = messages.findLast((it) => it.role === 'tool');
  return JSON.parse(last?.content as string) as ReturnType<typeof told>;
}
const offered = () => JSON.stringify(model.asked[0]?.body['tools']);
const question = 'How do I create an API key?';

test('public figures for a visitor: what was found is a passage to cite', async () => {
  model.behave(
    { kind: 'looks', flow: 'price', slots: { pair: 'BTC/USDT' } },
    {
      kind: 'reads',
      write(_, asked) {
        const { passage } = told(asked);
        return `${passage?.text.split('\n')[0]} [${passage?.number}]`;
      },
    },
  );
  const answer = await ask(question);
  expect(answer?.text).toMatch(/BTC.*\d/);
  expect(answer?.text).not.toContain('[');
  expect(offered()).toContain('"price"');
  expect(offered()).not.toMatch(/"withdrawal"|"deposit"/);
});

test('one’s own for who is signed in, and for nobody else', async () => {
  model.behave({ kind: 'looks', flow: 'verification' }, { kind: 'says', text: 'NO_ANSWER' });
  await ask(question, '40218831');
  expect(offered()).toMatch(/"withdrawal".*"verification"/);
  expect(told(model.asked[1]?.body ?? { messages: [] })).not.toEqual({ found: 'nothing' });

  model.asked.length = 0;
  model.behave({ kind: 'looks', flow: 'verification' }, { kind: 'says', text: 'NO_ANSWER' });
  const before = simulator.asked();
  const answer = await ask(question);
  expect(simulator.asked()).toBe(before);
  expect(answer?.sources[0]?.url).toContain('create-api-key');
});

test('twice, and then it has to answer', async () => {
  model.behave({ kind: 'looks', flow: 'price', slots: { pair: 'BTC/USDT' } });
  const answer = await ask(question);
  expect(model.asked).toHaveLength(3);
  expect(model.asked[2]?.body).toMatchObject({ tool_choice: 'none' });
  expect(answer?.sources[0]?.url).toContain('create-api-key');
});

test('what a flow answers needs no model', async () => {
  expect((await ask('What is the price of BTC now?'))?.text).toMatch(/BTC.*\d/);
  expect(model.asked).toEqual([]);
});
