import { describe, expect, test } from 'vitest';
import { deliver } from '../../deliver.ts';
import { type OutboundFile, type OutboundMessage, SendError } from '../../port.ts';
import { encodeMessage } from './encode-message.ts';
import { publicAddress } from './public-address.ts';
import { sendPart } from './send-part.ts';
import { api, context, customerId } from './x.testing.ts';
import { xAdapter } from './x-adapter.ts';

const file = (type: string, id = type, size = 4): OutboundFile => ({
  id,
  name: `${id}.bin`,
  type,
  size,
  read: async () => new Uint8Array(size),
});
const encode = (more: Partial<OutboundMessage>) => encodeMessage({ id: 'message', text: '', ...more });
const shape = (more: Partial<OutboundMessage>) =>
  encode(more).map(({ text, files }) => [text, files.map(({ id }) => id)]);

describe('a message as parts', () => {
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => file('image/png', id));
  const pictures = [a, b, c, d, e].filter((it) => it !== undefined);
  test.each([
    ['a direct message', { text: 'Hello' }, [['Hello', []]]],
    [
      'a direct message with files',
      { text: 'Hello', files: pictures.slice(0, 2) },
      [
        ['Hello', ['a']],
        ['', ['b']],
      ],
    ],
    [
      'files alone',
      { files: pictures.slice(0, 2) },
      [
        ['', ['a']],
        ['', ['b']],
      ],
    ],
    [
      'a post with five pictures',
      { text: 'Hello', isPublic: true, files: pictures },
      [
        ['Hello', ['a', 'b', 'c', 'd']],
        ['', ['e']],
      ],
    ],
    [
      'a post with a video between pictures',
      {
        text: 'Hello',
        isPublic: true,
        files: [...pictures.slice(0, 1), file('video/mp4', 'v'), file('image/gif', 'g')],
      },
      [
        ['Hello', ['a']],
        ['', ['v']],
        ['', ['g']],
      ],
    ],
    ['nothing', {}, []],
  ])('%s', (_, more, expected) => {
    expect(shape(more)).toEqual(expected);
  });

  test('is cut by what X counts in public, and not in private', () => {
    const text = '充'.repeat(300);
    expect(encode({ text }).map((it) => it.text.length)).toEqual([300]);
    expect(encode({ text, isPublic: true }).map((it) => it.text.length)).toEqual([140, 140, 20]);
  });
});

describe('sending', () => {
  const sent = {
    status: 201,
    body: { data: { dm_conversation_id: '1-2', dm_event_id: '1146654567674912769' } },
  };
  const one = (more: Partial<OutboundMessage>) => {
    const [first] = encode(more);
    if (!first) throw new Error('nothing to send');
    return first;
  };

  test('a direct message is signed, with no secret in the address', async () => {
    const { ask, asked } = api(sent);
    expect(await sendPart(one({ text: 'Hello' }), context(ask))).toEqual({
      externalId: '1146654567674912769',
    });
    const [call] = asked;
    expect(call?.method).toBe('POST');
    expect(call?.url.href).toBe(`https://api.x.com/2/dm_conversations/with/${customerId}/messages`);
    expect(call?.headers.authorization).toMatch(/^OAuth oauth_consumer_key="xvz1/);
    expect(JSON.parse(call?.text ?? '')).toEqual({ text: 'Hello' });
  });

  test('a picture is uploaded in chunks first', async () => {
    const { ask, asked } = api(
      { body: { data: { id: '77' } } },
      { body: null },
      { body: null },
      { body: { data: { id: '77' } } },
      sent,
    );
    await sendPart(one({ text: 'See', files: [file('image/png', 'a', 5 * 1024 * 1024)] }), context(ask));
    expect(asked.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'POST /2/media/upload/initialize',
      'POST /2/media/upload/77/append',
      'POST /2/media/upload/77/append',
      'POST /2/media/upload/77/finalize',
      `POST /2/dm_conversations/with/${customerId}/messages`,
    ]);
    expect(JSON.parse(asked[0]?.text ?? '')).toEqual({
      media_type: 'image/png',
      total_bytes: 5 * 1024 * 1024,
      media_category: 'dm_image',
    });
    expect(JSON.parse(asked[4]?.text ?? '')).toEqual({ text: 'See', attachments: [{ media_id: '77' }] });
  });

  test('a video is waited for', async () => {
    const processing = (state: string) => ({
      body: { data: { id: '77', processing_info: { state, check_after_secs: 0 } } },
    });
    const { ask, asked } = api(
      { body: { data: { id: '77' } } },
      { body: null },
      processing('pending'),
      processing('in_progress'),
      processing('succeeded'),
      { body: { data: { id: '1' } } },
    );
    const to = { address: publicAddress(customerId), answers: '5' };
    await sendPart(one({ files: [file('video/mp4')], isPublic: true }), context(ask, to));
    expect(asked[3]?.url.search).toBe('?command=STATUS&media_id=77');
    expect(JSON.parse(asked.at(-1)?.text ?? '')).toEqual({
      reply: { in_reply_to_tweet_id: '5' },
      media: { media_ids: ['77'] },
    });
  });

  test('a video that X cannot use, and what is no picture, fail for good', async () => {
    const processing_info = { state: 'failed', error: { message: 'Unsupported video format' } };
    const { ask } = api({ body: { data: { id: '77', processing_info } } });
    await expect(sendPart(one({ files: [file('video/mp4')] }), context(ask))).rejects.toMatchObject({
      permanent: true,
      message: 'Unsupported video format',
    });
    await expect(sendPart(one({ files: [file('application/pdf')] }), context(ask))).rejects.toMatchObject({
      permanent: true,
    });
  });

  test('a long answer becomes posts, each below the one before', async () => {
    const { ask, asked } = api(
      ...['11', '12', '13'].map((id) => ({ status: 201, body: { data: { id, text: '' } } })),
    );
    const destination = { ...context(ask), address: publicAddress(customerId), threadKey: '1', answers: '5' };
    const result = await deliver(xAdapter, { id: 'm', text: '充'.repeat(300) }, destination);
    expect(result).toEqual({ state: 'sent', externalIds: ['11', '12', '13'] });
    expect(asked.map(({ url, text }) => [url.pathname, JSON.parse(text).reply.in_reply_to_tweet_id])).toEqual(
      [
        ['/2/tweets', '5'],
        ['/2/tweets', '11'],
        ['/2/tweets', '12'],
      ],
    );
  });

  test('an answer that nothing names fails for good', async () => {
    const { ask } = api({ body: { data: {} } });
    await expect(sendPart(one({ text: 'x' }), context(ask))).rejects.toMatchObject({ permanent: true });
    const nowhere = context(ask, { address: publicAddress('1') });
    await expect(sendPart(one({ text: 'x', isPublic: true }), nowhere)).rejects.toBeInstanceOf(SendError);
  });
});
