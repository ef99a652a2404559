import { describe, expect, test } from 'vitest';
import { describeChannelConformance } from '../../conformance.ts';
import type { RawRequest } from '../../port.ts';
import {
  appSecret,
  comment,
  feed,
  messaging,
  pageId,
  psid,
  verifyToken,
  webhook,
} from './facebook.testing.ts';
import { facebookAdapter } from './facebook-adapter.ts';

const material = {
  inboxId: '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c02',
  secrets: [verifyToken],
  credentials: { appSecret },
};
const text = messaging({ message: { mid: 'mid.1457764197618:41d102a3e1ae206a38', text: 'hello, world!' } });
const picture = messaging({
  message: {
    mid: 'mid.1458696618141:b4ef9d19ec21086067',
    attachments: [{ type: 'image', payload: { url: 'https://scontent.xx.fbcdn.net/v/t34.0/photo.jpg' } }],
  },
});
const several = webhook({
  object: 'page',
  entry: [
    {
      id: pageId,
      time: 1,
      messaging: [
        {
          sender: { id: psid },
          recipient: { id: pageId },
          timestamp: 2,
          message: { mid: 'm_2', text: 'two' },
        },
        {
          sender: { id: psid },
          recipient: { id: pageId },
          timestamp: 1,
          message: { mid: 'm_1', text: 'one' },
        },
      ],
    },
    {
      id: pageId,
      time: 1,
      messaging: [
        {
          sender: { id: '999' },
          recipient: { id: pageId },
          timestamp: 3,
          message: { mid: 'm_3', text: 'x' },
        },
      ],
      changes: [{ field: 'feed', value: comment }],
    },
  ],
});

describeChannelConformance('facebook', {
  adapter: facebookAdapter,
  material,
  genuine: [
    { what: 'a text', request: text, messages: 1 },
    { what: 'a picture', request: picture, messages: 1 },
    {
      what: 'a tap on a button',
      request: messaging({ postback: { mid: 'm_MES', title: 'Get Started', payload: 'GET_STARTED' } }),
      messages: 1,
    },
    {
      what: 'a changed text',
      request: messaging({ message_edit: { mid: 'm_1', text: 'better', num_edit: 1 } }),
      messages: 1,
    },
    { what: 'a comment', request: feed(comment), messages: 1 },
    { what: 'a changed comment', request: feed({ ...comment, verb: 'edited' }), messages: 1 },
    { what: 'several entries with several messages', request: several, messages: 4 },
  ],
  twice: [text, { ...text, receivedAt: new Date('2026-11-24T08:00:09Z') }],
  malformed: [
    { what: 'a body that is no JSON', request: webhook(new TextEncoder().encode('{"object":')) },
    { what: 'bytes that are no text', request: webhook(Uint8Array.of(0xff, 0xfe, 0x00)) },
    { what: 'a payload without entries', request: webhook({ object: 'page' }) },
    { what: 'a message without an id', request: messaging({ message: { text: 'hello' } }) },
    { what: 'a text that is none', request: messaging({ message: { mid: 'm', text: { x: 1 } } }) },
    { what: 'a comment without an id', request: feed({ ...comment, comment_id: undefined }) },
  ],
  proof: {
    read: ({ headers }) => new TextEncoder().encode(headers['x-hub-signature-256'] ?? ''),
    write: (from, bytes) => ({
      ...from,
      headers: { ...from.headers, 'x-hub-signature-256': Buffer.from(bytes).toString('latin1') },
    }),
  },
  withUnknownFields: (from) => {
    const body = JSON.parse(new TextDecoder().decode(from.body)) as { entry: object[] };
    return webhook({ ...body, mood: 'calm', entry: body.entry.map((it) => ({ ...it, hop_context: [] })) });
  },
  textOf: (part) => part.text,
});

const one = (request: RawRequest) => facebookAdapter.decode(request)[0];
const message = (content: object) => messaging({ message: { mid: 'm_x', ...content } });

describe('Messenger', () => {
  test('names who wrote, when, and what', () => {
    expect(facebookAdapter.decode(text)).toEqual([
      {
        externalId: 'mid.1457764197618:41d102a3e1ae206a38',
        sender: { address: psid, name: null },
        threadKey: null,
        writtenAt: new Date(1458692752478),
        text: 'hello, world!',
        attachments: [],
      },
    ]);
  });

  test.each([
    ['an echo of what we wrote', message({ is_echo: true, app_id: 1517776481860111, text: 'hello' })],
    ['what the page itself sends', messaging({ sender: { id: pageId }, message: { mid: 'm', text: 'x' } })],
    ['that it was delivered', messaging({ delivery: { mids: ['m_1'], watermark: 1458668856253 } })],
    ['that it was read', messaging({ read: { watermark: 1458668856253 } })],
    ['a reaction', messaging({ reaction: { reaction: 'love', action: 'react', mid: 'm_1' } })],
    ['a change to nothing', messaging({ message_edit: { mid: 'm_1', text: '', num_edit: 1 } })],
    [
      'a change by the page itself',
      messaging({ sender: { id: pageId }, message_edit: { mid: 'm_1', text: 'x' } }),
    ],
    ['a deletion', message({ is_deleted: true, text: '' })],
    ['a message with nothing in it', message({ is_unsupported: true })],
    ['a thread that another app has', webhook({ object: 'page', entry: [{ id: pageId, standby: [{}] }] })],
    [
      'another kind of object',
      webhook({ object: 'instagram', entry: [{ id: '1', messaging: [{ message: 1 }] }] }),
    ],
  ])('passes over %s', (_, request) => {
    expect(facebookAdapter.decode(request)).toEqual([]);
  });

  test.each([
    ['a tapped quick reply', { text: 'Red', quick_reply: { payload: 'RED' } }, 'Red'],
    ['the thumb', { sticker_id: 1, attachments: [sticker('369239263222822')] }, '👍'],
    [
      'a place',
      { attachments: [{ type: 'location', payload: { coordinates: { lat: 52.37, long: 4.89 } } }] },
      '📍 52.37, 4.89',
    ],
    [
      'a shared link that stands in the text',
      { text: 'see https://x.io', attachments: [{ type: 'fallback', payload: { url: 'https://x.io' } }] },
      'see https://x.io',
    ],
    [
      'a shared link alone',
      { attachments: [{ type: 'fallback', title: 'X', payload: { url: 'https://x.io', title: 'X' } }] },
      'https://x.io',
    ],
    ['an answer to a message', { text: 'yes', reply_to: { mid: 'm_1' } }, 'yes'],
  ])('reads %s', (_, content, expected) => {
    expect(one(message(content))).toMatchObject({ text: expected, attachments: [] });
  });

  test('names files by their address', () => {
    const url = 'https://cdn.fbsbx.com/v/t59.2708-21/15_n.pdf/order%20history.pdf?oh=c';
    const other = sticker('126361874215276');
    expect(one(message({ attachments: [{ type: 'file', payload: { url } }, other] }))?.attachments).toEqual([
      { externalId: url, name: 'order history.pdf', type: null },
      { externalId: other.payload.url, name: null, type: 'image/*' },
    ]);
  });

  test.each([
    ['a number', 2],
    ['a text', '2'],
  ])('names a change by the message and how often it was changed, told as %s', (_, count) => {
    const edit = { mid: 'm_1', text: '0.05 BTC', num_edit: count };
    expect(facebookAdapter.decode(messaging({ timestamp: 1458668856463, message_edit: edit }))).toEqual([
      {
        externalId: 'edit:m_1:2',
        changes: 'm_1',
        sender: { address: psid, name: null },
        threadKey: null,
        writtenAt: new Date(1458668856463),
        text: '0.05 BTC',
        attachments: [],
      },
    ]);
  });

  test('takes a tap without an id as the same one when it comes again', () => {
    const tap = messaging({ postback: { title: 'Deposit', payload: 'DEPOSIT' } });
    expect(one(tap)?.externalId).toBe(one({ ...tap, receivedAt: new Date(0) })?.externalId);
  });

  test('takes a message that one request brings twice once', () => {
    const twice = { message: { mid: 'm_1', text: 'once' } };
    expect(facebookAdapter.decode(messaging(twice, twice))).toHaveLength(1);
  });
});

describe('comments', () => {
  test('are threads of their own, and say that they are public', () => {
    expect(facebookAdapter.decode(feed(comment))).toEqual([
      {
        externalId: comment.comment_id,
        sender: { address: 'comment:3124567890123456', name: 'Cinderella Hoover' },
        threadKey: comment.comment_id,
        writtenAt: new Date('2018-03-08T21:33:34Z'),
        text: comment.message,
        attachments: [],
      },
    ]);
  });

  test.each(['edit', 'edited'])('that were changed say so (%s), where and whose they are', (verb) => {
    const changed = one(feed({ ...comment, verb, message: 'Better' }));
    expect(changed).toMatchObject({
      externalId: expect.stringMatching(`^edit:${comment.comment_id}:`),
      changes: comment.comment_id,
      sender: { address: 'comment:3124567890123456', name: 'Cinderella Hoover' },
      threadKey: comment.comment_id,
      text: 'Better',
    });
  });

  test('below a comment belong to its thread', () => {
    const reply = { ...comment, comment_id: '17_2', parent_id: comment.comment_id };
    expect(one(feed(reply))).toMatchObject({ externalId: '17_2', threadKey: comment.comment_id });
  });

  test('keep what Facebook hides: who wrote it', () => {
    const { from: _, ...unnamed } = comment;
    expect(one(feed(unnamed))?.sender).toEqual({ address: `comment:${comment.comment_id}`, name: null });
  });

  test('may be a picture', () => {
    const photo = 'https://scontent.xx.fbcdn.net/p.jpg';
    expect(one(feed({ ...comment, message: undefined, photo }))).toMatchObject({
      text: '',
      attachments: [{ externalId: photo }],
    });
  });

  test.each([
    ['of the page itself', { ...comment, from: { id: pageId, name: 'HTX' } }],
    ['that were removed', { ...comment, verb: 'remove' }],
    ['that are no comments', { item: 'reaction', verb: 'add', reaction_type: 'like', post_id: 'x' }],
  ])('%s are passed over', (_, value) => {
    expect(facebookAdapter.decode(feed(value))).toEqual([]);
  });

  test('of other fields are passed over', () => {
    const changes = [{ field: 'mention', value: { item: 'comment', verb: 'add' } }];
    expect(facebookAdapter.decode(webhook({ object: 'page', entry: [{ id: pageId, changes }] }))).toEqual([]);
  });
});

function sticker(id: string) {
  const payload = { url: 'https://scontent.xx.fbcdn.net/t39/sticker.png', sticker_id: id };
  return { type: 'image', payload };
}
