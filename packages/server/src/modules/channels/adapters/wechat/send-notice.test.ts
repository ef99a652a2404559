import { expect, test } from 'vitest';
import { type Ask, ConsentRefused, SendError } from '../../port.ts';
import { WechatError } from './refusal-of.ts';
import { fitted, sendNotice } from './send-notice.ts';

test.each([
  ['thing3', 'short', 'short'],
  ['thing3', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
  ['phrase2', '等待您的回复', '等待您的…'],
  ['character_string1', '#1042', '#1042'],
  ['keyword1', 'a\n b', 'a b'],
  ['time2', new Date('2026-11-27T08:05:09Z'), '2026-11-27 16:05:09'],
])('%s holds %s as %s', (name, value, held) => {
  expect(fitted(name, value)).toBe(held);
});

test('is sent as WeChat documents it, and named so that it is sent once', async () => {
  const asked: Array<{ url: string; body: unknown }> = [];
  const ask: Ask = async (url, { body }) => {
    asked.push({ url, body: JSON.parse(new TextDecoder().decode(body as Uint8Array)) });
    const said = JSON.stringify({ errcode: 0, errmsg: 'ok', msgid: 200228332 });
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: new TextEncoder().encode(said),
    };
  };
  const context = {
    address: 'openid',
    threadKey: null,
    credentials: { accessToken: 't', wechatUrl: 'https://api.example.com' },
    key: '018f3a2b-0000-7000-8000-000000000001',
    signal: AbortSignal.timeout(1000),
    ask,
  };
  const notice = {
    templateId: 'T1',
    fields: { character_string1: '#7' },
    link: 'https://help.example.com/portal',
    byConsent: false,
  };
  expect(await sendNotice(notice, context)).toEqual({ externalId: '200228332' });
  expect(asked).toEqual([
    {
      url: 'https://api.example.com/cgi-bin/message/template/send?access_token=t',
      body: {
        touser: 'openid',
        template_id: 'T1',
        url: 'https://help.example.com/portal',
        data: { character_string1: { value: '#7' } },
        client_msg_id: '018f3a2b000070008000000000000001',
      },
    },
  ]);
});

test.each([
  [{ errcode: 0, errmsg: 'ok' }, null],
  [{ errcode: 43101, errmsg: 'user refuse to accept the msg' }, ConsentRefused],
  [{ errcode: 40037, errmsg: 'invalid template_id' }, SendError],
])('by consent is sent as WeChat documents it; %j', async (said, refused) => {
  const asked: Array<{ url: string; body: unknown }> = [];
  const ask: Ask = async (url, { body }) => {
    asked.push({ url, body: JSON.parse(new TextDecoder().decode(body as Uint8Array)) });
    const answer = new TextEncoder().encode(JSON.stringify(said));
    return { status: 200, headers: { 'content-type': 'application/json' }, body: answer };
  };
  const sent = sendNotice(
    { templateId: 'S1', fields: { character_string1: '#7' }, link: 'https://a.example', byConsent: true },
    {
      address: 'openid',
      threadKey: null,
      credentials: { accessToken: 't', wechatUrl: 'https://api.example.com' },
      key: 'attempt',
      signal: AbortSignal.timeout(1000),
      ask,
    },
  );
  if (refused) {
    const error = await sent.catch((it: unknown) => it);
    expect((error as Error).constructor).toBe(refused === SendError ? WechatError : refused);
  } else expect(await sent).toEqual({ externalId: 'attempt' });
  expect(asked).toEqual([
    {
      url: 'https://api.example.com/cgi-bin/message/subscribe/bizsend?access_token=t',
      body: { touser: 'openid', template_id: 'S1', data: { character_string1: { value: '#7' } } },
    },
  ]);
});
