import { describe, expect, test } from 'vitest';
import { describeChannelConformance } from '../../conformance.ts';
import { signTexts } from './prove-request.ts';
import {
  appId,
  encodingAesKey,
  message,
  openid,
  plain,
  request,
  safe,
  timestamp,
  token,
  xmlOf,
} from './wechat.testing.ts';
import { wechatAdapter } from './wechat-adapter.ts';

const inboxId = '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c03';
const material = { inboxId, secrets: [token], credentials: { appId, encodingAesKey } };
const withoutKey = { inboxId, secrets: [token], credentials: { appId } };
const text = message('text', { Content: 'this is a test' }, '1234567890123456');
const kinds: ReadonlyArray<readonly [string, string]> = [
  ['a text', text],
  ['a picture', message('image', { PicUrl: 'http://mmbiz.qpic.cn/mmbiz/x', MediaId: 'media_id' })],
  ['a voice', message('voice', { Format: 'amr', MediaId: 'media_id', Recognition: '腾讯微信团队' })],
  ['a video', message('video', { MediaId: 'media_id', ThumbMediaId: 'thumb' })],
  [
    'a place',
    message('location', { Location_X: 23.134521, Location_Y: 113.358803, Scale: 20, Label: '广州' }),
  ],
  ['a link', message('link', { Title: '公告', Description: '维护', Url: 'https://htx.example/a' })],
  ['a click on the menu', message('event', { Event: 'CLICK', EventKey: '人工客服' }, null)],
];
const proofAt = (field: string) => ({
  read: ({ query }: { query: Readonly<Record<string, string>> }) =>
    new TextEncoder().encode(query[field] ?? ''),
  write: (from: ReturnType<typeof safe>, bytes: Uint8Array) => ({
    ...from,
    query: { ...from.query, [field]: Buffer.from(bytes).toString('latin1') },
  }),
});
const malformed = [
  { what: 'a message that is no XML', body: 'Hello' },
  { what: 'one that never ends', body: '<xml><MsgType><![CDATA[text]]></MsgType>' },
  { what: 'one with a document type', body: `<!DOCTYPE xml [<!ENTITY a "b">]>${text}` },
  { what: 'one without a kind', body: xmlOf({ FromUserName: openid, CreateTime: 1 }) },
  { what: 'one without an id', body: message('text', { Content: 'x' }, null) },
  { what: 'one of no time', body: text.replace('1409735668', 'yesterday') },
  { what: 'a picture without its id', body: message('image', {}) },
];

describeChannelConformance('wechat, encrypted', {
  adapter: wechatAdapter,
  material,
  genuine: kinds.map(([what, body]) => ({ what, request: safe(body), messages: 1 })),
  twice: [safe(text), { ...safe(text), receivedAt: new Date('2026-11-24T08:00:05Z') }],
  malformed: malformed.map(({ what, body }) => ({ what, request: safe(body) })),
  proof: proofAt('msg_signature'),
  withUnknownFields: (from) => {
    const opened = new TextDecoder().decode(wechatAdapter.decrypt?.(from, material).body);
    return safe(opened.replace('</xml>', '<Mood>calm</Mood><Deep><Item><A>1</A></Item></Deep></xml>'));
  },
  textOf: (part) => part.text,
});

describeChannelConformance('wechat, plain', {
  adapter: wechatAdapter,
  material: withoutKey,
  genuine: kinds.map(([what, body]) => ({ what, request: plain(body), messages: 1 })),
  twice: [plain(kinds.at(-1)?.[1] ?? ''), plain(kinds.at(-1)?.[1] ?? '')],
  malformed: malformed.map(({ what, body }) => ({ what, request: plain(body) })),
  proof: proofAt('signature'),
  withUnknownFields: (from) => plain(new TextDecoder().decode(from.body).replace('</xml>', '<A/></xml>')),
  textOf: (part) => part.text,
});

const one = (body: string) => wechatAdapter.decode(plain(body))[0];

describe('a push', () => {
  test('names who wrote, when, and what', () => {
    expect(wechatAdapter.decode(plain(text))).toEqual([
      {
        externalId: '1234567890123456',
        sender: { address: openid, name: null },
        threadKey: null,
        writtenAt: new Date(1409735668_000),
        text: 'this is a test',
        attachments: [],
      },
    ]);
  });

  test.each([
    ['a choice of a menu of ours', message('text', { Content: '有', bizmsgmenuid: '101' }), '有', []],
    ['a picture', kinds[1]?.[1] ?? '', '', [{ externalId: 'media_id', name: null, type: 'image/*' }]],
    [
      'a voice that was understood',
      kinds[2]?.[1] ?? '',
      '腾讯微信团队',
      [{ externalId: 'media_id', name: null, type: 'audio/amr' }],
    ],
    [
      'a short video',
      message('shortvideo', { MediaId: 'm' }),
      '',
      [{ externalId: 'm', name: null, type: 'video/mp4' }],
    ],
    ['a place', kinds[4]?.[1] ?? '', '📍 广州 (23.134521, 113.358803)', []],
    ['a link', kinds[5]?.[1] ?? '', '公告\n维护\nhttps://htx.example/a', []],
    ['a click on the menu', kinds[6]?.[1] ?? '', '人工客服', []],
  ])('reads %s', (_, body, expected, attachments) => {
    expect(one(body)).toMatchObject({ text: expected, attachments });
  });

  test.each([
    ['who follows', { Event: 'subscribe', EventKey: '' }],
    ['who follows by a code', { Event: 'subscribe', EventKey: 'qrscene_123123', Ticket: 'TICKET' }],
    ['who scans a code', { Event: 'SCAN', EventKey: 'SCENE_VALUE', Ticket: 'TICKET' }],
    ['who leaves', { Event: 'unsubscribe', EventKey: '' }],
    ['a page that was opened from the menu', { Event: 'VIEW', EventKey: 'https://www.qq.com' }],
    ['where somebody is', { Event: 'LOCATION', Latitude: '23.1', Longitude: '113.3' }],
    ['what became of a template message', { Event: 'TEMPLATESENDJOBFINISH', Status: 'success' }],
  ])('says nothing of %s', (_, fields) => {
    expect(wechatAdapter.decode(plain(message('event', fields, null)))).toEqual([]);
  });

  test.each([
    ['who knows the account', { Event: 'SCAN', EventKey: 'FL-7K3M-9QTX', Ticket: 'TICKET' }],
    ['who follows by it', { Event: 'subscribe', EventKey: 'qrscene_fl-7k3m-9qtx', Ticket: 'TICKET' }],
  ])('brings the code that ties a chat to an account, scanned by %s', (_, fields) => {
    expect(one(message('event', fields, null))).toMatchObject({ text: 'FL-7K3M-9QTX' });
  });

  test('of a kind that WeChat may add some day is passed over', () => {
    expect(wechatAdapter.decode(plain(message('hologram', { MediaId: 'x' })))).toEqual([]);
  });

  test('is the same click when it comes again, and another a second later', () => {
    const click = message('event', { Event: 'CLICK', EventKey: '人工客服' }, null);
    expect(one(click)?.externalId).toBe(one(click)?.externalId);
    expect(one(click.replace('1409735668', '1409735669'))?.externalId).not.toBe(one(click)?.externalId);
  });
});

describe('the question for the address', () => {
  const ask = (more: Readonly<Record<string, string>>) =>
    wechatAdapter.challenge?.(
      request('', { timestamp, nonce: '1', signature: signTexts(token, timestamp, '1'), ...more }),
      material,
    );

  test('is answered with what it holds', () => {
    expect(ask({ echostr: '4375120948345356249' })).toBe('4375120948345356249');
  });

  test.each([
    ['with another signature', { echostr: '1', signature: signTexts('other', timestamp, '1') }],
    ['without one', { echostr: '1', signature: '' }],
    ['with markup in it', { echostr: '<script>' }],
    ['with nothing in it', {}],
  ])('is refused %s', (_, more) => {
    expect(() => ask(more)).toThrow('request.invalid');
  });
});
