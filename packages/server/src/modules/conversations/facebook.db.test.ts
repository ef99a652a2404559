import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Conversation, endpoints } from '@fairlead/contract';
import { type FacebookApp, registerFacebook } from '@fairlead/playground';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPlatform, openSocialDesk, type SocialDesk } from '../../testing/social-desk.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';

const { channels, conversations } = endpoints;
/** As the simulated Facebook has them. */
const [cinderella, minh] = ['24764291359856', '24764291359857'];
const app: FacebookApp = {
  appSecret: 'secret-of-the-app',
  pageToken: 'token-of-the-page',
  verifyToken: '',
  webhookUrl: null,
};
const credentials = { pageToken: app.pageToken, appSecret: app.appSecret };
let server: TestServer;
let mei: TestAgent;
let admin: TestAgent;
let facebook: string;
let inboxId: string;
let team: string;
let connect: SocialDesk['connect'];

beforeAll(async () => {
  facebook = await openPlatform('/playground/facebook', (scope) =>
    registerFacebook(scope, { app, now: () => new Date() }),
  );
  const desk = await openSocialDesk('facebook');
  ({ server, team, mei, admin, connect } = desk);
  inboxId = desk.inbox.id;
  const social = await connect({ ...credentials, graphUrl: `${facebook}/graph` });
  const entered = await post('webhook', {
    // Behind the address that others are told is this very process.
    url: social.social?.webhookUrl.replace(/^https?:\/\/[^/]+/, server.url),
    verifyToken: social.social?.verifyToken,
  });
  if (entered.success !== true) throw new Error('the webhook was not verified');
});

beforeEach(() => post('api/faults', { refuse: null, times: 0, aheadHours: 0, twice: false, holding: 0 }));

async function post(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${facebook}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

interface Phone {
  lines: Array<{
    fromPage: boolean;
    text: string;
    quickReplies: string[];
    late: boolean;
    file: object | null;
  }>;
  comments: Array<{ id: string; parentId: string | null; author: object | null; text: string }>;
}
const phoneOf = async (person: string): Promise<Phone> =>
  (await fetch(`${facebook}/api/state?person=${person}`)).json() as Promise<Phone>;

/** Facebook tells that somebody changed a comment of theirs, twice. */
async function changeComment(id: string, message: string): Promise<void> {
  const author = { id: cinderella, name: 'Cinderella Hoover' };
  const value = { from: author, item: 'comment', verb: 'edited', comment_id: id, message };
  for (const time of [1_790_000_000, 1_790_000_009]) {
    const body = JSON.stringify({
      object: 'page',
      entry: [{ id: 'page', time, changes: [{ field: 'feed', value }] }],
    });
    const signature = createHmac('sha256', app.appSecret).update(body).digest('hex');
    const { status } = await fetch(app.webhookUrl ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
      body,
    });
    expect(status).toBe(200);
  }
}

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
    for (const item of items) {
      const messages = await textsOf(item.id);
      if (messages.includes(text)) return item;
    }
    return undefined;
  });

async function textsOf(id: string): Promise<string[]> {
  const { items } = await mei.call(conversations.messages, { params: { id } });
  return items.filter((it) => it.kind === 'text').map((it) => it.text);
}

let key = 0;
async function reply(
  id: string,
  text: string,
  more: { quickReplies?: string[]; attachmentIds?: string[] } = {},
) {
  const conversation = await mei.call(conversations.get, { params: { id } });
  if (conversation.state !== 'assigned') await mei.call(conversations.take, { params: { id } });
  const { message } = await mei.call(conversations.post, {
    params: { id },
    body: { key: `reply-on-facebook-${key++}`, kind: 'text', text, attachmentIds: [], seenSeq: 999, ...more },
  });
  return message.id;
}

const deliveryOf = (id: string, messageId: string) =>
  eventually(async () => {
    const { items } = await mei.call(conversations.messages, { params: { id } });
    const delivery = items.find((it) => it.id === messageId)?.delivery;
    return delivery && delivery.state !== 'queued' ? delivery : undefined;
  });

describe('Messenger', () => {
  test('comes in with the name that Facebook tells, and is answered with buttons', async () => {
    await post('api/messages', { person: cinderella, text: 'My deposit is missing' });
    const conversation = await conversationWith('My deposit is missing');
    expect(conversation).toMatchObject({ channel: 'facebook', customer: { name: 'Cinderella Hoover' } });
    const messageId = await reply(conversation.id, 'Which network?', { quickReplies: ['Tron', 'Ethereum'] });
    expect(await deliveryOf(conversation.id, messageId)).toEqual({ state: 'sent', error: null });
    expect((await phoneOf(cinderella)).lines.at(-1)).toMatchObject({
      fromPage: true,
      text: 'Which network?',
      quickReplies: ['Tron', 'Ethereum'],
      late: false,
    });
    await post('api/messages', { person: cinderella, text: 'Tron' });
    expect((await conversationWith('Tron')).id).toBe(conversation.id);
  });

  test('that comes twice is one message', async () => {
    await post('api/faults', { twice: true });
    await post('api/messages', { person: minh, text: 'Only once' });
    const { id } = await conversationWith('Only once');
    await post('api/messages', { person: minh, text: 'And then' });
    await conversationWith('And then');
    expect(await textsOf(id)).toEqual(['Only once', 'And then']);
  });

  test('brings pictures', async () => {
    const data =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await post('api/messages', {
      person: minh,
      text: 'See',
      picture: { name: 'a.png', type: 'image/png', data },
    });
    const { id } = await conversationWith('See');
    const { items } = await mei.call(conversations.messages, { params: { id } });
    expect(items.find((it) => it.text === 'See')?.attachments).toMatchObject([{ type: 'image/png' }]);
  });

  test('is answered late by people, and no longer than a week', async () => {
    await post('api/messages', { person: cinderella, text: 'Any news?' });
    const { id } = await conversationWith('Any news?');
    await post('api/faults', { aheadHours: 25 });
    const late = await reply(id, 'Yes, it is credited.');
    expect(await deliveryOf(id, late)).toEqual({ state: 'sent', error: null });
    expect((await phoneOf(cinderella)).lines.at(-1)).toMatchObject({ late: true });
    await post('api/faults', { aheadHours: 169 });
    const tooLate = await reply(id, 'Are you there?');
    expect(await deliveryOf(id, tooLate)).toEqual({
      state: 'failed',
      error: '(#10) This message is sent outside of allowed window.',
    });
  });

  test('says until when it may be answered', async () => {
    await post('api/messages', { person: minh, text: 'A clock, please' });
    const { id } = await conversationWith('A clock, please');
    const { place } = await mei.call(conversations.platformPlace, { params: { id } });
    const since = Date.parse(place?.writtenAt ?? '');
    expect(place).toMatchObject({ isPublic: false, invitation: null });
    expect(Date.parse(place?.answerUntil ?? '') - since).toBe(24 * 3_600_000);
    expect(Date.parse(place?.lateUntil ?? '') - since).toBe(7 * 24 * 3_600_000);
  });
});

describe('comments', () => {
  test('are conversations of their own, answered in public', async () => {
    const written = await post('api/comments', {
      person: cinderella,
      text: 'Мой вывод задерживается, помогите',
    });
    const conversation = await conversationWith('Мой вывод задерживается, помогите');
    const { place } = await mei.call(conversations.platformPlace, { params: { id: conversation.id } });
    expect(place).toMatchObject({
      isPublic: true,
      invitation: expect.stringContaining('https://m.me/htx.demo'),
      answerUntil: null,
    });
    expect(place?.invitation).toContain('Напишите нам');
    const messageId = await reply(conversation.id, 'Пишите нам в Messenger');
    expect(await deliveryOf(conversation.id, messageId)).toEqual({ state: 'sent', error: null });
    expect((await phoneOf(cinderella)).comments.at(-1)).toMatchObject({
      parentId: written.id,
      author: null,
      text: 'Пишите нам в Messenger',
    });
    // What the page itself writes comes back as a change of the feed, and is no message of a customer.
    await post('api/comments', { person: cinderella, text: 'Спасибо', parentId: written.id });
    expect((await conversationWith('Спасибо')).id).toBe(conversation.id);
    expect(await textsOf(conversation.id)).toEqual([
      'Мой вывод задерживается, помогите',
      'Пишите нам в Messenger',
      'Спасибо',
    ]);
  });

  test('go on in private with whoever wrote, as the same conversation, and back', async () => {
    await post('api/messages', { person: cinderella, text: 'An older matter in Messenger' });
    const older = await conversationWith('An older matter in Messenger');
    const parent = await post('api/comments', { person: minh, text: 'Does anybody answer here?' });
    await post('api/comments', { person: cinderella, text: 'My UID is 4711, help!', parentId: parent.id });
    const { id } = await conversationWith('My UID is 4711, help!');
    const goPrivate = (wish: boolean) =>
      mei.call(conversations.goPrivate, { params: { id }, body: { private: wish } });
    expect((await mei.call(conversations.platformPlace, { params: { id } })).place).toMatchObject({
      isPublic: true,
      privately: 'possible',
    });
    expect((await goPrivate(true)).place).toMatchObject({ isPublic: false, privately: 'begun' });
    await goPrivate(true);

    const first = await reply(id, 'Please tell us here what happened');
    expect(await deliveryOf(id, first)).toEqual({ state: 'sent', error: null });
    // It went to who wrote the reply, not to who wrote the comment above it, and everybody else sees nothing.
    expect((await phoneOf(cinderella)).lines.at(-1)).toMatchObject({
      text: 'Please tell us here what happened',
    });
    expect((await phoneOf(minh)).lines.map((it) => it.text)).not.toContain(
      'Please tell us here what happened',
    );
    expect((await phoneOf(minh)).comments.map((it) => it.text)).not.toContain(
      'Please tell us here what happened',
    );
    await post('api/messages', { person: cinderella, text: 'My deposit is missing since yesterday' });
    expect((await conversationWith('My deposit is missing since yesterday')).id).toBe(id);
    expect(await textsOf(older.id)).toEqual(
      expect.not.arrayContaining(['My deposit is missing since yesterday']),
    );
    const second = await reply(id, 'We look into it');
    expect(await deliveryOf(id, second)).toEqual({ state: 'sent', error: null });

    expect((await goPrivate(false)).place).toMatchObject({ isPublic: true, privately: 'possible' });
    const third = await reply(id, 'Solved in private');
    expect(await deliveryOf(id, third)).toEqual({ state: 'sent', error: null });
    expect((await phoneOf(minh)).comments.at(-1)).toMatchObject({ text: 'Solved in private', author: null });
    const lines = (await mei.call(conversations.messages, { params: { id } })).items.map(
      (it) => it.system?.key,
    );
    expect(lines.filter((it) => it === 'went_private' || it === 'went_public')).toEqual([
      'went_private',
      'went_public',
    ]);
  });

  test('that went on in private and came back take nothing from a chat that was untied since', async () => {
    await post('api/comments', { person: minh, text: 'Is anybody there for my case?' });
    const { id } = await conversationWith('Is anybody there for my case?');
    const goPrivate = (wish: boolean) =>
      mei.call(conversations.goPrivate, { params: { id }, body: { private: wish } });
    await goPrivate(true);
    const first = await reply(id, 'Yes, tell me here');
    expect(await deliveryOf(id, first)).toEqual({ state: 'sent', error: null });
    await goPrivate(false);

    const chat = await server.world.inbox({ team });
    const identity = await server.world.identity(chat.secret, { sub: '88000001' });
    const customer = await server.world.customer(chat.key, { identity });
    const at = { params: { id: inboxId } };
    const { code } = await customer.call(endpoints.bindings.beginBinding, at);
    const told = (words: string) =>
      eventually(async () => (await phoneOf(minh)).lines.at(-1)?.text.includes(words) || undefined);
    await post('api/messages', { person: minh, text: code });
    await told('wants to connect this chat');
    await post('api/messages', { person: minh, text: 'Connect' });
    await told('Connected.');
    await customer.call(endpoints.bindings.endBinding, at);

    await post('api/messages', { person: minh, text: 'I am somebody else by now' });
    const later = await conversationWith('I am somebody else by now');
    expect(later.id).not.toBe(id);
    expect(later.customer.id).not.toBe(customer.id);
    await expect(goPrivate(true)).resolves.toBeDefined();
    expect(await textsOf(id)).not.toContain('I am somebody else by now');
    await post('api/comments', { person: minh, text: 'And below a post I am nobody either' });
    const below = await conversationWith('And below a post I am nobody either');
    expect(below.customer.id).not.toBe(customer.id);
  });

  test('that tell too much are hidden from others on the platform, and agents are told', async () => {
    const linesOf = async (id: string) =>
      (await mei.call(conversations.messages, { params: { id } })).items.flatMap((it) => it.system ?? []);
    const hidden = (id: string) =>
      eventually(async () => (await linesOf(id)).find((it) => it.key === 'personal_data_hidden'));
    await post('api/comments', { person: cinderella, text: 'My account is 40218831, call +84 912 345 678' });
    const { id } = await conversationWith('My account is 40218831, call +84 912 345 678');
    await hidden(id);
    const seen = async (person: string) => (await phoneOf(person)).comments.map((it) => it.text);
    expect(await seen(minh)).not.toContain('My account is 40218831, call +84 912 345 678');
    expect(await seen(cinderella)).toContain('My account is 40218831, call +84 912 345 678');

    // A secret stands nowhere here, and still did there.
    const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    await post('api/comments', { person: minh, text: `It asks for ${phrase}` });
    const told = await eventually(async () => {
      const { items } = await mei.call(conversations.list, { query: { view: 'all' } });
      const lines = await Promise.all(items.map((it) => linesOf(it.id)));
      return (
        lines.filter((it) => it.some((line) => line.key === 'personal_data_hidden')).length > 1 || undefined
      );
    });
    expect(told).toBe(true);
    expect((await seen(cinderella)).join()).not.toContain('sausage');
    // Where everybody reads along its writer is warned in few words, without the steps.
    const leaked = await conversationWith('It asks for [[removed:seed_phrase]]');
    const warned = await eventually(async () => (await textsOf(leaked.id)).find((it) => !it.includes('[[')));
    expect(warned).not.toMatch(/^1\. /m);

    await post('api/faults', { refuse: 'unknown_object', times: 99 });
    await post('api/comments', { person: cinderella, text: 'and my mail is c.hoover@example.com' });
    const other = await conversationWith('and my mail is c.hoover@example.com');
    const refused = await eventually(async () =>
      (await linesOf(other.id)).find((it) => it.key === 'personal_data_public'),
    );
    expect(refused.params).toMatchObject({ reason: expect.stringContaining('does not exist') });
  });

  test('that are changed are heard as they stand, in their thread, and hidden where they tell too much', async () => {
    await post('api/comments', { person: cinderella, text: 'Where are my 0.5 BTC?' });
    const { id } = await conversationWith('Where are my 0.5 BTC?');
    const comment = (await phoneOf(cinderella)).comments.find((it) => it.text === 'Where are my 0.5 BTC?');
    const edited = 'Where are the 0.05 BTC of c.hoover@example.com?';
    await changeComment(comment?.id ?? '', edited);
    await eventually(async () => ((await textsOf(id)).includes(edited) ? true : undefined));
    const lines = async () =>
      (await mei.call(conversations.messages, { params: { id } })).items.flatMap((it) => it.system ?? []);
    await eventually(async () => (await lines()).find((it) => it.key === 'personal_data_hidden'));
    await server.settle();
    expect((await lines()).filter((it) => it.key === 'message_changed').map((it) => it.params)).toEqual([
      { before: 'Where are my 0.5 BTC?' },
    ]);
    expect((await phoneOf(minh)).comments.map((it) => it.id)).not.toContain(comment?.id);
  });

  test('whose private reply is refused are answered with a link, whose chat a code proves that nobody else sees', async () => {
    const { privateLinks } = endpoints;
    const chat = await server.world.inbox({ team });
    await admin.call(privateLinks.saveSettings, {
      params: { id: inboxId },
      body: { chatInboxId: chat.id, use: 'when_needed' },
    });
    const comment = await post('api/comments', { person: minh, text: 'Sao chưa có ai trả lời tôi?' });
    const { id } = await conversationWith('Sao chưa có ai trả lời tôi?');
    const offered = async () => (await mei.call(privateLinks.read, { params: { id } })).offered;
    const goPrivate = (wish: boolean) =>
      mei.call(conversations.goPrivate, { params: { id }, body: { private: wish } });
    expect(await offered()).toBe(false);
    await goPrivate(true);
    await post('api/faults', { refuse: 'unknown_object', times: 99 });
    expect((await deliveryOf(id, await reply(id, 'Chào bạn')))?.state).toBe('failed');
    await post('api/faults', { refuse: null, times: 0 });
    await goPrivate(false);
    expect(await offered()).toBe(true);

    const { text } = await mei.call(privateLinks.make, { params: { id } });
    expect(text).toMatch(/^Mời bạn tiếp tục trong cuộc trò chuyện riêng: /);
    await deliveryOf(id, await reply(id, text));
    const code = /\/s\/([\da-z]+)/.exec(text)?.[1] ?? '';
    const customer = await server.world.customer(chat.key, { locale: 'vi' });
    const begun = { text: 'Tôi là người đã bình luận', locale: 'vi' as const };
    await customer.call(privateLinks.begin, { params: { code }, body: begun });
    const proof = await customer.call(privateLinks.prove, { params: { code } });
    const said = `Chính tôi đã mở cuộc trò chuyện riêng: ${proof.code}`;
    await post('api/comments', { person: minh, text: said, parentId: comment.id });
    await eventually(async () =>
      (await customer.call(privateLinks.own, { params: { code } })).chat?.standing === 'proven'
        ? true
        : undefined,
    );
    const seen = async (person: string) => (await phoneOf(person)).comments.map((it) => it.text);
    await eventually(async () => ((await seen(cinderella)).includes(said) ? undefined : true));
    expect(await seen(minh)).toContain(said);
    // A code that is used up is nothing to tell agents of.
    const { items } = await mei.call(conversations.messages, { params: { id } });
    expect(items.map((it) => it.system?.key)).not.toContain('personal_data_hidden');
  });

  test('are for people, also where the assistant answers in private', async () => {
    const answers = (assistant: boolean) =>
      admin.call(channels.updateInbox, { params: { id: inboxId }, body: { assistant } });
    await answers(true);
    await post('api/comments', { person: minh, text: 'How do I cancel a withdrawal here?' });
    const { id, state } = await conversationWith('How do I cancel a withdrawal here?');
    await server.settle();
    expect(state).not.toBe('bot');
    expect(await textsOf(id)).toEqual(['How do I cancel a withdrawal here?']);
    // Nor are its lines for everybody.
    await mei.call(conversations.take, { params: { id } });
    await mei.call(conversations.close, { params: { id }, body: { reason: 'solved' } });
    await server.settle();
    const { items } = await mei.call(conversations.messages, { params: { id } });
    expect(items.filter((it) => it.delivery !== null)).toEqual([]);
    await answers(false);
  });

  test('go on in private for agents who may see them, where there is a private place', async () => {
    const { id } = await conversationWith('Мой вывод задерживается, помогите');
    const body = { private: true };
    const stranger = await server.world.agent({ teams: [await server.world.team()] });
    await expect(stranger.call(conversations.goPrivate, { params: { id }, body })).rejects.toThrow(
      'conversation.not_found',
    );
    const key = (await server.world.inbox({ team })).key;
    const chat = await server.world.customer(key);
    const { conversation } = await chat.call(endpoints.chat.start, {
      body: { key: 'a-chat-of-our-own', text: 'Hello', topic: null, locale: 'en' },
    });
    await expect(
      mei.call(conversations.goPrivate, { params: { id: conversation.id }, body }),
    ).rejects.toThrow('conversation.no_private_place');
  });
});

describe('the connection', () => {
  test('shows no secret, and which token proves the address', async () => {
    const { social } = await admin.call(channels.readSocialInbox, { params: { id: inboxId } });
    expect(social).toMatchObject({
      account: { name: 'HTX', handle: 'htx.demo' },
      credentials: { pageToken: null, appSecret: null, graphUrl: `${facebook}/graph` },
      verifyToken: app.verifyToken,
      lastError: null,
    });
    expect(JSON.stringify(social)).not.toContain(app.appSecret);
  });

  test('is refused with the words of Facebook, and stays as it was', async () => {
    const { trouble, social } = await connect({ pageToken: 'another' });
    expect(trouble).toEqual({
      code: 'channels.platform_sign_in_refused',
      words: 'Error validating access token: Session has expired.',
    });
    expect(social?.account?.name).toBe('HTX');
  });

  test('takes nothing that is not signed', async () => {
    const response = await fetch(app.webhookUrl ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': 'sha256=00' },
      body: '{"object":"page","entry":[]}',
    });
    expect(response.status).toBe(400);
  });
});
