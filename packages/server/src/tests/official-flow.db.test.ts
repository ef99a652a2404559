import { randomUUID } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { writeDemoArticles } from '../demo/demo-articles.ts';
import { demoOfficial } from '../demo/demo-official.ts';
import { addEntry } from '../modules/official/index.ts';
import { system } from '../platform/actor.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

const { assistant, chat, flows } = endpoints;
let server: TestServer;
let inbox: { key: string };
let agent: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  const { world, platform } = server;
  const team = await world.team();
  agent = await world.agent({ teams: [team], roles: ['agent', 'team_lead'] });
  inbox = await world.inbox({ team, assistant: true });
  await platform.database.write(writeDemoArticles);
  await platform.database.write(async (tx) => {
    for (const entry of demoOfficial) await addEntry(tx, system('demo'), entry);
  });
});

async function visitor(locale: 'en' | 'zh-CN' | 'ja') {
  const customer = await server.world.customer(inbox.key, { locale });
  let id: string | undefined;
  return async (text: string) => {
    const body = { key: randomUUID(), text, attachmentIds: [] };
    const { conversation } = id
      ? await customer.call(chat.post, { params: { id }, body })
      : await customer.call(chat.start, { body: { ...body, topic: null, locale } });
    id = conversation.id;
    await server.settle();
    const { items } = await customer.call(chat.messages, { params: { id }, query: {} });
    return { id, text: items.findLast((it) => it.author.type === 'bot')?.text ?? '' };
  };
}

test.each<['en' | 'zh-CN' | 'ja', string, string]>([
  ['en', 'Is htx-bonus.example your site?', 'htx-bonus.example is a fake'],
  ['en', 'is https://www.htx.example/login really yours?', 'www.htx.example is ours: Website'],
  ['en', 'https://htx.example.evil.org/x', 'htx.example only stands in front'],
  ['zh-CN', '这个网站 htx.example 是官方的吗', 'htx.example 是我们的官方渠道'],
  [
    'ja',
    'TelegramでHTXサポートを名乗る人からDM来た。@HTX_helpdesk_ ってそちらの公式？',
    '既知のなりすまし一覧',
  ],
  ['en', 'В телеге пишет @htx_support_ru_bot, просит код. Это ваши?', 'не наш канал'],
])('the assistant answers in %s: %s', async (locale, text, answer) => {
  const say = await visitor(locale);
  expect((await say(text)).text).toContain(answer);
});

test('a question that names nothing is answered from the article, and what is named next is looked up', async () => {
  const say = await visitor('en');
  const first = await say('how do I know whether a message is really from HTX?');
  expect(first.text).toContain('verification page');
  const second = await say('it was support@htx.example');
  expect(second.text).toContain('support@htx.example is ours: Support.');
  expect(second.text).toContain('Sender addresses can be faked');
  const { items } = await agent.call(assistant.turns, { params: { id: second.id } });
  expect(items.map((it) => it.trace.decision)).toContain('flow');
});

test('agents run it for a visitor, too, and see what was decided', async () => {
  const { id } = await (await visitor('en'))('hello there');
  const run = (slots: object) =>
    agent.call(flows.runForConversation, { params: { id, flow: 'official' }, body: { slots, locale: 'de' } });
  expect(await run({})).toMatchObject({ kind: 'asks', outcome: 'contact' });
  const answer = await run({ contact: '+44 7700 900123' });
  expect(answer.text).toContain('+447700900123 ist eine Fälschung');
  expect(answer.trace.map((it) => it.decided)).toEqual([
    { kind: 'look_up', facts: ['official'] },
    { kind: 'answer', outcome: 'impostor' },
  ]);
});
