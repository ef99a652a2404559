import { setTimeout as wait } from 'node:timers/promises';
import { type Conversation, endpoints } from '@fairlead/contract';
import { registerX, type XApp } from '@fairlead/playground';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPlatform, openSocialDesk, type SocialDesk } from '../../testing/social-desk.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';

const { channels, conversations } = endpoints;
/** As the simulated X has them. */
const [furni, sato, oleg] = ['3805104374', '3805104375', '3805104376'];
const app: XApp = {
  consumerKey: 'key-of-the-app',
  consumerSecret: 'secret-of-the-app',
  accessToken: '2244994945-token',
  accessTokenSecret: 'secret-of-the-token',
  clientId: 'client:1',
  clientSecret: 'secret of the client',
  reachedAt: null,
};
const { reachedAt: _, clientId, clientSecret, ...credentials } = app;
let server: TestServer;
let mei: TestAgent;
let admin: TestAgent;
let x: string;
let inboxId: string;
let connect: SocialDesk['connect'];

beforeAll(async () => {
  x = await openPlatform('/playground/x', (scope) => registerX(scope, { app, now: () => new Date() }));
  const desk = await openSocialDesk('x');
  ({ server, mei, admin, connect } = desk);
  inboxId = desk.inbox.id;
  // Behind the address that others are told is this very process.
  app.reachedAt = server.url;
  const { trouble } = await connect({ ...credentials, xApiUrl: `${x}/api` });
  if (trouble) throw new Error(trouble.words);
});

beforeEach(() =>
  faults({ refuse: null, times: 0, resetSeconds: 1, twice: false, holding: 0, noWebhooks: false }),
);

async function post(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${x}/phone/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}
const faults = (given: object) => post('faults', given);
const write = (person: string | undefined, text: string, more: object = {}) =>
  post('messages', { person, text, ...more });

interface Phone {
  lines: Array<{ fromAccount: boolean; text: string; file: object | null }>;
  posts: Array<{
    id: string;
    parentId: string | null;
    author: { username: string };
    text: string;
    files: object[];
  }>;
  faults: { times: number };
}
const phoneOf = async (person: string | undefined): Promise<Phone> =>
  (await fetch(`${x}/phone/state?person=${person}`)).json() as Promise<Phone>;

/** What it answers once that is something. */
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(50);
  }
}

const conversationWith = (text: string): Promise<Conversation> =>
  eventually(async () => {
    const { items } = await mei.call(conversations.list, { query: { view: 'all' } });
    for (const item of items) if ((await textsOf(item.id)).includes(text)) return item;
    return undefined;
  });

async function textsOf(id: string): Promise<string[]> {
  const { items } = await mei.call(conversations.messages, { params: { id } });
  return items.filter((it) => it.kind === 'text').map((it) => it.text);
}

let key = 0;
async function reply(id: string, text: string) {
  const conversation = await mei.call(conversations.get, { params: { id } });
  if (conversation.state !== 'assigned') await mei.call(conversations.take, { params: { id } });
  const { message } = await mei.call(conversations.post, {
    params: { id },
    body: { key: `reply-on-x-${key++}`, kind: 'text', text, attachmentIds: [], seenSeq: 999 },
  });
  return message.id;
}

const deliveryOf = (id: string, messageId: string) =>
  eventually(async () => {
    const { items } = await mei.call(conversations.messages, { params: { id } });
    const delivery = items.find((it) => it.id === messageId)?.delivery;
    return delivery && delivery.state !== 'queued' ? delivery : undefined;
  });

describe('direct messages', () => {
  test('come in with a name and are answered', async () => {
    await write(furni, 'My deposit < 250 & missing');
    const conversation = await conversationWith('My deposit < 250 & missing');
    expect(conversation).toMatchObject({ channel: 'x', customer: { name: 'Furni Hoover' } });
    const messageId = await reply(conversation.id, 'Which network?');
    expect(await deliveryOf(conversation.id, messageId)).toEqual({ state: 'sent', error: null });
    expect((await phoneOf(furni)).lines.at(-1)).toMatchObject({ fromAccount: true, text: 'Which network?' });
    await write(furni, 'Tron');
    expect((await conversationWith('Tron')).id).toBe(conversation.id);
    // What we sent was told to us as well.
    expect(await textsOf(conversation.id)).toEqual(['My deposit < 250 & missing', 'Which network?', 'Tron']);
  });

  test('that come twice are one message', async () => {
    await faults({ twice: true });
    await write(sato, '一度だけ');
    const { id } = await conversationWith('一度だけ');
    await write(sato, 'そして次');
    await conversationWith('そして次');
    expect(await textsOf(id)).toEqual(['一度だけ', 'そして次']);
  });

  test('bring pictures, asked for as the account', async () => {
    const data =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await write(sato, 'See', { picture: { name: 'a.png', type: 'image/png', data } });
    const { id } = await conversationWith('See');
    const { items } = await mei.call(conversations.messages, { params: { id } });
    expect(items.find((it) => it.text === 'See')?.attachments).toMatchObject([{ type: 'image/png' }]);
  });

  test('fail with the words of X where it takes none', async () => {
    await write(oleg, 'Здравствуйте');
    const { id } = await conversationWith('Здравствуйте');
    // Of a line that goes before it, too.
    await faults({ refuse: 'no_messages', times: 3 });
    expect(await deliveryOf(id, await reply(id, 'Добрый день'))).toEqual({
      state: 'failed',
      error: 'You do not have permission to DM one or more participants.',
    });
  });
});

describe('posts', () => {
  test('are conversations of their own, answered in public below what was written last', async () => {
    const first = await post('posts', { person: oleg, text: '@htx_demo где мой вывод?' });
    const conversation = await conversationWith('@htx_demo где мой вывод?');
    const { place } = await mei.call(conversations.platformPlace, { params: { id: conversation.id } });
    expect(place).toMatchObject({
      isPublic: true,
      answerUntil: null,
      length: { maximum: 280, weighted: true },
      invitation: expect.stringContaining('https://x.com/messages/compose?recipient_id=2244994945'),
    });
    const answered = await reply(conversation.id, 'Проверяем.');
    expect(await deliveryOf(conversation.id, answered)).toEqual({ state: 'sent', error: null });
    const ours = (await phoneOf(oleg)).posts.at(-1);
    expect(ours).toMatchObject({
      parentId: first['id'],
      author: { username: 'htx_demo' },
      text: 'Проверяем.',
    });

    // Webhooks do not say to which conversation a reply belongs: it is asked for.
    const second = await post('posts', { person: oleg, text: 'Спасибо, жду', parentId: ours?.id });
    expect((await conversationWith('Спасибо, жду')).id).toBe(conversation.id);
    await deliveryOf(conversation.id, await reply(conversation.id, '充'.repeat(200)));
    const posts = (await phoneOf(oleg)).posts.slice(-2);
    expect(posts.map((it) => it.text.length)).toEqual([140, 60]);
    expect(posts.map((it) => it.parentId)).toEqual([second['id'], posts[0]?.id]);
  });

  test('wait for the end of a limit', async () => {
    await post('posts', { person: furni, text: 'Hello @htx_demo' });
    const { id } = await conversationWith('Hello @htx_demo');
    await faults({ refuse: 'rate_limited', times: 1, resetSeconds: 1 });
    const messageId = await reply(id, 'We are here.');
    expect(await deliveryOf(id, messageId)).toEqual({ state: 'sent', error: null });
    const ours = (await phoneOf(furni)).posts.filter((it) => it.text === 'We are here.');
    expect(ours).toHaveLength(1);
    expect((await phoneOf(furni)).faults.times).toBe(0);
  });

  test('go where they were written for, whatever is switched to before they are sent', async () => {
    const text = 'Where is it? @htx_demo';
    await post('posts', { person: sato, text });
    const { id } = await conversationWith(text);
    const go = (inPrivate: boolean) =>
      mei.call(conversations.goPrivate, { params: { id }, body: { private: inPrivate } });
    await go(true);
    await faults({ refuse: 'rate_limited', times: 1, resetSeconds: 1 });
    const forOne = await reply(id, 'For you alone.');
    await go(false);
    expect(await deliveryOf(id, forOne)).toEqual({ state: 'sent', error: null });
    const { posts } = await phoneOf(sato);
    expect(posts.map((it) => it.text)).not.toContain('For you alone.');
    const { items } = await mei.call(conversations.messages, { params: { id } });
    expect(items.find((it) => it.id === forOne)?.publicOn).toBeNull();
    expect(items.find((it) => it.text === text)?.publicOn).toBe('x');
  });
});

describe('the connection', () => {
  test('shows no secret, and who we are', async () => {
    const { social } = await admin.call(channels.readSocialInbox, { params: { id: inboxId } });
    expect(social).toMatchObject({
      account: { name: 'HTX', handle: '@htx_demo' },
      credentials: { consumerKey: null, consumerSecret: null, accessToken: null, xApiUrl: `${x}/api` },
      verifyToken: null,
      lastError: null,
    });
    expect(JSON.stringify(social)).not.toContain(app.consumerSecret);
  });

  test('is refused with the words of X, and stays as it was', async () => {
    const { trouble, social } = await connect({ accessToken: 'another' });
    expect(trouble).toEqual({ code: 'channels.platform_sign_in_refused', words: 'Unauthorized' });
    expect(social?.account?.name).toBe('HTX');
    await write(sato, 'まだ届きますか');
    await conversationWith('まだ届きますか');
  });

  test('takes nothing that is not signed', async () => {
    const { social } = await admin.call(channels.readSocialInbox, { params: { id: inboxId } });
    const address = `${server.url}${new URL(social?.webhookUrl ?? '').pathname}`;
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-twitter-webhooks-signature': 'sha256=AA==' },
      body: '{"for_user_id":"2244994945"}',
    });
    expect(response.status).toBe(400);
    expect((await fetch(`${address}?crc_token=abc`)).headers.get('content-type')).toContain(
      'application/json',
    );
  });
});

describe('by the X Activity API', () => {
  test('the same comes in, once, while the one before still sends', async () => {
    const { trouble } = await connect({ receive: 'activity' });
    expect(trouble).toBeNull();
    await faults({ twice: true });
    await write(furni, 'By activity');
    const { id } = await conversationWith('By activity');
    await post('posts', { person: sato, text: '@htx_demo 新しい方法で' });
    await conversationWith('@htx_demo 新しい方法で');
    await faults({ twice: false });
    await write(furni, 'And after');
    await conversationWith('And after');
    const texts = await textsOf(id);
    expect(texts.filter((it) => it === 'By activity')).toHaveLength(1);
    // Connected anew it is the same subscription.
    expect((await connect({ receive: 'activity' })).trouble).toBeNull();
    expect((await connect({ receive: null })).trouble).toBeNull();
  });
});

describe('without webhooks', () => {
  test('what customers write is asked for, once', async () => {
    await faults({ noWebhooks: true });
    const refused = await connect({ receive: null, formerConsumerSecret: 'x' });
    expect(refused.trouble).toMatchObject({ code: 'channels.platform_refused' });
    const { trouble } = await connect({ receive: 'polling' });
    expect(trouble).toBeNull();
    const turn = () => server.platform.jobs.turn('channels.poll_platforms');
    await write(furni, 'By asking');
    await post('posts', { person: sato, text: '@htx_demo 公開で' });
    await turn();
    await turn();
    const { id } = await conversationWith('By asking');
    expect((await textsOf(id)).filter((it) => it === 'By asking')).toHaveLength(1);
    await conversationWith('@htx_demo 公開で');

    await faults({ refuse: 'rate_limited', times: 1, resetSeconds: 60 });
    await write(furni, 'After the limit');
    await turn();
    const { social } = await admin.call(channels.readSocialInbox, { params: { id: inboxId } });
    expect(social?.lastError).toBeNull();
    await turn();
    expect(await textsOf(id)).not.toContain('After the limit');
    server.clock.advance({ seconds: 61 });
    await turn();
    expect((await conversationWith('After the limit')).id).toBe(id);
  });
});

describe('signing in on the page of X', () => {
  const begin = (given: Record<string, string | null>) =>
    admin.call(channels.beginSocialSignIn, { params: { id: inboxId }, body: { credentials: given } });
  const finish = (who: TestAgent, body: { pending: string; state: string; code: string }) =>
    who.call(channels.finishSocialSignIn, { params: { id: inboxId }, body });
  const given = { accessToken: null, accessTokenSecret: null, clientId, clientSecret, receive: null };

  async function grantedUntil(): Promise<number> {
    const { rows } = await server.platform.database.raw(
      'select granted_until from social_inboxes where inbox_id = $1',
      [inboxId],
    );
    return new Date(String((rows[0] as { granted_until: Date }).granted_until)).getTime();
  }

  /** What the page leads back with, once the owner of the account has agreed. */
  async function agree(url: string) {
    const page = await (await fetch(url)).text();
    const back = new URL(/href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '');
    const { code = '', state = '' } = Object.fromEntries(back.searchParams);
    return { code, state, back };
  }

  test('connects the inbox, and what is granted is renewed before it ends', async () => {
    const { url, pending, state } = await begin(given);
    const { callbackUrl } = await admin.call(channels.readSocialInbox, { params: { id: inboxId } });
    const led = await agree(url);
    expect(led.state).toBe(state);
    expect(led.back.origin + led.back.pathname).toBe(callbackUrl);
    const { social, trouble } = await finish(admin, { pending, ...led });
    expect(trouble).toBeNull();
    expect(social).toMatchObject({ account: { handle: '@htx_demo' }, credentials: { clientId: null } });
    expect(JSON.stringify(social)).not.toContain(clientSecret);
    await write(oleg, 'Пишу ещё раз');
    const { id } = await conversationWith('Пишу ещё раз');
    expect(await deliveryOf(id, await reply(id, 'Видим.'))).toEqual({ state: 'sent', error: null });
    const granted = await grantedUntil();
    server.clock.advance({ hours: 2 });
    expect(await deliveryOf(id, await reply(id, 'Готово.'))).toEqual({ state: 'sent', error: null });
    expect((await phoneOf(oleg)).lines.at(-1)).toMatchObject({ fromAccount: true, text: 'Готово.' });
    expect(await grantedUntil()).toBeGreaterThan(granted);
  });

  test('is only for who began it, for that inbox, in time, and with the code of the page', async () => {
    const { url, pending } = await begin(given);
    const { code, state } = await agree(url);
    const eve = await server.world.agent({ name: 'Eve', roles: ['administrator'] });
    const refused = 'request.invalid';
    await expect(finish(eve, { pending, state, code })).rejects.toThrow(refused);
    await expect(finish(admin, { pending, state: 'other', code })).rejects.toThrow(refused);
    await expect(finish(admin, { pending: pending.slice(4), state, code })).rejects.toThrow(refused);
    await expect(finish(mei, { pending, state, code })).rejects.toThrow('access.');
    const wrong = await finish(admin, { pending, state, code: 'guessed' });
    expect(wrong.trouble).toMatchObject({ code: 'channels.platform_sign_in_refused' });
    expect(wrong.social?.account?.name).toBe('HTX');
    server.clock.advance({ minutes: 11 });
    await expect(finish(admin, { pending, state, code })).rejects.toThrow(refused);
  });
});
