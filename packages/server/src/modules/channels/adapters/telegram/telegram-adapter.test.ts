import { describe, expect, test } from 'vitest';
import { describeChannelConformance } from '../../conformance.ts';
import { type Answer, type Ask, type RawRequest, type SendContext, SendError } from '../../port.ts';
import { telegramAdapter } from './telegram-adapter.ts';

const secrets = ['the_new-secret', 'the_old-secret'];
const request = (update: unknown, secret = 'the_new-secret'): RawRequest => ({
  headers: { 'x-telegram-bot-api-secret-token': secret, 'content-type': 'application/json' },
  query: {},
  body: new TextEncoder().encode(JSON.stringify(update)),
  session: null,
  receivedAt: new Date('2026-11-27T08:00:00Z'),
});
const from = { id: 77, is_bot: false, first_name: 'Minh', last_name: 'Trần', language_code: 'vi' };
const chat = { id: 77, first_name: 'Minh', last_name: 'Trần', type: 'private' };
const message = (content: object, id = 12) => ({
  update_id: 810_000_001,
  message: { message_id: id, from, chat, date: 1_790_000_000, ...content },
});
const edited = (content: object, updateId = 810_000_003) => ({
  update_id: updateId,
  edited_message: { message_id: 12, from, chat, date: 1_790_000_000, edit_date: 1_790_000_060, ...content },
});
const keyboard = {
  inline_keyboard: [
    [{ text: 'Đã nạp', callback_data: 'answer:0' }],
    [{ text: 'Chưa nạp', callback_data: 'answer:1' }],
  ],
};
const tapped = (data: string, reply_markup?: object) => ({
  update_id: 810_000_002,
  callback_query: {
    id: '330712345678',
    from,
    chat_instance: '-6071',
    data,
    message: { message_id: 13, chat, date: 1_790_000_100, text: 'Bạn đã nạp chưa?', reply_markup },
  },
});
const photo = {
  photo: [
    { file_id: 'small', file_unique_id: 's', width: 90, height: 67, file_size: 1102 },
    { file_id: 'large', file_unique_id: 'l', width: 1280, height: 960, file_size: 140_332 },
    { file_id: 'middle', file_unique_id: 'm', width: 320, height: 240, file_size: 14_002 },
  ],
};
const group = { id: -100_500, title: 'Traders', type: 'supergroup' };
const us = { id: 7, is_bot: true, first_name: 'Help', username: 'help_bot' };

describeChannelConformance('Telegram', {
  adapter: telegramAdapter,
  material: { inboxId: 'any', secrets },
  genuine: [
    { what: 'a text', request: request(message({ text: 'Xin chào' })), messages: 1 },
    { what: 'a picture', request: request(message({ ...photo, caption: 'đây' })), messages: 1 },
    { what: 'a tapped button', request: request(tapped('answer:1', keyboard)), messages: 1 },
    { what: 'a changed text', request: request(edited({ text: 'Chào' })), messages: 1 },
    { what: 'the old secret', request: request(message({ text: 'a' }), 'the_old-secret'), messages: 1 },
    { what: 'an update of another kind', request: request({ update_id: 1, poll: {} }), messages: 0 },
  ],
  twice: [request(message({ text: 'Twice' })), request(message({ text: 'Twice' }))],
  malformed: [
    { what: 'no JSON', request: { ...request({}), body: new TextEncoder().encode('{"update_id":') } },
    { what: 'bytes that are no text', request: { ...request({}), body: Uint8Array.of(0xff, 0x00) } },
    { what: 'another shape', request: request({ update_id: 'one' }) },
    { what: 'a message of another shape', request: request(message({ text: { toString: 'x' } })) },
  ],
  proof: {
    read: ({ headers }) => new TextEncoder().encode(headers['x-telegram-bot-api-secret-token']),
    write: (it, bytes) => ({
      ...it,
      headers: { ...it.headers, 'x-telegram-bot-api-secret-token': Buffer.from(bytes).toString('latin1') },
    }),
  },
  withUnknownFields: (it) => {
    const update = JSON.parse(new TextDecoder().decode(it.body)) as { message?: object };
    const known = update.message ? { message: { ...update.message, has_aura: true } } : {};
    return request({ ...update, ...known, business_mood: 'calm' });
  },
  textOf: (part) => part.text,
});

const decoded = (update: unknown) => telegramAdapter.decode(request(update));

describe('what people write to a bot', () => {
  test.each<[string, object, string]>([
    ['plain words', { text: 'Hello' }, 'Hello'],
    [
      'formatted words, whose links say where they lead',
      {
        text: '😢 see here or https://a.example',
        entities: [
          { type: 'bold', offset: 0, length: 2 },
          { type: 'text_link', offset: 7, length: 4, url: 'https://evil.example/?a=1' },
          { type: 'url', offset: 15, length: 17 },
        ],
      },
      '😢 see here (https://evil.example/?a=1) or https://a.example',
    ],
    [
      'an answer to a message',
      { text: 'this one', reply_to_message: { text: '\nBTC?\nETH?' } },
      '> BTC?\nthis one',
    ],
    [
      'an answer to a part of a message',
      { text: 'this', reply_to_message: { text: 'a\nb' }, quote: { text: 'b' } },
      '> b\nthis',
    ],
    ['an answer to a picture without words', { text: 'this', reply_to_message: photo }, 'this'],
    ['a sticker', { sticker: { file_id: 'x', emoji: '👍' } }, '👍'],
    ['a die', { dice: { emoji: '🎲', value: 5 } }, '🎲 5'],
    ['a contact', { contact: { phone_number: '+84 90', first_name: 'An' } }, '👤 An, +84 90'],
    ['a place', { location: { latitude: 10.5, longitude: 106.123456 } }, '📍 10.50000, 106.12346'],
    [
      'a place with a name',
      {
        location: { latitude: 1, longitude: 2 },
        venue: { location: { latitude: 1, longitude: 2 }, title: 'Bank', address: 'Street 1' },
      },
      '📍 Bank, Street 1 (1.00000, 2.00000)',
    ],
    ['a poll', { poll: { question: 'Up?' } }, '📊 Up?'],
    ['a command that is not ours', { text: '/start now, please' }, '/start now, please'],
  ])('%s', (_, content, text) => {
    expect(decoded(message(content))).toMatchObject([{ text, attachments: [] }]);
  });

  test.each<[string, object, object[]]>([
    ['a picture, the largest', photo, [{ externalId: 'large', name: null, type: 'image/jpeg' }]],
    [
      'a document',
      { document: { file_id: 'd', file_name: 'a.pdf', mime_type: 'application/pdf' } },
      [{ externalId: 'd', name: 'a.pdf', type: 'application/pdf' }],
    ],
    [
      'an animation, once',
      { animation: { file_id: 'a', mime_type: 'video/mp4' }, document: { file_id: 'a' } },
      [{ externalId: 'a', name: null, type: 'video/mp4' }],
    ],
    [
      'a voice',
      { voice: { file_id: 'v', mime_type: 'audio/ogg' } },
      [{ externalId: 'v', name: null, type: 'audio/ogg' }],
    ],
    ['a video', { video: { file_id: 'w' } }, [{ externalId: 'w', name: null, type: null }]],
    ['a round video', { video_note: { file_id: 'n' } }, [{ externalId: 'n', name: null, type: null }]],
  ])('%s', (_, content, attachments) => {
    expect(decoded(message(content))).toMatchObject([{ text: '', attachments }]);
  });

  test('bears who wrote it, when, and in which language they use Telegram', () => {
    expect(decoded(message({ text: 'a' }))).toMatchObject([
      {
        externalId: '77:12',
        sender: { address: '77', name: 'Minh Trần', language: 'vi' },
        writtenAt: new Date('2026-09-21T14:13:20Z'),
      },
    ]);
  });

  test.each([
    ['its text', tapped('answer:1', keyboard), 'Chưa nạp'],
    ['its data where the keyboard is not told', tapped('answer:1'), 'answer:1'],
  ])('a tapped button is %s', (_, update, text) => {
    expect(decoded(update)).toMatchObject([{ externalId: 'tap:330712345678', text }]);
  });

  test.each<[string, object]>([
    ['a change in a group', edited({ text: 'a', chat: group })],
    ['a change of what a bot wrote', edited({ text: 'a', from: { ...from, is_bot: true } })],
    ['a step of a place that is shown live', edited({ location: { latitude: 1, longitude: 2 } })],
    ['a group', message({ text: 'a', chat: group })],
    ['another bot', message({ text: 'a', from: { ...from, is_bot: true } })],
    [
      'a button in a group',
      {
        ...tapped('x'),
        callback_query: { ...tapped('x').callback_query, message: { message_id: 1, chat: group } },
      },
    ],
    ['the beginning of every chat', message({ text: '/start' })],
    ['the same by a link', message({ text: '/start abc-1' })],
    ['a line of the chat itself', message({ pinned_message: {} })],
  ])('%s is no message', (_, update) => {
    expect(decoded(update)).toEqual([]);
  });
});

describe('what people change', () => {
  test.each<[string, object, object]>([
    ['a text', { text: '0.05 BTC' }, { text: '0.05 BTC', attachments: [] }],
    [
      'what is written below a picture, which comes along',
      { ...photo, caption: 'the right one' },
      { text: 'the right one', attachments: [{ externalId: 'large', name: null, type: 'image/jpeg' }] },
    ],
    [
      'an answer to a message',
      { text: 'this one', reply_to_message: { text: 'BTC?' } },
      { text: '> BTC?\nthis one', attachments: [] },
    ],
  ])('is %s', (_, content, wanted) => {
    expect(decoded(edited(content))).toMatchObject([
      {
        externalId: 'edit:77:12:810000003',
        changes: '77:12',
        sender: { address: '77', name: 'Minh Trần', language: 'vi' },
        writtenAt: new Date('2026-09-21T14:14:20Z'),
        ...wanted,
      },
    ]);
  });

  test('is told apart twice within a second, and is the same when it comes again', () => {
    const ids = [edited({ text: 'a' }, 5), edited({ text: 'b' }, 6), edited({ text: 'a' }, 5)].map(
      (it) => decoded(it)[0]?.externalId,
    );
    expect(ids).toEqual(['edit:77:12:5', 'edit:77:12:6', 'edit:77:12:5']);
  });

  test('is not answered by the bot itself', () => {
    expect(telegramAdapter.respond?.(request(edited({ text: '/start' })))).toBeNull();
  });
});

describe('what the bot says by itself', () => {
  const said = (update: unknown) => telegramAdapter.respond?.(request(update));
  const joined = (status: string) => ({
    update_id: 1,
    my_chat_member: { chat: group, from, date: 1, new_chat_member: { user: us, status } },
  });

  test('a tapped button stops waiting', () => {
    expect(said(tapped('answer:0', keyboard))).toEqual({
      method: 'answerCallbackQuery',
      callback_query_id: '330712345678',
    });
  });

  test('who begins a chat is greeted in their language', () => {
    expect(said(message({ text: '/start' }))).toMatchObject({
      method: 'sendMessage',
      chat_id: 77,
      text: expect.stringMatching(/^Xin chào/),
    });
  });

  test('a group learns once where it answers', () => {
    expect(said(joined('member'))).toMatchObject({
      chat_id: group.id,
      text: expect.stringContaining('https://t.me/help_bot'),
    });
  });

  test.each<[string, object]>([
    ['a message', message({ text: 'a' })],
    ['a message in a group', message({ text: '/start', chat: group })],
    ['being removed from a group', joined('left')],
  ])('nothing to %s', (_, update) => {
    expect(said(update)).toBeNull();
  });
});

describe('what the Bot API answers', () => {
  const answers =
    (status: number, body: object | string): Ask =>
    async () =>
      ({
        status,
        headers: {},
        body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
      }) satisfies Answer;
  const context = (ask: Ask): SendContext => ({
    address: '77',
    threadKey: null,
    credentials: { token: '7:secret' },
    key: 'm:0',
    signal: AbortSignal.timeout(5_000),
    ask,
  });
  const send = (ask: Ask) =>
    telegramAdapter.send?.({ text: 'a', file: null, quickReplies: [] }, context(ask));

  test.each([
    ['401', 401, 'Unauthorized', undefined, { permanent: false, signInRefused: true }],
    ['403', 403, 'Forbidden: bot was blocked by the user', undefined, { permanent: true }],
    ['400', 400, 'Bad Request: chat not found', undefined, { permanent: true }],
    ['429', 429, 'Too Many Requests', { retry_after: 17 }, { permanent: false, retryAfter: 17 }],
    ['500', 500, 'Internal Server Error', undefined, { permanent: false, retryAfter: null }],
  ])('%s', async (_, code, description, parameters, wanted) => {
    const error: unknown = await send(
      answers(code, { ok: false, error_code: code, description, parameters }),
    )?.catch((it: unknown) => it);
    expect(error).toBeInstanceOf(SendError);
    expect(error).toMatchObject({ ...wanted, message: description });
  });

  test('a page of something between is tried again', async () => {
    await expect(send(answers(502, '<html>'))).rejects.toMatchObject({ permanent: false });
  });

  test('the id of what was sent', async () => {
    await expect(
      send(answers(200, { ok: true, result: { message_id: 91, chat: { id: 77 } } })),
    ).resolves.toEqual({ externalId: '77:91' });
  });

  test('answers to choose from go with the last part, files after the text', () => {
    const file = { id: 'f', name: 'a.png', type: 'image/png', size: 4, read: async () => Uint8Array.of(1) };
    const parts = telegramAdapter.encode?.({
      id: 'm',
      text: 'a'.repeat(4_097),
      files: [file],
      quickReplies: ['Yes', 'No'],
    });
    expect(parts?.map((it) => [it.text.length, it.file?.id, it.quickReplies])).toEqual([
      [4_096, undefined, []],
      [1, undefined, []],
      [0, 'f', ['Yes', 'No']],
    ]);
  });
});
