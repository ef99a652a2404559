import { setTimeout as wait } from 'node:timers/promises';
import { type Conversation, endpoints } from '@fairlead/contract';
import { registerWechat, type WechatAccount } from '@fairlead/playground';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPlatform, openSocialDesk, type SocialDesk } from '../../testing/social-desk.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';

const { bindings, channels, conversations, tickets } = endpoints;
/** As the simulated WeChat has them. */
const [wang, lin, grace] = [
  'oAbCd5Kd5ggOC-bXrbNODIiE3bG1',
  'oAbCd5Kd5ggOC-bXrbNODIiE3bG2',
  'oAbCd5Kd5ggOC-bXrbNODIiE3bG3',
];
const account: WechatAccount = {
  appId: 'wx2c2769f8efd9abc2',
  secret: 'secret-of-the-account',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  token: '',
  webhookUrl: null,
};
let server: TestServer;
let mei: TestAgent;
let admin: TestAgent;
let wechat: string;
let inboxId: string;
let team: string;
let connect: SocialDesk['connect'];
let chat: { key: string; secret: string };

beforeAll(async () => {
  wechat = await openPlatform('/wechat', (scope) =>
    registerWechat(scope, { account, now: () => new Date() }),
  );
  const desk = await openSocialDesk('wechat');
  ({ server, team, mei, admin, connect } = desk);
  inboxId = desk.inbox.id;
  chat = await server.world.inbox({ team });
  const { social, trouble } = await connect({
    appId: account.appId,
    wechatSecret: account.secret,
    encodingAesKey: account.encodingAesKey,
    wechatUrl: wechat,
  });
  if (trouble) throw new Error(trouble.words);
  const entered = await post('address', {
    // Behind the address that others are told is this very process.
    url: social?.webhookUrl.replace(/^https?:\/\/[^/]+/, server.url),
    token: social?.verifyToken,
  });
  if (entered['success'] !== true) throw new Error('the address was not confirmed');
});

beforeEach(() =>
  post('api/faults', { refuse: null, times: 0, aheadHours: 0, noMenus: false, twice: false, holding: 0 }),
);

async function post(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${wechat}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

interface Line {
  fromAccount: boolean;
  text: string;
  choices: Array<{ id: string; content: string }>;
  file: { kind: string } | null;
}
async function phoneOf(person: string | undefined): Promise<Line[]> {
  const state = await (await fetch(`${wechat}/api/state?person=${person}`)).json();
  return (state as { lines: Line[] }).lines;
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
    for (const item of items) if ((await textsOf(item.id)).includes(text)) return item;
    return undefined;
  });

async function textsOf(id: string): Promise<string[]> {
  const { items } = await mei.call(conversations.messages, { params: { id } });
  return items.filter((it) => it.kind === 'text').map((it) => it.text);
}

let key = 0;
async function reply(id: string, text: string, more: { quickReplies?: string[] } = {}) {
  const conversation = await mei.call(conversations.get, { params: { id } });
  if (conversation.state !== 'assigned') await mei.call(conversations.take, { params: { id } });
  const { message } = await mei.call(conversations.post, {
    params: { id },
    body: { key: `reply-on-wechat-${key++}`, kind: 'text', text, attachmentIds: [], seenSeq: 999, ...more },
  });
  return message.id;
}

const deliveryOf = (id: string, messageId: string) =>
  eventually(async () => {
    const { items } = await mei.call(conversations.messages, { params: { id } });
    const delivery = items.find((it) => it.id === messageId)?.delivery;
    return delivery && delivery.state !== 'queued' ? delivery : undefined;
  });

describe('a conversation on WeChat', () => {
  test('comes in encrypted, in Chinese, and is answered with a menu whose choice comes back', async () => {
    await post('api/messages', { person: wang, text: '充值一直没有到账' });
    const conversation = await conversationWith('充值一直没有到账');
    expect(conversation).toMatchObject({ channel: 'wechat', customer: { locale: 'zh-CN', verified: false } });
    const messageId = await reply(conversation.id, '请问是哪个网络？', {
      quickReplies: ['Tron', 'Ethereum'],
    });
    expect(await deliveryOf(conversation.id, messageId)).toEqual({ state: 'sent', error: null });
    const line = (await phoneOf(wang)).at(-1);
    expect(line).toMatchObject({
      fromAccount: true,
      text: '请问是哪个网络？',
      choices: [{ content: 'Tron' }, { content: 'Ethereum' }],
    });
    await post('api/messages', { person: wang, text: 'Tron', menuId: line?.choices[0]?.id });
    expect((await conversationWith('Tron')).id).toBe(conversation.id);
  });

  test('that comes twice, or in another order, is each message once', async () => {
    await post('api/faults', { twice: true, holding: 1 });
    await post('api/messages', { person: lin, text: '第一' });
    await post('api/messages', { person: lin, text: '第二' });
    const { id } = await conversationWith('第一');
    await post('api/faults', { twice: false, holding: 0 });
    await post('api/messages', { person: lin, text: '最后' });
    await conversationWith('最后');
    expect((await textsOf(id)).toSorted()).toEqual(['最后', '第一', '第二'].toSorted());
  });

  test('begins by a click on the account’s menu', async () => {
    await post('api/menu', { person: grace, key: '人工客服' });
    expect(await conversationWith('人工客服')).toMatchObject({ channel: 'wechat' });
  });

  test('brings pictures', async () => {
    const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const picture = { name: 'a.png', type: 'image/png', data: png.toString('base64') };
    await post('api/messages', { person: wang, text: '请看截图' });
    const { id } = await conversationWith('请看截图');
    await post('api/messages', { person: wang, picture });
    const attached = await eventually(async () => {
      const { items } = await mei.call(conversations.messages, { params: { id } });
      return items.flatMap((it) => it.attachments)[0];
    });
    expect(attached).toMatchObject({ type: 'image/png', width: 40, height: 30 });
  });

  test('goes on with a new token when WeChat ends the one in use', async () => {
    await post('api/messages', { person: wang, text: '还在吗' });
    const { id } = await conversationWith('还在吗');
    await post('api/faults', { endTokens: true });
    const messageId = await reply(id, '在的');
    expect(await deliveryOf(id, messageId)).toEqual({ state: 'sent', error: null });
    expect((await phoneOf(wang)).filter((it) => it.text === '在的')).toHaveLength(1);
    const { social } = await admin.call(channels.readSocialInbox, { params: { id: inboxId } });
    expect(social?.lastError).toBeNull();
  });

  test('counts bytes: a long answer comes in several, whole', async () => {
    await post('api/messages', { person: wang, text: '请详细说明' });
    const { id } = await conversationWith('请详细说明');
    const long = '请按以下步骤操作。'.repeat(100);
    const messageId = await reply(id, long);
    expect(await deliveryOf(id, messageId)).toEqual({ state: 'sent', error: null });
    const lines = (await phoneOf(wang)).map((it) => it.text);
    expect(lines.slice(lines.indexOf('请详细说明') + 1).join('')).toBe(long);
  });

  test('begins by a code that WeChat makes to print, which does not end and ties nobody to an account', async () => {
    const params = { id: inboxId };
    const { social } = await admin.call(channels.readSocialInbox, { params });
    expect(social).toMatchObject({ chatLink: null, makesChatLink: true });
    const { link, trouble } = await admin.call(channels.makeChatLink, { params });
    expect([trouble, link]).toEqual([null, expect.stringMatching(/^http:\/\/weixin\.qq\.com\/q\//)]);
    const before = await phoneOf(lin);
    await post('api/scan', { person: lin, url: link });
    await post('api/messages', { person: lin, text: '扫码来的' });
    await conversationWith('扫码来的');
    // What stands on the poster says nothing by itself.
    expect((await phoneOf(lin)).slice(before.length).map((it) => it.text)).toEqual(['扫码来的']);
    await post('api/faults', { refuse: 'unauthorized', times: 1 });
    const refused = await admin.call(channels.makeChatLink, { params });
    expect(refused).toMatchObject({ link: null, trouble: { code: 'channels.platform_refused' } });
  });

  test('is answered with numbered text where the account has no menus', async () => {
    await post('api/faults', { noMenus: true });
    await post('api/messages', { person: lin, text: '有菜单吗' });
    const { id } = await conversationWith('有菜单吗');
    const messageId = await reply(id, '请选择', { quickReplies: ['是', '否'] });
    expect(await deliveryOf(id, messageId)).toEqual({ state: 'sent', error: null });
    expect((await phoneOf(lin)).at(-1)).toMatchObject({ text: '请选择\n\n1. 是\n2. 否', choices: [] });
  });

  test('says until when it may be answered, and fails in WeChat’s words afterwards', async () => {
    await post('api/messages', { person: lin, text: '还剩多久' });
    const { id } = await conversationWith('还剩多久');
    const { place } = await mei.call(conversations.platformPlace, { params: { id } });
    const since = Date.parse(place?.writtenAt ?? '');
    expect(place).toMatchObject({ isPublic: false, invitation: null, lateUntil: null });
    expect(Date.parse(place?.answerUntil ?? '') - since).toBe(48 * 3_600_000);
    await post('api/faults', { aheadHours: 49 });
    const late = await reply(id, '您好');
    expect(await deliveryOf(id, late)).toEqual({
      state: 'failed',
      error: expect.stringMatching(/^response out of time limit .*\(45015\)$/),
    });
  });
});

describe('the connection', () => {
  test('shows no secret and no access token, and which token proves the address', async () => {
    const { social } = await admin.call(channels.readSocialInbox, { params: { id: inboxId } });
    expect(social).toMatchObject({
      account: { name: account.appId },
      credentials: { appId: account.appId, wechatSecret: null, encodingAesKey: null, wechatUrl: wechat },
      verifyToken: account.token,
      lastError: null,
    });
    expect(Object.keys(social?.credentials ?? {})).not.toContain('accessToken');
    expect(account.token).toMatch(/^[A-Za-z0-9]{3,32}$/);
    expect(JSON.stringify(social)).not.toContain(account.secret);
  });

  test('is called as administrators say, who need not give the secrets anew for that', async () => {
    const { social, trouble } = await connect({ accountName: 'HTX 服务号' });
    expect([trouble, social?.account?.name]).toEqual([null, 'HTX 服务号']);
    await expect(connect({ appId: 'wx0000000000000009' })).rejects.toThrow('request.invalid');
  });

  test('is refused with the words of WeChat, and stays as it was', async () => {
    const { trouble } = await connect({ wechatSecret: 'another' });
    expect(trouble).toMatchObject({
      code: 'channels.platform_sign_in_refused',
      words: expect.stringContaining('invalid appsecret'),
    });
    const { social } = await admin.call(channels.checkSocialInbox, { params: { id: inboxId } });
    expect(social?.lastError).toBeNull();
  });

  test('goes on with the same token when it is connected again with the same credentials', async () => {
    const before = await server.platform.database.raw('select granted from social_inboxes', []);
    expect((await connect({})).trouble).toBeNull();
    const after = await server.platform.database.raw('select granted from social_inboxes', []);
    expect(after.rows).toEqual(before.rows);
  });

  test('takes nothing that is not signed, and answers what is with nothing', async () => {
    const response = await fetch(`${account.webhookUrl}?timestamp=1&nonce=2&signature=x&msg_signature=y`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: '<xml><Encrypt><![CDATA[aaaa]]></Encrypt></xml>',
    });
    expect(response.status).toBe(400);
  });
});

describe('a code to scan', () => {
  let lastUid = 79_000_000;
  async function verified() {
    const identity = await server.world.identity(chat.secret, { sub: `${++lastUid}` });
    return server.world.customer(chat.key, { identity });
  }
  const newest = (person: string | undefined) =>
    eventually(async () => (await phoneOf(person)).findLast((it) => it.fromAccount && it.choices.length > 0));

  test.each([
    ['somebody who follows', lin, false],
    ['a stranger, who follows by it', grace, true],
  ])('ties the chat of %s to an account, once it has agreed', async (_, person, stranger) => {
    const customer = await verified();
    const params = { id: inboxId };
    const { scan, link, linkCarriesCode } = await customer.call(bindings.beginBinding, { params });
    expect([link, linkCarriesCode]).toEqual([null, false]);
    expect(scan?.path).toMatch(/^M3 3h1v1h-1z/);
    await post('api/scan', { person, stranger });
    const asked = await newest(person);
    expect(asked.text).toContain(`…${String(lastUid).slice(-4)}`);
    const [yes] = asked.choices;
    await post('api/messages', { person, text: yes?.content, menuId: yes?.id });
    await eventually(async () => {
      const { items } = await customer.call(bindings.listChats);
      return items.find((it) => it.inboxId === inboxId && it.boundAt !== null);
    });
  });

  test('is not there while WeChat makes none: the code is sent by hand', async () => {
    const customer = await verified();
    await post('api/faults', { refuse: 'unauthorized', times: 1 });
    const { scan, code } = await customer.call(bindings.beginBinding, { params: { id: inboxId } });
    expect(scan).toBeNull();
    expect(code).toMatch(/\w/);
  });
});

describe('after 48 hours', () => {
  const answered = {
    kind: 'answered' as const,
    way: 'template' as 'template' | 'subscription',
    templateId: 'Tmpl-answered-7Yq2',
    fields: [
      { name: 'character_string1', source: 'number' as const },
      { name: 'time2', source: 'time' as const },
    ],
  };
  const status = {
    kind: 'status' as const,
    way: 'template' as const,
    templateId: 'Tmpl-status-9Kd4',
    fields: [
      { name: 'character_string1', source: 'number' as const },
      { name: 'thing2', source: 'status' as const },
      { name: 'time3', source: 'time' as const },
    ],
  };
  const save = (items: Array<typeof answered | typeof status>) =>
    admin.call(channels.saveNotices, { params: { id: inboxId }, body: { items } });
  let ahead = 0;
  /** Moves both clocks on. Whoever was signed in is not any more. */
  async function later(hours: number) {
    ahead += hours;
    server.clock.advance({ hours });
    await post('api/faults', { aheadHours: ahead });
    admin = await server.world.agent({ name: 'Ada', roles: ['administrator'] });
    mei = await server.world.agent({
      name: 'Mei',
      roles: ['administrator', 'team_lead', 'agent'],
      teams: [team],
    });
  }
  const told = async (person: string | undefined) =>
    (await phoneOf(person)).filter((it) => it.fromAccount).map((it) => it.text);

  test('templates are set by administrators alone, each kind and each field once', async () => {
    const params = { id: inboxId };
    await expect(mei.call(channels.listNotices, { params })).rejects.toThrow('access.forbidden');
    expect(await admin.call(channels.listNotices, { params })).toEqual({ items: [] });
    await expect(save([answered, answered])).rejects.toThrow('request.invalid');
    const [first] = answered.fields;
    if (!first) throw new Error('no field');
    await expect(save([{ ...answered, fields: [first, first] }])).rejects.toThrow('request.invalid');
    expect(await save([answered, status])).toEqual({ items: [answered, status] });
    const chatInbox = (await admin.call(channels.listInboxes)).items.find((it) => it.key === chat.key);
    await expect(admin.call(channels.listNotices, { params: { id: chatInbox?.id ?? '' } })).rejects.toThrow(
      'channels.inbox_not_found',
    );
  });

  test('an answer is held, its customer is told once, and gets it when they write', async () => {
    await save([answered]);
    await post('api/messages', { person: lin, text: '请问我的提现到哪里了' });
    const { id, number } = await conversationWith('请问我的提现到哪里了');
    await mei.call(conversations.take, { params: { id } });
    await server.settle();
    const before = (await told(lin)).length;
    await later(49);
    const [one, two] = [await reply(id, '您的提现已完成。'), await reply(id, '请查收。')];
    for (const message of [one, two])
      expect(await deliveryOf(id, message)).toEqual({
        state: 'failed',
        error: expect.stringMatching(/^it waits until the customer writes/),
      });
    const notices = (await told(lin)).slice(before);
    expect(notices).toEqual([expect.stringMatching(new RegExp(`^【客服回复提醒】\\n#${number}\\n`))]);
    await post('api/messages', { person: lin, text: '我来看看' });
    await eventually(async () =>
      (await told(lin)).slice(-2).join(' ') === '您的提现已完成。 请查收。' ? true : undefined,
    );
    expect(await deliveryOf(id, two)).toEqual({ state: 'sent', error: null });
  });

  test('that a ticket was solved is told with its status, in the language of the conversation', async () => {
    await save([status]);
    await post('api/messages', { person: grace, text: 'Where is my withdrawal of 2 ETH?' });
    const { id } = await conversationWith('Where is my withdrawal of 2 ETH?');
    const ticket = await mei.call(tickets.create, {
      body: { conversationId: id, subject: 'A withdrawal', category: 'deposit_withdrawal' },
    });
    await later(49);
    const move = (to: 'open' | 'solved') =>
      mei.call(tickets.setStatus, { params: { id: ticket.id }, body: { status: to } });
    if (ticket.status !== 'open') await move('open');
    await move('solved');
    const notice = await eventually(async () =>
      (await told(grace)).findLast((it) => it.startsWith('【工单状态通知】')),
    );
    expect(notice).toMatch(/^【工单状态通知】\n#\d+\n(?:Solved|已解决)\n/);
  });

  test('a subscription notice is sent to who agreed to it, once for each time they did, and to nobody else', async () => {
    const templateId = 'Subs-answered-3Qh8';
    await save([{ ...answered, way: 'subscription', templateId }]);
    const says = (answer: string, more: object = {}) =>
      post('api/consent', { person: wang, templateId, answer, ...more });
    const consentsOf = async (id: string) =>
      (await mei.call(conversations.noticeConsents, { params: { id } })).items;
    const consents = (id: string, count: number) =>
      eventually(async () => {
        const items = await consentsOf(id);
        return items.length === count ? items : undefined;
      });
    const notices = async () => (await told(wang)).filter((it) => it.startsWith('【客服回复通知】')).length;
    await post('api/messages', { person: wang, text: '请问什么时候恢复提现' });
    const { id } = await conversationWith('请问什么时候恢复提现');

    // It comes twice, and is one.
    await post('api/faults', { twice: true });
    await says('accept', { scene: 2 });
    await post('api/faults', { twice: false });
    expect(await consents(id, 1)).toMatchObject([
      { templateId, kind: 'answered', standing: 'given', source: 'article', usedAt: null },
    ]);
    const stranger = await server.world.agent();
    await expect(stranger.call(conversations.noticeConsents, { params: { id } })).rejects.toThrow(
      'conversation.not_found',
    );
    await later(49);
    const held = await reply(id, '提现已恢复。');
    expect((await deliveryOf(id, held))?.error).toMatch(/^it waits until the customer writes/);
    expect(await notices()).toBe(1);
    expect(await consentsOf(id)).toMatchObject([{ standing: 'used', usedAt: expect.any(String) }]);
    await post('api/messages', { person: wang, text: '谢谢' });
    await eventually(async () => ((await told(wang)).includes('提现已恢复。') ? true : undefined));

    // Nothing that they agreed to is left.
    await later(49);
    const second = await reply(id, '还有一件事。');
    expect((await deliveryOf(id, second))?.error).toContain('45015');
    expect(await notices()).toBe(1);

    // What they agreed to ends when they withdraw.
    await says('accept');
    await consents(id, 2);
    // WeChat's times are of a second.
    await post('api/faults', { aheadHours: ahead + 0.001 });
    await says('withdraw');
    const items = await consents(id, 3);
    expect(items.map((it) => [it.standing, it.source])).toEqual(
      expect.arrayContaining([
        ['refused', 'settings'],
        ['refused', 'page'],
        ['used', 'article'],
      ]),
    );
    const third = await reply(id, '请再看看。');
    expect((await deliveryOf(id, third))?.error).toContain('45015');
    expect(await notices()).toBe(1);
  });
});
