import { endpoints } from '@fairlead/contract';
import { createTelegramWorld, registerTelegram, type TelegramWorld } from '@fairlead/playground';
import { type FastifyInstance, fastify } from 'fastify';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { afterFile } from '../../../testing/after-file.ts';
import { openSocialDesk, type SocialDesk } from '../../../testing/social-desk.ts';
import type { TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';

const { channels, conversations } = endpoints;
let server: TestServer;
let admin: TestAgent;
let mei: TestAgent;
let world: TelegramWorld;
let telegram: FastifyInstance;
let apiUrl: string;
let inbox: SocialDesk['inbox'];
let connect: SocialDesk['connect'];

vi.setConfig({ testTimeout: 40_000 });
/** As long as a busy machine needs; nobody waits so long otherwise. */
const soon = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 20_000, interval: 50 });

beforeAll(async () => {
  ({ server, admin, mei, inbox, connect } = await openSocialDesk('telegram'));
  world = createTelegramWorld(() => server.clock.now());
  telegram = fastify();
  registerTelegram(telegram, world);
  afterFile(() => telegram.close());
  apiUrl = await telegram.listen({ host: '127.0.0.1', port: 0 });
});

let lastPerson = 1000;
function person(language = 'en') {
  const id = ++lastPerson;
  world.addPerson({ id, firstName: `Person ${id}`, lastName: null, language });
  return id;
}
const phone = (id: number, what: string, payload: object) =>
  telegram.inject({ method: 'POST', url: `/phone/${id}/${what}`, payload });
const heard = async (id: number) => {
  const { items } = await mei.call(conversations.list, { query: { channel: 'telegram', view: 'all' } });
  return items.find((it) => it.customer.name === `Person ${id}`);
};
const conversationOf = (id: number) =>
  soon(async () => {
    const found = await heard(id);
    if (!found) throw new Error('nothing came');
    return found;
  });
const textsOf = async (conversationId: string) =>
  (await mei.call(conversations.messages, { params: { id: conversationId } })).items
    .filter((it) => it.kind === 'text')
    .map((it) => [it.author.type, it.text]);
let lastKey = 0;
async function answer(conversationId: string, text: string, extra: object = {}) {
  const { message } = await mei.call(conversations.post, {
    params: { id: conversationId },
    body: {
      key: `answer-number-${++lastKey}`,
      kind: 'text',
      text,
      attachmentIds: [],
      seenSeq: 999,
      ...extra,
    },
  });
  await server.platform.relay.drain();
  return message.id;
}
const deliveryOf = async (conversationId: string, messageId: string) =>
  (await mei.call(conversations.messages, { params: { id: conversationId } })).items.find(
    (it) => it.id === messageId,
  )?.delivery;

describe('setting up', () => {
  test('a wrong token is told plainly and nothing is kept', async () => {
    expect(await connect({ token: '7:wrong', apiUrl })).toMatchObject({
      social: null,
      trouble: { code: 'channels.platform_sign_in_refused', words: 'Unauthorized' },
    });
    const { social } = await admin.call(channels.readSocialInbox, { params: { id: inbox.id } });
    expect(social).toBeNull();
  });

  test('an address that may not be asked is refused', async () => {
    expect(await connect({ token: world.token, apiUrl: 'http://169.254.169.254' })).toMatchObject({
      trouble: { code: 'channels.platform_refused' },
    });
  });

  test('the right one says who the bot is, and Telegram knows our address', async () => {
    const { social, trouble } = await connect({ token: world.token, apiUrl });
    expect(trouble).toBeNull();
    expect(social).toMatchObject({
      account: { name: 'HTX Support', handle: '@htx_demo_support_bot' },
      chatLink: 'https://t.me/htx_demo_support_bot',
      makesChatLink: false,
      credentials: { token: null, apiUrl },
      lastError: null,
    });
    expect(world.webhook?.url).toBe(social?.webhookUrl);
    expect(JSON.stringify(social)).not.toContain(world.token);
    // A test's port is known only once it listens.
    if (world.webhook) world.webhook.url = server.url + new URL(world.webhook.url).pathname;
  });

  test('a kept token goes to no other server: whoever names one gives it anew', async () => {
    await expect(connect({ apiUrl: 'https://bots.example.com' })).rejects.toThrow('request.invalid');
    await expect(connect({ apiUrl: null })).rejects.toThrow('request.invalid');
    expect((await connect({ apiUrl })).trouble).toBeNull();
    if (world.webhook) world.webhook.url = server.url + new URL(world.webhook.url).pathname;
  });

  test('needs the right to manage, and an inbox with a platform', async () => {
    const params = { id: inbox.id };
    await expect(mei.call(channels.readSocialInbox, { params })).rejects.toThrow('access.forbidden');
    await expect(connect({ password: 'x' })).rejects.toThrow('request.invalid');
  });
});

describe('the webhook', () => {
  const knock = (key: string, secret: string, body = '{"update_id":1}') =>
    fetch(`${server.url}/api/channels/social/${key}/webhook`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': secret },
      body,
    });

  test.each([
    ['another inbox', () => 'nobody', () => 'x', 404],
    ['a wrong secret', () => inbox.key, () => 'wrong', 401],
    ['no secret', () => inbox.key, () => '', 401],
    ['the right one', () => inbox.key, () => world.webhook?.secret ?? '', 200],
  ])('%s', async (_, key, secret, status) => {
    expect((await knock(key(), secret())).status).toBe(status);
  });

  test('takes no bodies larger than updates are', async () => {
    const large = await knock(inbox.key, world.webhook?.secret ?? '', 'x'.repeat(1024 * 1024 + 1));
    expect(large.status).toBe(413);
  });

  test('answers no question by GET where the platform asks none', async () => {
    expect((await fetch(`${server.url}/api/channels/social/${inbox.key}/webhook`)).status).toBe(404);
  });
});

describe('a conversation', () => {
  test('begins, goes both ways, and nothing is doubled', async () => {
    const id = person('vi');
    world.faults.twice = true;
    await phone(id, 'write', { text: 'Tôi chưa nhận được tiền nạp' });
    const conversation = await conversationOf(id);
    expect(conversation).toMatchObject({ channel: 'telegram', customer: { verified: false, locale: 'vi' } });
    await phone(id, 'write', { text: 'USDT, mạng TRC20' });
    await soon(async () => expect(await textsOf(conversation.id)).toHaveLength(2));
    world.faults.twice = false;

    await answer(conversation.id, 'Bạn gửi mã giao dịch giúp mình nhé', {
      quickReplies: ['Có mã', 'Không có'],
    });
    const sent = await soon(() => {
      const found = world.chat(id).find((it) => it.from === 'bot' && it.text.startsWith('Bạn gửi'));
      if (!found) throw new Error('nothing arrived');
      return found;
    });
    expect(sent.buttons.map((it) => it.text)).toEqual(['Có mã', 'Không có']);
    await phone(id, 'tap', { messageId: sent.id, data: sent.buttons[1]?.data });
    await soon(async () =>
      expect(await textsOf(conversation.id)).toEqual([
        ['customer', 'Tôi chưa nhận được tiền nạp'],
        ['customer', 'USDT, mạng TRC20'],
        ['agent', 'Bạn gửi mã giao dịch giúp mình nhé'],
        ['customer', 'Không có'],
      ]),
    );
  });

  test('loses and doubles nothing of what comes twice and out of order', async () => {
    const id = person();
    await phone(id, 'write', { text: 'It began yesterday' });
    const conversation = await conversationOf(id);
    Object.assign(world.faults, { reorder: true, twice: true });
    for (const text of ['First', 'Second', 'Third', 'Fourth']) await phone(id, 'write', { text });
    await soon(async () => expect(await textsOf(conversation.id)).toHaveLength(5));
    Object.assign(world.faults, { reorder: false, twice: false });
    await phone(id, 'write', { text: 'Now you know all' });
    await soon(async () => expect(await textsOf(conversation.id)).toHaveLength(6));
    const said = (await textsOf(conversation.id)).map(([, text]) => text);
    expect([...said].sort()).toEqual([
      'First',
      'Fourth',
      'It began yesterday',
      'Now you know all',
      'Second',
      'Third',
    ]);
    const lines = (await mei.call(conversations.messages, { params: { id: conversation.id } })).items;
    expect(lines.map((it) => it.seq)).toEqual(lines.map((_, index) => index + 1));
  });

  test('carries pictures, and says which could not be fetched', async () => {
    const id = person();
    const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    await telegram.inject({
      method: 'POST',
      url: `/phone/${id}/file?name=a.png`,
      headers: { 'content-type': 'image/png' },
      payload: png,
    });
    const conversation = await conversationOf(id);
    const items = async () =>
      (await mei.call(conversations.messages, { params: { id: conversation.id } })).items;
    const [first] = await items();
    expect(first?.attachments).toMatchObject([{ type: 'image/png', width: 40, height: 30 }]);

    const large = { name: 'huge.bin', type: 'application/pdf', bytes: new Uint8Array(21 * 1024 * 1024) };
    const file = world.keep(large);
    const body = {
      update_id: world.nextUpdate(),
      message: {
        message_id: 5_000,
        date: 1_790_000_000,
        chat: { id, type: 'private' },
        from: { id, is_bot: false, first_name: 'x' },
        document: { file_id: file.id, file_name: 'huge.bin' },
      },
    };
    const answered = await fetch(world.webhook?.url ?? '', {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': world.webhook?.secret ?? '' },
      body: JSON.stringify(body),
    });
    expect(answered.status).toBe(200);
    await soon(async () =>
      expect((await items()).find((it) => it.system?.key === 'file_not_fetched')?.system?.params).toEqual({
        name: 'huge.bin',
      }),
    );
  });

  test('waits as long as Telegram asks, in order, and each message arrives once', async () => {
    const id = person();
    await phone(id, 'write', { text: 'Hello?' });
    const conversation = await conversationOf(id);
    Object.assign(world.faults, { busy: 1, retryAfter: 1 });
    const first = await answer(conversation.id, 'first');
    const second = await answer(conversation.id, 'second');
    await soon(async () => {
      expect(await deliveryOf(conversation.id, second)).toEqual({ state: 'sent', error: null });
    });
    expect(await deliveryOf(conversation.id, first)).toEqual({ state: 'sent', error: null });
    expect(
      world
        .chat(id)
        .filter((it) => it.from === 'bot')
        .map((it) => it.text)
        .slice(-2),
    ).toEqual(['first', 'second']);
  });

  test('tells in its language who answers and that it is over, and no more than twice between two messages', async () => {
    const id = person('vi');
    const told = () =>
      world
        .chat(id)
        .filter((it) => it.from === 'bot')
        .map((it) => it.text);
    await phone(id, 'write', { text: 'Tôi cần giúp về lệnh rút tiền của tôi' });
    const { id: conversationId } = await conversationOf(id);
    await server.platform.jobs.turn('routing.pass');
    await soon(() => expect(told()).toHaveLength(1));
    expect(told()[0]).toMatch(/^(?:Bạn đang trong hàng chờ|Hiện không có nhân viên)/);
    await mei.call(conversations.take, { params: { id: conversationId } });
    await soon(() => expect(told().slice(1)).toEqual(['Mei đang hỗ trợ bạn.']));
    await answer(conversationId, 'Chào bạn, để mình kiểm tra nhé');
    await soon(() => expect(told().slice(2)).toEqual(['Chào bạn, để mình kiểm tra nhé']));
    const close = () =>
      mei.call(conversations.close, { params: { id: conversationId }, body: { reason: 'solved' } });
    // Taken back and taken again: two lines since the customer wrote are enough, but that it is over they are told.
    await mei.call(conversations.release, { params: { id: conversationId } });
    await mei.call(conversations.take, { params: { id: conversationId } });
    await server.settle();
    expect(told()).toHaveLength(3);
    await close();
    await soon(() => expect(told().slice(3)).toEqual([expect.stringMatching(/^Chúng tôi đã đóng/)]));
    await phone(id, 'write', { text: 'Cảm ơn bạn' });
    await soon(async () => {
      const { state } = await mei.call(conversations.get, { params: { id: conversationId } });
      expect(state).not.toBe('closed');
    });
    await mei.call(conversations.take, { params: { id: conversationId } });
    await close();
    await soon(() =>
      expect(told().filter((it) => it.startsWith('Chúng tôi đã đóng cuộc trò chuyện này'))).toHaveLength(2),
    );
    const { items } = await mei.call(conversations.messages, { params: { id: conversationId } });
    const lines = items.filter((it) => it.system?.key === 'assigned').map((it) => it.delivery?.state);
    expect(lines).toContain('sent');
  });

  test('of who blocked the bot has failed, with Telegram’s words, until it is tried again', async () => {
    const id = person();
    await phone(id, 'write', { text: 'Hello?' });
    const conversation = await conversationOf(id);
    world.faults.blocked = true;
    const message = await answer(conversation.id, 'Are you there?');
    await soon(async () =>
      expect(await deliveryOf(conversation.id, message)).toEqual({
        state: 'failed',
        error: 'Forbidden: bot was blocked by the user',
      }),
    );
    world.faults.blocked = false;
    await mei.call(conversations.retry, { params: { id: conversation.id, messageId: message } });
    await soon(async () =>
      expect(await deliveryOf(conversation.id, message)).toEqual({ state: 'sent', error: null }),
    );
  });

  test('does not begin in an inbox that is switched off; one that is open goes on', async () => {
    const [stranger, id] = [person(), person()];
    await phone(id, 'write', { text: 'First' });
    const conversation = await conversationOf(id);
    const enable = (enabled: boolean) =>
      admin.call(channels.updateInbox, { params: { id: inbox.id }, body: { enabled } });
    await enable(false);
    await phone(stranger, 'write', { text: 'Is anybody there?' });
    await phone(id, 'write', { text: 'Second' });
    await soon(async () => expect(await textsOf(conversation.id)).toHaveLength(2));
    await soon(async () => {
      const { rows } = await server.platform.database.raw(
        `select 1 from inbound_payloads where state <> 'ingested'`,
        [],
      );
      expect(rows).toEqual([]);
    });
    expect(await heard(stranger)).toBeUndefined();
    await enable(true);
  });

  test('a token that was revoked shows at the inbox', async () => {
    world.faults.revoked = true;
    const params = { id: inbox.id };
    const checked = await admin.call(channels.checkSocialInbox, { params });
    expect(checked.social?.lastError).toEqual({
      code: 'channels.platform_sign_in_refused',
      words: 'Unauthorized',
    });
    world.faults.revoked = false;
    expect((await admin.call(channels.checkSocialInbox, { params })).social?.lastError).toBeNull();
  });
});

describe('what a customer changes', () => {
  const threadOf = async (id: string) => (await mei.call(conversations.messages, { params: { id } })).items;
  /** Without what the queue says of itself. */
  const told = (thread: Awaited<ReturnType<typeof threadOf>>) =>
    thread.filter(({ system }) => system === null || system.key === 'message_changed');
  const change = (id: number, messageId: number | undefined, text: string) =>
    phone(id, 'edit', { messageId, text });
  const ownOf = (id: number) => world.chat(id).filter((it) => it.from === 'person');
  const push = async (update: object) => {
    const { status } = await fetch(world.webhook?.url ?? '', {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': world.webhook?.secret ?? '' },
      body: JSON.stringify({ update_id: world.nextUpdate(), ...update }),
    });
    expect(status).toBe(200);
  };

  test('is a message of its own, once, with a line for agents that says what it said', async () => {
    const id = person();
    await phone(id, 'write', { text: 'I sent 0.5 BTC' });
    const conversation = await conversationOf(id);
    const [first] = ownOf(id);
    world.faults.twice = true;
    await change(id, first?.id, 'I sent 0.05 BTC');
    await soon(async () => expect(await textsOf(conversation.id)).toHaveLength(2));
    world.faults.twice = false;
    // Telegram tells of a reaction in the same form.
    await change(id, first?.id, 'I sent 0.05 BTC');
    await change(id, first?.id, 'I sent 0.05 BTC by ERC20');
    await phone(id, 'write', { text: 'Thank you' });
    await soon(async () =>
      expect((await textsOf(conversation.id)).map(([, text]) => text).toSorted()).toEqual([
        'I sent 0.05 BTC',
        'I sent 0.05 BTC by ERC20',
        'I sent 0.5 BTC',
        'Thank you',
      ]),
    );
    const thread = await threadOf(conversation.id);
    const lines = thread.filter((it) => it.system?.key === 'message_changed');
    expect(lines.map((it) => it.system?.params)).toEqual([
      { before: 'I sent 0.5 BTC' },
      { before: 'I sent 0.05 BTC' },
    ]);
    expect(lines.map((it) => it.publicSeq)).toEqual([null, null]);
    expect(
      told(thread)
        .slice(0, 3)
        .map((it) => it.text || it.system?.key),
    ).toEqual(['I sent 0.5 BTC', 'I sent 0.05 BTC', 'message_changed']);
    expect(thread.map((it) => it.seq)).toEqual(thread.map((_, index) => index + 1));
  });

  test('stands alone where it comes before what it changes; what was written earlier says nothing any more', async () => {
    const id = person();
    const sent = (text: string) => ({
      message_id: 9_000,
      date: 1_790_000_000,
      chat: { id, type: 'private' },
      from: { id, is_bot: false, first_name: `Person ${id}` },
      text,
    });
    await push({ edited_message: { ...sent('0.05 BTC'), edit_date: 1_790_000_060 } });
    const conversation = await conversationOf(id);
    await push({ message: sent('0.5 BTC') });
    await push({ edited_message: { ...sent('0.005 BTC'), edit_date: 1_790_000_030 } });
    await push({ message: { ...sent('That is all'), message_id: 9_001 } });
    await soon(async () =>
      expect(await textsOf(conversation.id)).toEqual([
        ['customer', '0.05 BTC'],
        ['customer', 'That is all'],
      ]),
    );
    const thread = await threadOf(conversation.id);
    expect(thread.filter((it) => it.system?.key === 'message_changed')).toEqual([]);
    const { rows } = await server.platform.database.raw(
      `select count(*)::int as count from social_messages where conversation_id = $1`,
      [conversation.id],
    );
    expect(rows).toEqual([{ count: 4 }]);
  });

  test('below a picture brings no second one', async () => {
    const id = person();
    const png = await sharp({ create: { width: 50, height: 30, channels: 3, background: 'blue' } })
      .png()
      .toBuffer();
    await telegram.inject({
      method: 'POST',
      url: `/phone/${id}/file?name=receipt.png`,
      headers: { 'content-type': 'image/png' },
      payload: png,
    });
    const conversation = await conversationOf(id);
    await change(id, ownOf(id)[0]?.id, 'My receipt');
    await soon(async () =>
      expect(
        told(await threadOf(conversation.id)).map((it) => [
          it.text || (it.system?.key ?? ''),
          it.attachments.length,
          it.system?.params ?? null,
        ]),
      ).toEqual([
        ['', 1, null],
        ['My receipt', 0, null],
        ['message_changed', 0, { before: 'receipt.png' }],
      ]),
    );
    const stored = await Array.fromAsync(server.platform.files.list('attachments/'));
    const { rows } = await server.platform.database.raw(`select id from attachments`, []);
    const known = new Set((rows as Array<{ id: string }>).map((it) => it.id));
    expect(stored.filter((key) => !known.has(key.split('/')[1] ?? ''))).toEqual([]);
  });

  test('keeps no secret either, and the same one told again is no change', async () => {
    const id = person();
    const words = `${'abandon '.repeat(11)}about`;
    await phone(id, 'write', { text: 'My words are lost' });
    const conversation = await conversationOf(id);
    const [first] = ownOf(id);
    await change(id, first?.id, `My words are ${words}`);
    await soon(async () => expect(await textsOf(conversation.id)).not.toHaveLength(1));
    await change(id, first?.id, `My words are ${words}`);
    await phone(id, 'write', { text: 'Help' });
    await soon(async () => expect((await textsOf(conversation.id)).at(-1)?.[1]).toBe('Help'));
    await change(id, first?.id, 'My words are safe');
    await soon(async () => {
      const thread = await threadOf(conversation.id);
      expect(JSON.stringify(thread)).not.toContain('abandon');
      expect(
        thread.filter((it) => it.system?.key === 'message_changed').map((it) => it.system?.params),
      ).toEqual([{ before: 'My words are lost' }, { before: 'My words are …' }]);
    });
  });
});
