import { randomBytes } from 'node:crypto';
import { addressOf, endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Heard } from '../platform/live/live.ts';
import { createTestClient } from '../testing/test-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../testing/world.ts';
import { slowReads } from './slow-reads.testing.ts';

/** Staying live without a socket: `chat.messages` with `wait`. */
const { chat, conversations } = endpoints;
let server: TestServer;
let inbox: { key: string };
let agent: TestAgent;
let customer: TestCustomer;
let id: string;
/** Begins with each wait, and ends with it. */
let waits: ReturnType<typeof watchWaits>;

beforeAll(async () => {
  // Without routing, which would say at some moment that nobody is there.
  server = await createTestServer({ ROLE: 'web' });
  const team = await server.world.team();
  inbox = await server.world.inbox({ team });
  agent = await server.world.agent({ teams: [team] });
  waits = watchWaits(server);
});
beforeEach(async () => {
  customer = await server.world.customer(inbox.key);
  const body = { ...text('Hello'), topic: null, locale: 'en' as const };
  id = (await customer.call(chat.start, { body })).conversation.id;
  await agent.call(conversations.take, { params: { id } });
});

function watchWaits({ platform: { live } }: TestServer) {
  const whole = { ...live };
  const open = new Set<() => void>();
  const listeners = new Map<() => void, (heard: Heard) => void>();
  let begun = Promise.withResolvers<void>();
  let ended = Promise.withResolvers<void>();
  live.listen = (topic, listener) => {
    const stop = whole.listen(topic, listener);
    open.add(stop);
    listeners.set(stop, listener);
    ended = Promise.withResolvers();
    begun.resolve();
    return () => {
      stop();
      listeners.delete(stop);
      if (!open.delete(stop) || open.size > 0) return;
      begun = Promise.withResolvers();
      ended.resolve();
    };
  };
  return {
    begun: () => begun.promise,
    ended: () => ended.promise,
    /** How many wait: each hears two topics, of the customer's chats and of their portal. */
    now: () => open.size / 2,
    /** As when the bus was away. */
    gap() {
      for (const listener of listeners.values()) listener({ kind: 'gap' });
    },
  };
}

const text = (words: string) => ({
  key: `key-${randomBytes(8).toString('hex')}`,
  text: words,
  attachmentIds: [],
});
const answer = (words: string) =>
  agent.call(conversations.post, {
    params: { id },
    body: { ...text(words), kind: 'text', seenSeq: 1000 },
  });
const now = async () => (await customer.call(chat.messages, { params: { id } })).conversation;
const ask = (query: { after?: number; version?: number; wait: number }) =>
  customer.call(chat.messages, { params: { id }, query });
/** Everything is known: only news ends the wait. */
const askFor = async (wait: number) => {
  const { lastSeq, version } = await now();
  return { asked: ask({ after: lastSeq, version, wait }), lastSeq, version };
};

test.each([
  ['a message is newer', (seq: number, version: number) => ({ after: seq - 1, version })],
  ['the conversation is newer', (seq: number, version: number) => ({ after: seq, version: version - 1 })],
])(
  'answers at once when %s',
  async (_, known) => {
    const { lastSeq, version } = await now();
    const { conversation } = await ask({ ...known(lastSeq, version), wait: 30 });
    expect(conversation.version).toBe(version);
    expect(waits.now()).toBe(0);
  },
  10_000,
);

test('waits, and answers with the message that comes', async () => {
  const { asked, lastSeq } = await askFor(30);
  await waits.begun();
  await answer('It has arrived');
  const { items, conversation } = await asked;
  expect(items.map((it) => [it.seq, it.text])).toEqual([[lastSeq + 1, 'It has arrived']]);
  expect(conversation.lastSeq).toBe(lastSeq + 1);
}, 20_000);

test('waits, and answers when only the conversation changes', async () => {
  const { asked, version } = await askFor(30);
  await waits.begun();
  const marks = { deliveredSeq: 2, readSeq: 2 };
  await customer.call(chat.read, { params: { id }, body: marks });
  const { items, conversation } = await asked;
  expect(items).toEqual([]);
  expect(conversation).toMatchObject({ ...marks, version: version + 1 });
}, 20_000);

test('misses nothing that comes between the look and the wait', async () => {
  const { lastSeq, version } = await now();
  // The thread has been read, and the request is still about to wait.
  const slow = slowReads(server, 'agents');
  const asked = ask({ after: lastSeq, version, wait: 30 });
  await slow.reached;
  const marks = { deliveredSeq: 2, readSeq: 2 };
  await customer.call(chat.read, { params: { id }, body: marks });
  slow.release();
  expect((await asked).conversation).toMatchObject(marks);
}, 20_000);

test.each<[string, (earlier: string) => Promise<unknown>]>([
  [
    'an agent is typing',
    async () =>
      server.platform.live.tell([`customer:${customer.id}`], {
        type: 'agent.typing',
        conversationId: id,
        on: true,
        name: 'Mei',
      }),
  ],
  [
    'another of the customer’s conversations changes',
    (earlier: string) =>
      customer.call(chat.read, { params: { id: earlier }, body: { deliveredSeq: 1, readSeq: 1 } }),
  ],
])(
  'goes on waiting while %s',
  async (_, happens) => {
    const earlier = id;
    await agent.call(conversations.close, { params: { id }, body: { reason: 'solved' } });
    const body = { ...text('Something else'), topic: null, locale: 'en' as const };
    id = (await customer.call(chat.start, { body })).conversation.id;
    const { asked, lastSeq } = await askFor(30);
    await waits.begun();
    const answered = vi.fn();
    void asked.then(answered);
    await happens(earlier);
    // Whoever was woken by it has read the thread by the time that two reads of it are done.
    await now();
    await now();
    expect(answered).not.toHaveBeenCalled();
    await answer('It has arrived');
    const { items } = await asked;
    expect(items.at(-1)?.text).toBe('It has arrived');
    expect(items[0]?.seq).toBe(lastSeq + 1);
  },
  20_000,
);

test('after a gap in the hints it answers what they would have told, and otherwise goes on waiting', async () => {
  const { asked, version } = await askFor(30);
  await waits.begun();
  waits.gap();
  await now();
  expect(waits.now()).toBe(1);
  // A node whose hints do not reach this one.
  const other = await createTestServer({ ROLE: 'web' }, server);
  const marks = { deliveredSeq: 2, readSeq: 2 };
  await createTestClient(other.url, customer.headers).call(chat.read, { params: { id }, body: marks });
  waits.gap();
  const { items, conversation } = await asked;
  expect(items).toEqual([]);
  expect(conversation).toMatchObject({ ...marks, version: version + 1 });
}, 30_000);

test('answers empty when nothing comes', async () => {
  const { asked, version } = await askFor(1);
  await waits.begun();
  const { items, conversation } = await asked;
  expect(items).toEqual([]);
  expect(conversation.version).toBe(version);
  expect(waits.now()).toBe(0);
}, 20_000);

test('hears nothing of other customers', async () => {
  const { asked } = await askFor(1);
  await waits.begun();
  const other = await server.world.customer(inbox.key);
  await other.call(chat.start, { body: { ...text('Mine'), topic: null, locale: 'en' } });
  const { items } = await asked;
  expect(items).toEqual([]);
  const stranger = await other.refused(chat.messages, { params: { id }, query: { wait: 30 } });
  expect(stranger).toBe('conversation.not_found');
}, 20_000);

test('ends when the client goes away', async () => {
  const { lastSeq: after, version } = await now();
  const gone = new AbortController();
  const address = addressOf(chat.messages.path, { id }, { after, version, wait: 30 });
  const asked = fetch(server.url + address, { headers: customer.headers, signal: gone.signal });
  await waits.begun();
  expect(waits.now()).toBe(1);
  gone.abort();
  await expect(asked).rejects.toThrow('aborted');
  await waits.ended();
  expect(waits.now()).toBe(0);
}, 20_000);

test('is answered at once by a node that stops', async () => {
  const node = await createTestServer({ ROLE: 'web' }, server);
  const leaving = watchWaits(node);
  const { lastSeq: after, version } = await now();
  const address = addressOf(chat.messages.path, { id }, { after, version, wait: 30 });
  const asked = fetch(node.url + address, { headers: customer.headers });
  await leaving.begun();
  await node.stop();
  expect(await asked).toMatchObject({ status: 200 });
}, 20_000);
