import { endpoints } from '@fairlead/contract';
import {
  createTelegramWorld,
  type FacebookApp,
  registerFacebook,
  registerTelegram,
  registerWechat,
  registerX,
  type WechatAccount,
  type XApp,
} from '@fairlead/playground';
import type { TestClient } from '@fairlead/server/testing';
import { fastify } from 'fastify';
import { type ChaosChannel, fails, type Shown } from './chaos-channel.ts';
import { startChaosPlatform } from './chaos-platform.ts';

const now = () => new Date();

/** Gives an inbox what it signs in with; what the server then says of the connection. */
async function connect(admin: TestClient, inboxId: string, credentials: Record<string, string>) {
  const { social, trouble } = await admin.call(endpoints.channels.connectSocialInbox, {
    params: { id: inboxId },
    body: { credentials },
  });
  if (trouble || !social) throw new Error(`not connected: ${trouble?.words}`);
  return social;
}

async function enter(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
}

/** The address that a platform is to send to, at the server that is killed. */
const at = (serverUrl: string, told: string) => serverUrl + new URL(told).pathname;

type Line = { text: string; at: number } & Record<string, unknown>;
const linesBy = (mark: string) => (state: unknown) =>
  (state as { lines: Line[] }).lines.filter((it) => it[mark] === true);

/** Telegram, with people of its own. */
export async function startTelegram(serverUrl: string): Promise<ChaosChannel> {
  const world = createTelegramWorld(now);
  const people = ['9001', '9002', '9003', '9004', '9005', '9006'];
  for (const id of people)
    world.addPerson({ id: Number(id), firstName: `Person ${id}`, lastName: null, language: 'vi' });
  const app = fastify();
  let refused = 0;
  let connected = false;
  app.addHook('onRequest', async (request, reply) => {
    if (!connected || !request.url.startsWith('/bot') || !fails()) return;
    refused++;
    if (Math.random() < 0.5) {
      const body = {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 1',
        parameters: { retry_after: 1 },
      };
      return reply.code(429).send(body);
    }
    request.raw.destroy();
    return reply.hijack();
  });
  registerTelegram(app, world);
  const apiUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    channel: 'telegram',
    people,
    mostWaiting: 6,
    async connect(admin, inboxId) {
      await connect(admin, inboxId, { token: world.token, apiUrl });
      if (world.webhook) world.webhook.url = at(serverUrl, world.webhook.url);
      connected = true;
      Object.assign(world.faults, { twice: true, reorder: true });
    },
    async write(person, text) {
      const { statusCode, body } = await app.inject({
        method: 'POST',
        url: `/phone/${person}/write`,
        payload: { text },
      });
      if (statusCode >= 300) throw new Error(body);
    },
    shown: async (person) =>
      world
        .chat(Number(person))
        .flatMap((it): Shown[] => (it.from === 'bot' ? [{ text: it.text, at: it.at * 1000 }] : [])),
    async calm() {
      Object.assign(world.faults, { twice: false, reorder: false });
    },
    refused: () => refused,
    close: () => app.close(),
  };
}

/** Messenger. */
export function startFacebook(serverUrl: string): Promise<ChaosChannel> {
  const app: FacebookApp = {
    appSecret: 'secret-of-the-app',
    pageToken: 'token-of-the-page',
    verifyToken: '',
    webhookUrl: null,
  };
  return startChaosPlatform({
    channel: 'facebook',
    people: ['24764291359856', '24764291359857', '24764291359858'],
    mostWaiting: 6,
    prefix: '/playground/facebook',
    api: '/graph',
    phone: '/api',
    mount: (scope) => registerFacebook(scope, { app, now }),
    async connect(url, admin, inboxId) {
      const { pageToken, appSecret } = app;
      const social = await connect(admin, inboxId, { pageToken, appSecret, graphUrl: `${url}/graph` });
      const { webhookUrl, verifyToken } = social;
      await enter(`${url}/webhook`, { url: at(serverUrl, webhookUrl), verifyToken });
    },
    shownOf: linesBy('fromPage'),
  });
}

/** X, whose account answers by direct message. */
export function startX(serverUrl: string): Promise<ChaosChannel> {
  const app: XApp = {
    consumerKey: 'key-of-the-app',
    consumerSecret: 'secret-of-the-app',
    accessToken: '2244994945-token',
    accessTokenSecret: 'secret-of-the-token',
    clientId: 'client:1',
    clientSecret: 'secret of the client',
    reachedAt: serverUrl,
  };
  return startChaosPlatform({
    channel: 'x',
    people: ['3805104374', '3805104375', '3805104376'],
    mostWaiting: 6,
    prefix: '/playground/x',
    api: '/api',
    phone: '/phone',
    mount: (scope) => registerX(scope, { app, now }),
    async connect(url, admin, inboxId) {
      const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = app;
      const keys = { consumerKey, consumerSecret, accessToken, accessTokenSecret };
      await connect(admin, inboxId, { ...keys, xApiUrl: `${url}/api` });
    },
    shownOf: linesBy('fromAccount'),
  });
}

/** A WeChat account, in its encrypted mode. */
export function startWechat(serverUrl: string): Promise<ChaosChannel> {
  const account: WechatAccount = {
    appId: 'wx2c2769f8efd9abc2',
    secret: 'secret-of-the-account',
    encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
    token: '',
    webhookUrl: null,
  };
  return startChaosPlatform({
    channel: 'wechat',
    people: ['oAbCd5Kd5ggOC-bXrbNODIiE3bG1', 'oAbCd5Kd5ggOC-bXrbNODIiE3bG2', 'oAbCd5Kd5ggOC-bXrbNODIiE3bG3'],
    // Five answers to what somebody wrote last is all that an account may send.
    mostWaiting: 2,
    prefix: '/playground/wechat',
    api: '/cgi-bin',
    phone: '/api',
    mount: (scope) => registerWechat(scope, { account, now }),
    async connect(url, admin, inboxId) {
      const { appId, secret: wechatSecret, encodingAesKey } = account;
      const keys = { appId, wechatSecret, encodingAesKey, wechatUrl: url };
      const { webhookUrl, verifyToken } = await connect(admin, inboxId, keys);
      await enter(`${url}/address`, { url: at(serverUrl, webhookUrl), token: verifyToken });
    },
    shownOf: linesBy('fromAccount'),
  });
}
