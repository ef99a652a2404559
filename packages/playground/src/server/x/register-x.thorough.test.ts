import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerX } from './register-x.ts';
import type { XApp } from './send-webhook.ts';

const app: XApp = {
  consumerKey: 'consumer-key',
  consumerSecret: 'consumer-secret',
  accessToken: '2244994945-token',
  accessTokenSecret: 'token-secret',
  clientId: 'client:1',
  clientSecret: 'secret of the client',
  reachedAt: null,
};
const person = '3805104374';
const webhooks = '/2/account_activity/webhooks';

let platform: FastifyInstance;
let receiver: ReturnType<typeof createServer>;
let webhookUrl: string;
let now: Date;
let received: Array<{ body: string; signature: string }>;
/** What the app answers next; 200 when nothing is said. */
let answers: number[];
let knows: boolean;
let wake: () => void;

beforeEach(async () => {
  [received, answers, knows, wake, now] = [[], [], true, () => {}, new Date('2026-11-27T08:00:00Z')];
  receiver = createServer(async (request, response) => {
    const token = new URL(request.url ?? '', 'http://hook').searchParams.get('crc_token');
    if (token !== null)
      return void response.end(JSON.stringify({ response_token: knows ? sign(token) : 'no' }));
    const body = await readText(request);
    received.push({ body, signature: String(request.headers['x-twitter-webhooks-signature']) });
    response.statusCode = answers.shift() ?? 200;
    response.end();
    wake();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  platform = fastify();
  platform.register(async (scope) => registerX(scope, { app, now: () => now }), { prefix: '/playground/x' });
  await platform.ready();
});

afterEach(async () => {
  await platform.close();
  receiver.close();
});

const sign = (content: string) =>
  `sha256=${createHmac('sha256', app.consumerSecret).update(content).digest('base64')}`;

/** Signed as RFC 5849 says, for requests without parameters. */
function signed(method: string, path: string, more: { secret?: string; nonce?: string; age?: number } = {}) {
  const fields = {
    oauth_consumer_key: app.consumerKey,
    oauth_nonce: more.nonce ?? randomBytes(8).toString('hex'),
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(now.getTime() / 1000 - (more.age ?? 0)),
    oauth_token: app.accessToken,
    oauth_version: '1.0',
  };
  const url = `http://localhost:80/playground/x/api${path}`.replace(':80', '');
  const all = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const base = [method, url, all.join('&')].map(encodeURIComponent).join('&');
  const key = `${app.consumerSecret}&${more.secret ?? app.accessTokenSecret}`;
  const signature = createHmac('sha1', key).update(base).digest('base64');
  const header = Object.entries({ ...fields, oauth_signature: signature });
  return `OAuth ${header.map(([name, value]) => `${name}="${encodeURIComponent(value)}"`).join(', ')}`;
}

const api = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
  authorization = signed(method, path),
) =>
  platform.inject({
    method,
    url: `/playground/x/api${path}`,
    headers: { authorization, host: 'localhost' },
    ...(payload && { payload }),
  });
const phone = (path: string, payload: object) =>
  platform.inject({ method: 'POST', url: `/playground/x/phone/${path}`, payload });
const stateOf = async () =>
  (await platform.inject({ url: `/playground/x/phone/state?person=${person}` })).json();

async function subscribe() {
  const pair = Buffer.from(`${app.consumerKey}:${app.consumerSecret}`).toString('base64');
  const token = await platform.inject({
    method: 'POST',
    url: '/playground/x/api/oauth2/token',
    headers: { authorization: `Basic ${pair}`, 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'grant_type=client_credentials',
  });
  const made = await api('POST', '/2/webhooks', { url: webhookUrl }, `Bearer ${token.json().access_token}`);
  const id = made.json().data?.id;
  if (id) await api('POST', `${webhooks}/${id}/subscriptions/all`);
  return made;
}

async function arrived(count: number): Promise<Array<Record<string, unknown>>> {
  while (received.length < count) await new Promise<void>((resolve) => (wake = resolve));
  return received.map(({ body }) => JSON.parse(body));
}

describe('the webhook', () => {
  test('is signed over its bytes, for the account', async () => {
    await subscribe();
    await phone('messages', { person, text: 'a < b' });
    const [event] = await arrived(1);
    expect(event).toMatchObject({
      for_user_id: '2244994945',
      direct_message_events: [{ message_create: { sender_id: person, message_data: { text: 'a &lt; b' } } }],
      users: { [person]: { name: 'Furni Hoover' } },
    });
    expect(received[0]?.signature).toBe(sign(received[0]?.body ?? ''));
  });

  test('comes again until it is answered with 200', async () => {
    await subscribe();
    answers = [503, 500];
    await phone('messages', { person, text: 'hello' });
    await arrived(3);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  });

  test('comes twice and in another order on demand', async () => {
    await subscribe();
    await phone('faults', { twice: true, holding: 1 });
    const ids = [];
    for (const text of ['one', 'two']) ids.push((await phone('messages', { person, text })).json().id);
    const events = await arrived(4);
    const found = events.map((it) => (it['direct_message_events'] as [{ id: string }])[0].id);
    expect(found).toEqual([ids[1], ids[1], ids[0], ids[0]]);
  });

  test('is refused to an address that does not know the secret, and where the access holds none', async () => {
    knows = false;
    expect((await subscribe()).statusCode).toBe(400);
    knows = true;
    await phone('faults', { noWebhooks: true });
    expect((await subscribe()).json()).toMatchObject({ errors: [{ code: 453 }] });
  });

  test('tells of posts that mention or answer the account, and of its own', async () => {
    await subscribe();
    await phone('posts', { person, text: 'nothing about anybody' });
    const { id } = (await phone('posts', { person, text: 'hello @htx_demo' })).json();
    await api('POST', '/2/tweets', { text: 'Hello', reply: { in_reply_to_tweet_id: id } });
    const events = await arrived(2);
    expect(events.map((it) => it['tweet_create_events'])).toMatchObject([
      [
        {
          id_str: id,
          in_reply_to_status_id_str: null,
          entities: { user_mentions: [{ id_str: '2244994945' }] },
        },
      ],
      [
        {
          user: { id_str: '2244994945' },
          in_reply_to_status_id_str: id,
          text: '@furni Hello',
          display_text_range: [7, 12],
        },
      ],
    ]);
  });
});

describe('the API', () => {
  test.each([
    ['without a signature', ''],
    ['with another secret', { secret: 'x' }],
    ['from long ago', { age: 301 }],
    ['for another path', { path: '/2/dm_events' }],
  ])('refuses what is signed %s', async (_, how) => {
    const { path = '/2/users/me', ...more } = typeof how === 'string' ? {} : (how as { path?: string });
    const authorization = how === '' ? '' : signed('GET', path, more);
    expect((await api('GET', '/2/users/me', undefined, authorization)).statusCode).toBe(401);
  });

  test('takes a signature once', async () => {
    const authorization = signed('GET', '/2/users/me', { nonce: 'one' });
    expect((await api('GET', '/2/users/me', undefined, authorization)).json().data.username).toBe('htx_demo');
    expect((await api('GET', '/2/users/me', undefined, authorization)).statusCode).toBe(401);
  });

  test('refuses what X refuses', async () => {
    const to = `/2/dm_conversations/with/${person}/messages`;
    expect((await api('POST', to, { text: '' })).statusCode).toBe(400);
    expect((await api('POST', to, { text: 'x'.repeat(10_001) })).statusCode).toBe(400);
    expect((await api('POST', '/2/dm_conversations/with/7/messages', { text: 'x' })).statusCode).toBe(403);
    expect((await api('POST', '/2/tweets', { text: '充'.repeat(141) })).statusCode).toBe(400);
    expect((await api('POST', '/2/tweets', { text: 'once' })).statusCode).toBe(201);
    expect((await api('POST', '/2/tweets', { text: 'once' })).json().detail).toContain('duplicate');
    expect((await api('POST', to, { attachments: [{ media_id: '1' }] })).statusCode).toBe(400);
    expect((await stateOf()).lines).toEqual([]);
  });

  test('takes back what the account posted', async () => {
    const { id } = (await api('POST', '/2/tweets', { text: 'for everybody' })).json().data;
    const path = `/2/tweets/${id}`;
    expect((await api('DELETE', path)).json()).toEqual({ data: { deleted: true } });
    expect((await api('DELETE', path)).statusCode).toBe(404);
    expect(JSON.stringify((await stateOf()).posts)).not.toContain('for everybody');
  });

  test('says when a limit ends', async () => {
    await phone('faults', { refuse: 'rate_limited', times: 1, resetSeconds: 30 });
    const { statusCode, headers } = await api('GET', '/2/users/me');
    expect([statusCode, headers['x-rate-limit-reset']]).toEqual([429, String(now.getTime() / 1000 + 30)]);
    expect((await api('GET', '/2/users/me')).statusCode).toBe(200);
  });

  test('lists messages and mentions, newest first, in pages', async () => {
    const ids: string[] = [];
    for (const text of ['one', 'two', 'three'])
      ids.push((await phone('messages', { person, text })).json().id);
    const mention = (await phone('posts', { person, text: '@htx_demo hi' })).json().id;
    const { data, meta, includes } = (await api('GET', '/2/dm_events')).json();
    expect(data.map((it: { id: string }) => it.id)).toEqual(ids.toReversed());
    expect(meta).toEqual({ result_count: 3 });
    expect(includes.users).toContainEqual({ id: person, name: 'Furni Hoover', username: 'furni' });
    expect((await api('GET', '/2/users/2244994945/mentions')).json().data).toMatchObject([
      { id: mention, conversation_id: mention, author_id: person },
    ]);
  });
});
