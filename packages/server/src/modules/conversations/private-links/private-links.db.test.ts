import { setTimeout as wait } from 'node:timers/promises';
import { type Conversation, endpoints } from '@fairlead/contract';
import { registerX, type XApp } from '@fairlead/playground';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPlatform, openSocialDesk, type SocialDesk } from '../../../testing/social-desk.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../../testing/world.ts';

const { chat, conversations, privateLinks } = endpoints;
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
const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = app;
const credentials = { consumerKey, consumerSecret, accessToken, accessTokenSecret };
let desk: SocialDesk;
let server: TestServer;
let mei: TestAgent;
let x: string;
let chatInbox: Awaited<ReturnType<TestServer['world']['inbox']>>;

beforeAll(async () => {
  x = await openPlatform('/playground/x', (scope) => registerX(scope, { app, now: () => new Date() }));
  desk = await openSocialDesk('x');
  ({ server, mei } = desk);
  chatInbox = await server.world.inbox({ team: desk.team });
  // Behind the address that others are told is this very process.
  app.reachedAt = server.url;
  const { trouble } = await desk.connect({ ...credentials, xApiUrl: `${x}/api` });
  if (trouble) throw new Error(trouble.words);
});

beforeEach(() => settings('always'));

const settings = (use: 'always' | 'when_needed', chatInboxId: string | null = chatInbox.id) =>
  desk.admin.call(privateLinks.saveSettings, {
    params: { id: desk.inbox.id },
    body: { chatInboxId, use },
  });

async function phone(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${x}/phone/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}
const post = async (person: string | undefined, text: string, parentId?: string): Promise<string> =>
  String((await phone('posts', { person, text, ...(parentId && { parentId }) }))['id']);

/** What it answers once that is something. */
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(50);
  }
}
const messagesOf = async (id: string) => (await mei.call(conversations.messages, { params: { id } })).items;
const linesOf = async (id: string) => (await messagesOf(id)).flatMap((it) => it.system?.key ?? []);
const hasLine = (id: string, line: string) =>
  eventually(async () => ((await linesOf(id)).includes(line as never) ? true : undefined));
const hasText = (id: string, text: string) =>
  eventually(async () => ((await messagesOf(id)).some((it) => it.text === text) ? true : undefined));
const conversationWith = (text: string): Promise<Conversation> =>
  eventually(async () => {
    const { items } = await mei.call(conversations.list, { query: { view: 'all' } });
    for (const item of items) if ((await messagesOf(item.id)).some((it) => it.text === text)) return item;
    return undefined;
  });

let count = 0;
/** Somebody complains in public, and a link is made for the answer. */
async function complaint(person: string | undefined = furni) {
  const text = `@htx_demo where is my withdrawal ${++count}?`;
  const postId = await post(person, text);
  const conversation = await conversationWith(text);
  const made = await mei.call(privateLinks.make, { params: { id: conversation.id } });
  return { postId, conversation, ...made, code: /\/s\/([\da-z]+)/.exec(made.text)?.[1] ?? '' };
}
const visitor = () => server.world.customer(chatInbox.key);
const begin = async (customer: TestCustomer, code: string, text = 'It is about my withdrawal') =>
  (await customer.call(privateLinks.begin, { params: { code }, body: { text, locale: 'en' } })).chat;
const prove = (customer: TestCustomer, code: string) =>
  customer.call(privateLinks.prove, { params: { code } });
const standingOf = async (customer: TestCustomer, code: string) =>
  (await customer.call(privateLinks.own, { params: { code } })).chat?.standing;
const read = (id: string) => mei.call(privateLinks.read, { params: { id } });

describe('a link', () => {
  test('stands in a line in the customer’s language that holds nothing of theirs, and leads to one page only', async () => {
    const postId = await post(sato, '@htx_demo 出金がまだ届きません');
    const { id } = await conversationWith('@htx_demo 出金がまだ届きません');
    const { text } = await mei.call(privateLinks.make, { params: { id } });
    expect(text).toMatch(/^非公開チャットでお続けください：https?:\/\/\S+\/s\/[\da-z]{24} /);
    expect(text).not.toContain(id);
    expect(text).not.toContain(postId);
    const code = /\/s\/([\da-z]+)/.exec(text)?.[1] ?? '';
    const look = await server.nobody.call(privateLinks.look, { params: { code } });
    expect(look).toEqual({
      state: 'open',
      channel: 'x',
      account: { name: 'HTX', handle: '@htx_demo' },
      inbox: chatInbox.key,
    });
    const lead = async (path: string) => {
      const response = await fetch(`${server.url}${path}`, { redirect: 'manual' });
      return [response.status, response.headers.get('location')];
    };
    expect(await lead(`/s/${code}`)).toEqual([302, `/portal/private/${code}`]);
    expect(await lead('/s/%2F%2Fevil.example')).toEqual([302, '/portal/private/-']);
    expect(await lead('/s/a?to=https://evil.example')).toEqual([302, '/portal/private/a']);
    const { rows } = await server.platform.database.raw('select * from private_links');
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('is offered where the platform has no private way, or always, and not without a chat', async () => {
    await settings('when_needed');
    await post(oleg, '@htx_demo где мой вывод?');
    const { id } = await conversationWith('@htx_demo где мой вывод?');
    expect((await read(id)).offered).toBe(false);
    await expect(mei.call(privateLinks.make, { params: { id } })).rejects.toThrow('private_link.not_offered');

    await mei.call(conversations.take, { params: { id } });
    await mei.call(conversations.goPrivate, { params: { id }, body: { private: true } });
    await phone('faults', { refuse: 'no_messages', times: 3 });
    const body = { kind: 'text' as const, text: 'Вам ответили', attachmentIds: [], seenSeq: 999 };
    await mei.call(conversations.post, { params: { id }, body: { ...body, key: 'in-private' } });
    await eventually(async () =>
      (await messagesOf(id)).some((it) => it.delivery?.state === 'failed') ? true : undefined,
    );
    await phone('faults', { refuse: null, times: 0 });
    expect((await read(id)).offered).toBe(false);
    const { place } = await mei.call(conversations.goPrivate, { params: { id }, body: { private: false } });
    const { offered } = await read(id);
    const thread = (await messagesOf(id)).map((it) => it.system?.key ?? it.delivery?.state ?? 'theirs');
    // What the offer follows from is compared with it: where that is missing, the test says which.
    expect({ offered, isPublic: place?.isPublic, thread }).toEqual({
      offered: true,
      isPublic: true,
      thread: ['theirs', 'queue_nobody', 'assigned', 'went_private', 'failed', 'went_public'],
    });

    await settings('always', null);
    expect((await read(id)).offered).toBe(false);
    const inbox = { params: { id: desk.inbox.id } };
    await expect(settings('always', desk.inbox.id)).rejects.toThrow('request.invalid');
    expect(await desk.admin.call(privateLinks.settings, inbox)).toEqual({
      chatInboxId: null,
      use: 'when_needed',
    });
  });

  test('is made by those only who may answer there', async () => {
    const { conversation } = await complaint();
    const stranger = await server.world.agent();
    for (const endpoint of [privateLinks.make, privateLinks.read])
      await expect(stranger.call(endpoint, { params: { id: conversation.id } })).rejects.toThrow(
        'conversation.not_found',
      );
  });
});

describe('a chat that began by a link', () => {
  test('is a conversation of its own, linked both ways, and nobody’s until it is proven', async () => {
    const { conversation, code } = await complaint();
    const [someone, another] = [await visitor(), await visitor()];
    const own = await begin(someone, code);
    expect(await begin(someone, code)).toEqual(own);
    await expect(begin(someone, code, 'Something else')).rejects.toThrow('conversation.key_reused');
    const others = await begin(another, code, 'I only looked');
    expect(others.conversationId).not.toBe(own.conversationId);

    const view = await read(conversation.id);
    expect(view.link).toMatchObject({ state: 'open' });
    expect(view.link?.chats.map((it) => [it.conversationId, it.standing])).toEqual([
      [others.conversationId, 'unproven'],
      [own.conversationId, 'unproven'],
    ]);
    expect((await read(own.conversationId)).from).toMatchObject({
      conversationId: conversation.id,
      number: conversation.number,
      channel: 'x',
      standing: 'unproven',
      reachable: true,
    });
    expect(await linesOf(own.conversationId)).toContain('private_chat_unproven');
    // Of the first only: whoever likes can open it.
    expect((await linesOf(conversation.id)).filter((it) => it === 'private_chat_begun')).toHaveLength(1);
    // It sees nothing of the public thread, and the thread is not theirs.
    const { items } = await someone.call(chat.list);
    expect(items.map((it) => it.id)).toEqual([own.conversationId]);
    await expect(someone.call(chat.messages, { params: { id: conversation.id } })).rejects.toThrow(
      'conversation.not_found',
    );
  });

  test('is proven by its code from who wrote there, once; then both are one customer, and all other chats are somebody else’s', async () => {
    const { conversation, code, postId } = await complaint();
    const [author, curious] = [await visitor(), await visitor()];
    const own = await begin(author, code);
    const others = await begin(curious, code);
    const theirs = await prove(curious, code);
    const first = await prove(author, code);
    const proof = await prove(author, code);
    // The one before has ended.
    await post(furni, `@htx_demo ${first.code}`, postId);
    await hasText(conversation.id, `@htx_demo ${first.code}`);
    expect(await standingOf(author, code)).toBe('unproven');

    const said = `@htx_demo I opened the private chat myself: ${proof.code.toLowerCase()}`;
    await phone('faults', { twice: true });
    await post(furni, said, postId);
    await hasLine(own.conversationId, 'private_chat_proven');
    await phone('faults', { twice: false });
    await hasText(own.conversationId, said);
    expect(await standingOf(author, code)).toBe('proven');
    expect(await standingOf(curious, code)).toBe('other');
    expect(await linesOf(others.conversationId)).toContain('private_chat_other');
    expect((await linesOf(conversation.id)).filter((it) => it === 'private_chat_proven')).toHaveLength(1);

    const [inPublic, inPrivate] = await Promise.all(
      [conversation.id, own.conversationId].map((id) => mei.call(conversations.get, { params: { id } })),
    );
    expect(inPublic?.customer.id).toBe(inPrivate?.customer.id);
    expect(inPrivate?.customer).toMatchObject({ name: 'Furni Hoover', verified: false });
    expect((await read(conversation.id)).link).toMatchObject({ state: 'proven' });
    // The session goes on, and the chat still shows nothing of the public thread.
    expect((await author.call(chat.list)).items.map((it) => it.id)).toEqual([own.conversationId]);

    // The link has ended, and no other code of it works any more.
    await expect(begin(await visitor(), code)).rejects.toThrow('private_link.over');
    await post(furni, `@htx_demo ${theirs.code}`, postId);
    await hasText(own.conversationId, `@htx_demo ${theirs.code}`);
    expect(await standingOf(curious, code)).toBe('other');
  });

  test('goes on from the public conversation once it is proven: one thread, two places, and private words stay private', async () => {
    const { conversation, code, postId } = await complaint();
    await mei.call(conversations.take, { params: { id: conversation.id } });
    const ticket = await mei.call(endpoints.tickets.create, {
      body: {
        conversationId: conversation.id,
        subject: 'Withdrawal',
        category: 'deposit_withdrawal.withdrawal_failed',
      },
    });
    const author = await visitor();
    const own = await begin(author, code);
    const { code: proof } = await prove(author, code);
    await post(furni, `@htx_demo ${proof}`, postId);
    const { conversationId: id } = own;
    await hasLine(id, 'private_chat_continues');

    // One assignee, one state, one ticket.
    const [before, after] = await Promise.all(
      [conversation.id, id].map((it) => mei.call(conversations.get, { params: { id: it } })),
    );
    expect(before).toMatchObject({ state: 'closed', closeReason: 'duplicate', waitingSince: null });
    expect(after).toMatchObject({ state: 'assigned', assigneeId: mei.id, accepted: true });
    expect((await read(id)).from).toMatchObject({ conversationId: conversation.id, goesOnHere: true });
    await expect(mei.call(conversations.reopen, { params: { id: conversation.id } })).rejects.toThrow(
      'conversation.went_on',
    );
    await eventually(async () =>
      (await mei.call(endpoints.tickets.get, { params: { id: ticket.id } })).conversationId === id
        ? true
        : undefined,
    );

    // What they write in public comes in here, marked; and their chat shows it as what it is.
    const later = `@htx_demo still nothing ${count}`;
    await post(furni, later, postId);
    await hasText(id, later);
    expect((await messagesOf(id)).find((it) => it.text === later)?.publicOn).toBe('x');
    const { items } = await author.call(chat.messages, { params: { id } });
    expect(items.find((it) => it.text === later)?.publicOn).toBe('x');

    const answer = (at: string, key: string, text: string, publicly: boolean) =>
      mei.call(conversations.post, {
        params: { id: at },
        body: { key, kind: 'text', text, attachmentIds: [], seenSeq: 999, publicly },
      });
    const words = `Your withdrawal of ${count} USDT is on hold`;
    const open = `We have answered you in private ${count}`;
    expect((await answer(id, 'by-default', words, false)).message).toMatchObject({
      publicOn: null,
      delivery: { state: 'sent' },
    });
    expect((await answer(id, 'on-purpose', open, true)).message).toMatchObject({
      publicOn: 'x',
      delivery: { state: 'queued' },
    });
    await eventually(async () =>
      (await messagesOf(id)).some((it) => it.text === open && it.delivery?.state === 'sent')
        ? true
        : undefined,
    );
    const state = await (await fetch(`${x}/phone/state?person=${furni}`)).text();
    expect(state).toContain(open);
    expect(state).not.toContain(words);
    await expect(answer(id, 'a-secret', 'Send me your one-time code please', true)).rejects.toThrow(
      'conversation.message_asks_for_secret',
    );
    const elsewhere = await begin(await visitor(), (await complaint()).code);
    await expect(answer(elsewhere.conversationId, 'no-public-place', 'Hi', true)).rejects.toThrow(
      'conversation.no_public_place',
    );
  });

  test('is not proven by its code from anybody else, nor below another post; the code is void', async () => {
    const { conversation, code, postId } = await complaint();
    const author = await visitor();
    const own = await begin(author, code);
    const stolen = await prove(author, code);
    await post(oleg, `@htx_demo ${stolen.code}`, postId);
    await hasLine(own.conversationId, 'private_chat_code_void');
    await post(furni, `@htx_demo ${stolen.code}`, postId);
    await hasText(conversation.id, `@htx_demo ${stolen.code}`);
    expect(await standingOf(author, code)).toBe('unproven');

    const elsewhere = await prove(author, code);
    await post(furni, `@htx_demo ${elsewhere.code}`);
    await eventually(async () =>
      (await linesOf(own.conversationId)).filter((it) => it === 'private_chat_code_void').length === 2
        ? true
        : undefined,
    );
    expect(await standingOf(author, code)).toBe('unproven');

    // In time it would have done.
    const late = await prove(author, code);
    server.clock.advance({ minutes: 15 });
    await post(furni, `@htx_demo ${late.code}`, postId);
    await hasText(conversation.id, `@htx_demo ${late.code}`);
    expect(await standingOf(author, code)).toBe('unproven');
  });

  test('is no proof of an account: who is verified stays apart from what the code says', async () => {
    const { conversation, code, postId } = await complaint();
    const identity = await server.world.identity(chatInbox.secret, { sub: '88002211' });
    const customer = await server.world.customer(chatInbox.key, { identity });
    const own = await begin(customer, code);
    expect(await standingOf(customer, code)).toBe('unproven');
    expect((await read(own.conversationId)).from?.standing).toBe('unproven');
    const { code: proof } = await prove(customer, code);
    await post(furni, `@htx_demo ${proof}`, postId);
    await hasLine(conversation.id, 'private_chat_proven');
    // The account on the platform is not tied to the account: only the chat itself can do that.
    const { items } = await customer.call(endpoints.bindings.listChats);
    expect(items.map((it) => it.boundAt)).toEqual(items.map(() => null));
  });

  test('leaves both apart where it would hand on what was written in private', async () => {
    await phone('messages', { person: sato, text: '内密の話です' });
    const { conversation, code, postId } = await complaint(sato);
    await mei.call(conversations.goPrivate, { params: { id: conversation.id }, body: { private: true } });
    const author = await visitor();
    const own = await begin(author, code);
    const { code: proof } = await prove(author, code);
    await post(sato, `@htx_demo ${proof}`, postId);
    await hasLine(own.conversationId, 'private_chat_proven');
    // Its platform has a private place for them: both go on.
    expect((await read(own.conversationId)).from?.goesOnHere).toBe(false);
    const [inPublic, inPrivate] = await Promise.all(
      [conversation.id, own.conversationId].map((id) => mei.call(conversations.get, { params: { id } })),
    );
    expect(inPublic?.state).not.toBe('closed');
    expect(inPublic?.customer.id).not.toBe(inPrivate?.customer.id);
    expect(await standingOf(author, code)).toBe('proven');
  });
});

test('a link is taken back by an agent, and given again; whether it was opened is seen', async () => {
  const { conversation, code } = await complaint();
  const { id } = conversation;
  expect((await read(id)).link?.openedAt).toBeNull();
  await server.nobody.call(privateLinks.look, { params: { code } });
  expect((await read(id)).link?.openedAt).not.toBeNull();
  const early = await visitor();
  await begin(early, code);
  const { code: proof } = await prove(early, code);

  const revoke = (revoked: boolean) => mei.call(privateLinks.revoke, { params: { id }, body: { revoked } });
  expect((await revoke(true)).link?.state).toBe('revoked');
  expect((await revoke(true)).link?.state).toBe('revoked');
  expect((await linesOf(id)).filter((it) => it === 'private_link_revoked')).toHaveLength(1);
  expect((await server.nobody.call(privateLinks.look, { params: { code } })).state).toBe('over');
  await expect(begin(await visitor(), code)).rejects.toThrow('private_link.over');
  await expect(prove(early, code)).rejects.toThrow('private_link.over');
  // A code that was given out before is worth nothing either.
  const text = `@htx_demo ${proof}`;
  await post(furni, text);
  await conversationWith(text);
  expect(await standingOf(early, code)).toBe('unproven');

  expect((await revoke(false)).link?.state).toBe('open');
  await begin(await visitor(), code);
  await revoke(true);
  const fresh = await mei.call(privateLinks.make, { params: { id } });
  expect((await read(id)).link?.state).toBe('open');
  expect(fresh.text).not.toContain(code);
});

test('a code that we did not sign is refused, and one from before links were signed has ended', async () => {
  const { code } = await complaint();
  const look = (given: string) => server.nobody.call(privateLinks.look, { params: { code: given } });
  const forged = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
  await expect(look(forged)).rejects.toThrow('private_link.not_found');
  await expect(look(code.slice(0, 12))).rejects.toThrow('private_link.over');
});

test('nobody looks for links by trying', async () => {
  const { code } = await complaint();
  const strict = await createTestServer({ RATE_LIMITS: 'true' }, server);
  const look = (tried: string) =>
    fetch(`${strict.url}/api/private-links/${tried}`).then((answer) => answer.status);
  for (let tries = 0; tries < 30; tries++) expect(await look(`${tries}`.padStart(24, '0'))).toBe(404);
  expect(await look(code)).toBe(429);
});

// Last: nobody is signed in any more when its time is over.
test('a link that is forged, or over, or of another chat opens nothing', async () => {
  const { code, expiresAt } = await complaint();
  await expect(server.nobody.call(privateLinks.look, { params: { code: `${code}0` } })).rejects.toThrow(
    'private_link.not_found',
  );
  const elsewhere = await server.world.inbox({ team: desk.team });
  const stranger = await server.world.customer(elsewhere.key);
  await expect(begin(stranger, code)).rejects.toThrow('private_link.not_found');
  const early = await visitor();
  await begin(early, code);
  server.clock.advance({ days: 7 });
  expect(Date.parse(expiresAt)).toBeLessThanOrEqual(server.clock.now().getTime());
  expect((await server.nobody.call(privateLinks.look, { params: { code } })).state).toBe('over');
  await expect(begin(await visitor(), code)).rejects.toThrow('private_link.over');
  await expect(prove(early, code)).rejects.toThrow('private_link.over');
  expect(await standingOf(early, code)).toBe('unproven');
});
