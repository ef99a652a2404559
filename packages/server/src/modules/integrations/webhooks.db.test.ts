import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints, webhookMessage } from '@fairlead/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../platform/crypto/ids.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { makeArticle, makeCategory, publish, save } from '../helpcenter/helpcenter.testing.ts';
import { signMessage } from './sign-message.ts';

/** A receiver on the other side of a real connection. */
const { articles, webhooks } = endpoints;
const received: Array<{ headers: IncomingHttpHeaders; body: string }> = [];
let answers = 204;
const receiver = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += String(part);
  received.push({ headers: request.headers, body });
  response.writeHead(answers, { location: '/elsewhere' }).end();
});
let url: string;
let server: TestServer;
let admin: TestAgent;
let category: { id: string };

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?a=1`;
  server = await createTestServer({ WEBHOOKS_TO: '127.0.0.0/8' });
  admin = await server.world.agent({ roles: ['administrator'] });
  category = await makeCategory(admin);
});
afterAll(() => receiver.close());

const messages = () => received.map(({ body }) => webhookMessage.parse(JSON.parse(body)));
const log = async (id: string) => (await admin.call(webhooks.deliveries, { params: { id } })).items;
/** What an ask answers, once what was ordered has been done. */
function eventually<T>(ask: () => T | Promise<T>) {
  return expect.poll(
    async () => {
      await server.settle();
      return ask();
    },
    { timeout: 20_000 },
  );
}

test('what happens to articles is told once, signed, by what names it and none of its text', async () => {
  const { secret, ...hook } = await admin.call(webhooks.create, {
    body: { url, kinds: ['article.published', 'article.updated', 'article.archived'] },
  });
  const { id, slug } = await makeArticle(admin, category.id, { text: 'Secret words' });
  await publish(admin, id, 'en');
  await eventually(() => messages().map((it) => it.kind)).toEqual(['article.published']);
  await save(admin, id, 'en', 'Other words');
  await publish(admin, id, 'en');
  await eventually(() => messages().length).toBe(2);
  await admin.call(articles.archive, { params: { id, locale: 'en' } });
  await eventually(() => messages().map((it) => it.kind)).toEqual([
    'article.published',
    'article.updated',
    'article.archived',
  ]);
  const [published] = messages();
  expect(published?.article).toEqual({
    id,
    slug,
    locale: 'en',
    visibility: 'public',
    url: expect.stringMatching(new RegExp(`/help/en/[a-z0-9-]+/${slug}$`)),
  });
  expect(messages()[2]?.article?.url).toBeNull();
  for (const { headers, body } of received) {
    expect(body).not.toContain('words');
    const time = String(headers['fairlead-time']);
    expect(headers['fairlead-signature']).toBe(signMessage([secret], time, body));
  }
  await eventually(async () => (await log(hook.id)).map((it) => [it.state, it.attempts, it.status])).toEqual([
    ['delivered', 1, 204],
    ['delivered', 1, 204],
    ['delivered', 1, 204],
  ]);
  await admin.call(webhooks.remove, { params: { id: hook.id } });
  expect(await admin.refused(webhooks.deliveries, { params: { id: hook.id } })).toBe('request.not_found');
});

test('for a day after a change both secrets sign', async () => {
  const { id, secret } = await admin.call(webhooks.create, { body: { url, kinds: ['article.updated'] } });
  const rotated = await admin.call(webhooks.rotate, { params: { id } });
  expect(rotated.secret).not.toBe(secret);
  received.length = 0;
  expect(await admin.call(webhooks.test, { params: { id } })).toEqual({ status: 204, problem: null });
  const [{ headers, body } = { headers: {}, body: '' }] = received;
  const time = String(headers['fairlead-time']);
  expect(messages()).toMatchObject([{ kind: 'test', article: null }]);
  expect(headers['fairlead-signature']).toBe(signMessage([rotated.secret, secret], time, body));
  await admin.call(webhooks.remove, { params: { id } });
});

test('what fails waits for its next attempt and is in the log; switched off, it is told nothing', async () => {
  const kinds = ['article.published' as const];
  const { id } = await admin.call(webhooks.create, { body: { url, kinds } });
  answers = 302;
  const article = await makeArticle(admin, category.id, { published: true });
  await eventually(() => log(id)).toMatchObject([
    {
      state: 'waiting',
      attempts: 1,
      status: 302,
      problem: 'answered',
      nextAt: expect.any(String),
      message: { article: { id: article.id } },
    },
  ]);
  const [failing] = (await admin.call(webhooks.list)).items;
  expect(failing).toMatchObject({ state: 'on', failingSince: expect.any(String) });
  const [{ id: deliveryId } = { id: newId() }] = await log(id);
  const again = { params: { id, deliveryId } };
  expect(await admin.refused(webhooks.again, again)).toBe('request.not_found');
  await server.platform.database.raw(
    `update webhook_deliveries set state = 'failed', next_at = null where id = $1`,
    [deliveryId],
  );
  answers = 200;
  await admin.call(webhooks.again, again);
  await eventually(async () => (await log(id)).map((it) => it.state)).toEqual(['delivered']);
  expect((await admin.call(webhooks.list)).items[0]?.failingSince).toBeNull();
  await admin.call(webhooks.update, { params: { id }, body: { url, kinds, on: false } });
  await makeArticle(admin, category.id, { published: true });
  await server.settle();
  expect(await log(id)).toHaveLength(1);
  await admin.call(webhooks.remove, { params: { id } });
});

test('it leads to no other network, and is nobody’s but administrators’', async () => {
  const body = { url: 'https://10.0.0.1/', kinds: ['article.updated' as const] };
  const { id } = await admin.call(webhooks.create, { body });
  expect(await admin.call(webhooks.test, { params: { id } })).toEqual({
    status: null,
    problem: 'refused_address',
  });
  const lead = await server.world.agent({ roles: ['team_lead', 'knowledge_editor'] });
  expect(await lead.refused(webhooks.list)).toBe('access.forbidden');
});
