import { createDecipheriv, createHash } from 'node:crypto';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerWechat } from './register-wechat.ts';
import type { WechatAccount } from './send-push.ts';

const wang = 'oAbCd5Kd5ggOC-bXrbNODIiE3bG1';
const token = 'a-token-that-signs';
let account: WechatAccount;
let simulator: FastifyInstance;
let receiver: FastifyInstance;
let accessToken: string;
/** What our address was sent, opened. */
let received: string[];
/** Statuses that our address answers with, one after another; then 200. */
let answers: number[];

beforeEach(async () => {
  account = {
    appId: 'wx0000000000000001',
    secret: 'secret',
    encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
    token,
    webhookUrl: null,
  };
  received = [];
  answers = [];
  receiver = fastify();
  receiver.addContentTypeParser('text/xml', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  receiver.get('/hook', async ({ query }) => (query as Record<string, string>)['echostr']);
  receiver.post('/hook', async ({ query, body }, reply) => {
    received.push(open(query as Record<string, string>, String(body)));
    return reply.code(answers.shift() ?? 200).send('');
  });
  account.webhookUrl = `${await receiver.listen({ host: '127.0.0.1', port: 0 })}/hook`;
  simulator = fastify();
  registerWechat(simulator, { account, now: () => new Date() });
  accessToken = await fetchToken();
});

afterEach(async () => {
  await simulator.close();
  await receiver.close();
});

const sha1 = (...texts: string[]) => createHash('sha1').update(texts.toSorted().join('')).digest('hex');

/** The message of a push, whose signatures must be right. */
function open(query: Record<string, string>, body: string): string {
  const encrypted = /<Encrypt><!\[CDATA\[(.*)\]\]>/.exec(body)?.[1] ?? '';
  const { timestamp = '', nonce = '' } = query;
  expect(query['signature']).toBe(sha1(token, timestamp, nonce));
  if (account.encodingAesKey === '') return body;
  expect(query['msg_signature']).toBe(sha1(token, timestamp, nonce, encrypted));
  const key = Buffer.from(`${account.encodingAesKey}=`, 'base64');
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(encrypted, 'base64'), cipher.final()]);
  const end = 20 + plain.readUInt32BE(16);
  expect(plain.toString('utf8', end)).toContain(account.appId);
  return plain.toString('utf8', 20, end);
}

const asked = async (url: string, payload?: object): Promise<Record<string, unknown>> =>
  (await simulator.inject({ method: payload ? 'POST' : 'GET', url, ...(payload && { payload }) })).json();
const fetchToken = async (): Promise<string> =>
  String(
    (
      await asked('/cgi-bin/stable_token', {
        grant_type: 'client_credential',
        appid: account.appId,
        secret: account.secret,
      })
    )['access_token'],
  );
const phone = (path: string, payload: object) => asked(`/api/${path}`, payload);
const sendText = (content: string, openid = wang) =>
  asked(`/cgi-bin/message/custom/send?access_token=${accessToken}`, {
    touser: openid,
    msgtype: 'text',
    text: { content },
  });

test('gives the same token while it holds, and refuses one that has ended', async () => {
  expect(await fetchToken()).toBe(accessToken);
  expect(await asked('/cgi-bin/stable_token', { appid: account.appId, secret: 'other' })).toMatchObject({
    errcode: 40125,
  });
  expect(await asked('/cgi-bin/get_api_domain_ip?access_token=nonsense')).toMatchObject({ errcode: 40001 });
  await phone('faults', { endTokens: true });
  expect(await asked(`/cgi-bin/get_api_domain_ip?access_token=${accessToken}`)).toMatchObject({
    errcode: 42001,
  });
  const next = await fetchToken();
  expect(next).not.toBe(accessToken);
  expect(await asked(`/cgi-bin/get_api_domain_ip?access_token=${next}`)).toMatchObject({
    ip_list: ['127.0.0.1'],
  });
});

test('sends what somebody writes, encrypted and signed', async () => {
  await phone('messages', { person: wang, text: '您好 ]]> <b>' });
  await vi.waitFor(() => expect(received).toHaveLength(1));
  expect(received[0]).toContain('<MsgType><![CDATA[text]]></MsgType>');
  expect(received[0]).toContain(`<FromUserName><![CDATA[${wang}]]></FromUserName>`);
  account.encodingAesKey = '';
  await phone('menu', { person: wang, key: '人工客服' });
  await vi.waitFor(() => expect(received).toHaveLength(2));
  expect(received[1]).toContain(
    '<Event><![CDATA[CLICK]]></Event>\n<EventKey><![CDATA[人工客服]]></EventKey>',
  );
});

test('sends three times in all while it is not answered', async () => {
  answers = [500, 500, 500];
  await phone('messages', { person: wang, text: 'first' });
  await phone('messages', { person: wang, text: 'second' });
  await vi.waitFor(() => expect(received).toHaveLength(4));
  expect(received.map((it) => it.includes('first'))).toEqual([true, true, true, false]);
});

test('doubles and reorders on demand', async () => {
  await phone('faults', { twice: true, holding: 1 });
  await phone('messages', { person: wang, text: 'first' });
  await phone('messages', { person: wang, text: 'second' });
  await vi.waitFor(() => expect(received).toHaveLength(4));
  expect(received.map((it) => it.includes('first'))).toEqual([false, false, true, true]);
});

test('takes five answers for one message, for 48 hours', async () => {
  expect(await sendText('too early')).toMatchObject({ errcode: 45015 });
  await phone('messages', { person: wang, text: 'hello' });
  for (const number of [1, 2, 3, 4, 5]) expect(await sendText(`${number}`)).toMatchObject({ errcode: 0 });
  expect(await sendText('6')).toMatchObject({ errcode: 45047 });
  await phone('messages', { person: wang, text: 'again' });
  expect(await sendText('您'.repeat(683))).toMatchObject({ errcode: 45002 });
  expect(await sendText('x', 'nobody')).toMatchObject({ errcode: 40003 });
  await phone('faults', { refuse: 'minute', times: 1 });
  expect(await sendText('x')).toMatchObject({ errcode: 45011 });
  expect(await sendText('x')).toMatchObject({ errcode: 0 });
  await phone('faults', { aheadHours: 49 });
  accessToken = await fetchToken();
  expect(await sendText('x')).toMatchObject({ errcode: 45015 });
});

test('keeps what is uploaded, and shows it', async () => {
  const form = new FormData();
  form.set('media', new Blob([Uint8Array.of(1, 2, 3)], { type: 'image/png' }), 'a.png');
  const body = new Response(form);
  const uploaded = await simulator.inject({
    method: 'POST',
    url: `/cgi-bin/media/upload?access_token=${accessToken}&type=image`,
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  const { media_id: mediaId } = uploaded.json() as { media_id: string };
  const got = await simulator.inject(`/cgi-bin/media/get?access_token=${accessToken}&media_id=${mediaId}`);
  expect([got.headers['content-type'], ...got.rawPayload]).toEqual(['image/png', 1, 2, 3]);
  expect(await asked(`/cgi-bin/media/get?access_token=${accessToken}&media_id=x`)).toMatchObject({
    errcode: 40007,
  });
  await phone('messages', { person: wang, text: 'hello' });
  const image = { touser: wang, msgtype: 'image', image: { media_id: mediaId } };
  await asked(`/cgi-bin/message/custom/send?access_token=${accessToken}`, image);
  const { lines } = (await asked(`/api/state?person=${wang}`)) as { lines: Array<{ file: object | null }> };
  expect(lines.at(-1)?.file).toMatchObject({ kind: 'image', name: 'a.png' });
});

test('confirms an address before it sends there', async () => {
  const url = account.webhookUrl;
  expect(await asked('/address', { url, token })).toEqual({ success: true });
  expect(await asked('/address', { url: 'http://127.0.0.1:9/none', token })).toEqual({ success: false });
});
