import { endpoints, type Message } from '@fairlead/contract';
import { beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { createWorld, type TestAgent, type TestCustomer } from '../../testing/world.ts';

const { chat, conversations } = endpoints;
const text = (words: string) => ({
  key: `a-key-for-${words.padEnd(12, '-')}`,
  text: words,
  attachmentIds: [],
});

let here: TestServer;
let there: TestServer;
let agent: TestAgent;
let customer: TestCustomer;
let id: string;

beforeAll(async () => {
  // Without a worker, whose lines about the queue would come between.
  here = await createTestServer({ ROLE: 'web' });
  there = await createTestServer({ ROLE: 'web' }, here);
  const team = await here.world.team();
  const inbox = await here.world.inbox({ team });
  agent = await createWorld(there.platform, there.url).agent({ teams: [team] });
  customer = await here.world.customer(inbox.key);
  const begun = await customer.call(chat.start, { body: { ...text('hello'), topic: null, locale: 'en' } });
  id = begun.conversation.id;
});

const say = (words: string) => customer.call(chat.post, { params: { id }, body: text(words) });
const note = (words: string) =>
  agent.call(conversations.post, {
    params: { id },
    body: { ...text(words), kind: 'note', seenSeq: 0, confirmed: false },
  });

async function thread(): Promise<Message[]> {
  const found: Message[] = [];
  for (;;) {
    const after = found.at(-1)?.seq ?? 0;
    const { items } = await agent.call(conversations.messages, {
      params: { id },
      query: { after, limit: 200 },
    });
    if (items.length === 0) return found;
    found.push(...items);
  }
}

test('two nodes that write into one thread leave no gap, and each message once', async () => {
  const words = Array.from({ length: 40 }, (_, index) => `${index}`);
  await Promise.all(
    words.flatMap((word) => [
      say(`said ${word}`),
      note(`noted ${word}`),
      customer.call(chat.read, {
        params: { id },
        body: { deliveredSeq: Number(word), readSeq: Number(word) },
      }),
    ]),
  );
  const messages = await thread();
  expect(messages.map((it) => it.seq)).toEqual(messages.map((_, index) => index + 1));
  const seen = messages.filter((it) => it.publicSeq !== null);
  expect(seen.map((it) => it.publicSeq)).toEqual(seen.map((_, index) => index + 1));
  expect(messages.map((it) => it.text).toSorted()).toEqual(
    ['hello', ...words.flatMap((word) => [`said ${word}`, `noted ${word}`])].toSorted(),
  );
});

test('a key used before does not take along what is written with it', async () => {
  const before = (await thread()).length;
  const first = await say('only once');
  const words = Array.from({ length: 12 }, (_, index) => `beside ${index}`);
  const [again, ...others] = await Promise.all([say('only once'), ...words.map(say)]);
  expect(again.message).toEqual(first.message);
  expect(others.map((it) => it.message.text)).toEqual(words);
  expect((await thread()).length).toBe(before + 1 + words.length);
});

test('customers page back through a thread with notes between, by their own numbers', async () => {
  const all = (await thread()).filter((it) => it.publicSeq !== null);
  const pages: number[][] = [];
  for (let before = all.length + 1; before > 1; ) {
    const { items } = await customer.call(chat.messages, { params: { id }, query: { before, limit: 7 } });
    pages.unshift(items.map((it) => it.seq));
    before = items[0]?.seq ?? 0;
  }
  expect(pages.flat()).toEqual(all.map((it) => it.publicSeq));
});

test('what another node changed since the last message is what the next one is decided on', async () => {
  const reply = (words: string) =>
    agent.call(conversations.post, {
      params: { id },
      body: { ...text(words), kind: 'text', seenSeq: 0, confirmed: true },
    });
  const lead = await here.world.agent({ roles: ['administrator'] });
  await say('before it is closed');
  await agent.call(conversations.take, { params: { id } });
  await agent.call(conversations.close, { params: { id }, body: { reason: 'solved' } });
  await say('after it was closed');
  expect((await thread()).slice(-2).map((it) => it.text || it.system?.key)).toEqual([
    'reopened',
    'after it was closed',
  ]);

  await reply('while it is ours');
  const elsewhere = await here.world.team();
  await lead.call(conversations.transfer, { params: { id }, body: { teamId: elsewhere, note: '' } });
  await expect(reply('when it is no longer')).rejects.toThrow('conversation.not_found');
  await say('and goes on there');
  const { items } = await lead.call(conversations.messages, { params: { id }, query: { limit: 1 } });
  expect(items.map((it) => it.text)).toEqual(['and goes on there']);
});
