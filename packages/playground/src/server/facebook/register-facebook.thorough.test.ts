import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerFacebook } from './register-facebook.ts';

const app = { appSecret: 'app-secret', pageToken: 'page-token', verifyToken: 'verify-token' };
const person = '24764291359856';

let platform: FastifyInstance;
let receiver: ReturnType<typeof createServer>;
let webhookUrl: string;
let now: Date;
/** What the app was sent, and what it answers next; 200 when nothing is said. */
let received: Array<{ body: string; signature: string }>;
let answers: number[];
let wake: () => void;

beforeEach(async () => {
  [received, answers, wake, now] = [[], [], () => {}, new Date('2026-11-24T08:00:00Z')];
  receiver = createServer(async (request, response) => {
    if (request.method === 'GET') return void response.end(challengeIn(request));
    const body = await readText(request);
    received.push({ body, signature: String(request.headers['x-hub-signature-256']) });
    response.statusCode = answers.shift() ?? 200;
    response.end();
    wake();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  platform = fastify();
  platform.register(
    async (scope) => registerFacebook(scope, { app: { ...app, webhookUrl: null }, now: () => now }),
    { prefix: '/playground/facebook' },
  );
  await platform.ready();
  await post('webhook', { url: webhookUrl });
});

afterEach(async () => {
  await platform.close();
  receiver.close();
});

const post = (path: string, payload: object) =>
  platform.inject({ method: 'POST', url: `/playground/facebook/${path}`, payload });
const graph = (path: string, payload: object, more: { token?: string; headers?: object } = {}) =>
  platform.inject({
    method: 'POST',
    url: `/playground/facebook/graph/v25.0/${path}`,
    headers: { authorization: `Bearer ${more.token ?? app.pageToken}`, ...more.headers },
    payload,
  });
const message = (content: object, more: object = {}) =>
  graph('me/messages', { recipient: { id: person }, messaging_type: 'RESPONSE', message: content, ...more });
const write = (text: string) => post('api/messages', { person, text });
const stateOf = async () =>
  (await platform.inject({ url: `/playground/facebook/api/state?person=${person}` })).json();

async function arrived(count: number): Promise<Array<Record<string, unknown>>> {
  while (received.length < count) await new Promise<void>((resolve) => (wake = resolve));
  return received.map(({ body }) => JSON.parse(body).entry[0]);
}

function challengeIn(request: IncomingMessage): string {
  const query = new URL(request.url ?? '', 'http://hook').searchParams;
  return query.get('hub.verify_token') === app.verifyToken ? (query.get('hub.challenge') ?? '') : 'no';
}

describe('the webhook', () => {
  test('is signed over its bytes', async () => {
    await write('Xin chào');
    const [entry] = await arrived(1);
    expect(entry).toMatchObject({
      id: '682498302938465',
      messaging: [{ sender: { id: person }, message: { text: 'Xin chào' } }],
    });
    const [first] = received;
    const right = createHmac('sha256', app.appSecret)
      .update(first?.body ?? '')
      .digest('hex');
    expect(first?.signature).toBe(`sha256=${right}`);
  });

  test('comes again until it is answered with 200', async () => {
    answers = [503, 500];
    await write('hello');
    await arrived(3);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  });

  test('comes twice and in another order on demand', async () => {
    await post('api/faults', { twice: true, holding: 1 });
    await write('one');
    await write('two');
    const entries = await arrived(4);
    const texts = entries.map((it) => (it['messaging'] as [{ message: { text: string } }])[0].message.text);
    expect(texts).toEqual(['two', 'two', 'one', 'one']);
  });

  test('is given to an address that knows the token', async () => {
    expect((await post('webhook', { url: webhookUrl })).json()).toEqual({ success: true });
  });

  test('is refused to an address that does not know the token', async () => {
    const other = createServer((_, response) => response.end('no')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    expect((await post('webhook', { url })).statusCode).toBe(400);
    other.close();
  });
});

test('what the page posts is made, changed, shown and removed', async () => {
  const { id } = (await graph('me/feed', { message: 'Listing', link: 'https://a.example' })).json();
  expect((await graph(id, { message: 'Listing, corrected' })).json()).toEqual({ success: true });
  expect((await stateOf()).posts).toMatchObject([
    { id, text: 'Listing, corrected', link: 'https://a.example' },
  ]);
  const remove = () =>
    platform.inject({
      method: 'DELETE',
      url: `/playground/facebook/graph/v25.0/${id}`,
      headers: { authorization: `Bearer ${app.pageToken}` },
    });
  expect((await remove()).json()).toEqual({ success: true });
  expect((await remove()).json().error.code).toBe(100);
  expect((await stateOf()).posts).toEqual([]);
});

describe('the Send API', () => {
  test('puts an answer with its buttons into the thread', async () => {
    await write('hello');
    const quick_replies = [{ content_type: 'text', title: 'Yes', payload: 'Yes' }];
    const answer = await message({ text: 'Is it late?', quick_replies });
    expect(answer.json()).toMatchObject({ recipient_id: person, message_id: expect.stringMatching(/^m_/) });
    expect((await stateOf()).lines).toMatchObject([
      { fromPage: false, text: 'hello' },
      { fromPage: true, text: 'Is it late?', quickReplies: ['Yes'], late: false },
    ]);
  });

  test('takes an uploaded picture', async () => {
    await write('hello');
    const form = new FormData();
    form.set('message', '{"attachment":{"type":"image","payload":{}}}');
    form.set('filedata', new Blob([Uint8Array.of(1, 2, 3)], { type: 'image/png' }), 'a b.png');
    const body = new Response(form);
    const upload = await graph('me/message_attachments', Buffer.from(await body.arrayBuffer()), {
      headers: { 'content-type': body.headers.get('content-type') ?? '' },
    });
    const { attachment_id } = upload.json();
    await message({ attachment: { type: 'image', payload: { attachment_id } } });
    const { file } = (await stateOf()).lines.at(-1);
    const served = await platform.inject({ url: `/playground/facebook/${file.path}` });
    expect([...served.rawPayload]).toEqual([1, 2, 3]);
    expect(file).toMatchObject({ kind: 'image', name: 'a_b.png' });
  });

  test.each([
    ['a text that is too long', { text: 'x'.repeat(2001) }, 100],
    ['nothing', {}, 100],
    [
      'fourteen buttons',
      { text: 'x', quick_replies: Array.from({ length: 14 }, () => ({ title: 'a' })) },
      100,
    ],
    ['a button that is too long', { text: 'x', quick_replies: [{ title: 'x'.repeat(21) }] }, 100],
  ])('refuses %s', async (_, content, code) => {
    await write('hello');
    expect((await message(content)).json().error.code).toBe(code);
  });

  test.each([
    ['an answer within a day', 23, {}, 200],
    ['an answer after a day', 25, {}, 400],
    ['a late answer of a person', 25, { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }, 200],
    ['a late answer after a week', 169, { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }, 400],
  ])('keeps the window: %s', async (_, aheadHours, purpose, status) => {
    await write('hello');
    await post('api/faults', { aheadHours });
    const answer = await message({ text: 'x' }, purpose);
    expect(answer.statusCode).toBe(status);
    if (status !== 200) expect(answer.json().error).toMatchObject({ code: 10, error_subcode: 2018278 });
  });

  test('refuses as often as it is told to', async () => {
    await write('hello');
    await post('api/faults', { refuse: 'rate_limited', times: 1 });
    expect((await message({ text: 'x' })).json().error.code).toBe(613);
    expect((await message({ text: 'x' })).statusCode).toBe(200);
  });

  test('knows its token, and the proof of it', async () => {
    expect((await graph('me/messages', {}, { token: 'other' })).json().error.code).toBe(190);
    expect((await graph('me/messages?appsecret_proof=00', {})).json().error.message).toContain(
      'appsecret_proof',
    );
  });
});

describe('comments', () => {
  test('are told, answered, and the answer is told too', async () => {
    const { id } = (await post('api/comments', { person, text: 'My withdrawal is late' })).json();
    const answer = await graph(`${id}/comments`, { message: 'Please write to us' });
    expect(await arrived(2)).toMatchObject([
      { changes: [{ field: 'feed', value: { item: 'comment', verb: 'add', comment_id: id } }] },
      { changes: [{ value: { comment_id: answer.json().id, parent_id: id, from: { name: 'HTX' } } }] },
    ]);
  });

  test('are answered in private once', async () => {
    const { id } = (await post('api/comments', { person, text: 'help' })).json();
    const inPrivate = { recipient: { comment_id: id } };
    expect((await message({ text: 'Hello' }, inPrivate)).statusCode).toBe(200);
    expect((await message({ text: 'Hello' }, inPrivate)).json().error.code).toBe(10900);
    expect((await stateOf()).lines).toMatchObject([{ fromPage: true, text: 'Hello' }]);
  });

  test('that are none cannot be answered', async () => {
    expect((await graph('1_2/comments', { message: 'x' })).json().error.code).toBe(100);
  });
});
