import { randomBytes } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectLive, welcome } from '../../testing/live-client.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';

/** An inbox that is switched off takes no new conversations; those that are not finished go on, whatever becomes of the page. */
const { channels, chat, conversations } = endpoints;
const off = 'channels.inbox_not_found';
let server: TestServer;
let admin: TestAgent;
let mei: TestAgent;
let inbox: { id: string; key: string; secret: string };
let customer: TestCustomer;
let id: string;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
});
beforeEach(async () => {
  admin = await server.world.agent({ roles: ['administrator'] });
  const team = await server.world.team();
  inbox = await server.world.inbox({ team });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
  customer = await server.world.customer(inbox.key);
  id = (await customer.call(chat.start, start('My withdrawal is stuck'))).conversation.id;
});

const text = (words: string) => ({
  key: `key-${randomBytes(8).toString('hex')}`,
  text: words,
  attachmentIds: [],
});
const start = (words: string) => ({ body: { ...text(words), topic: null, locale: 'en' as const } });
const post = (words: string) => ({ params: { id }, body: text(words) });
const close = () => mei.call(conversations.close, { params: { id }, body: { reason: 'solved' } });
const switchOff = () =>
  admin.call(channels.updateInbox, { params: { id: inbox.id }, body: { enabled: false } });
const arrive = (who: TestCustomer, more: { identity?: string } = {}) =>
  server.world.customer(inbox.key, { browserKey: who.browserKey, token: who.session.token, ...more });

describe('a conversation that is open when its inbox is switched off', () => {
  test('goes on from both sides, over HTTP and over a socket', async () => {
    await switchOff();
    expect((await customer.call(chat.post, post('Any news?'))).conversation.id).toBe(id);
    const body = { ...text('It is on its way'), kind: 'text' as const, seenSeq: 99 };
    await mei.call(conversations.post, { params: { id }, body });
    const { token } = customer.session;
    const client = connectLive(server.url, { token, browserKey: customer.browserKey });
    await client.hear(welcome);
    client.say({ t: 'send', ref: 'r1', conversationId: id, ...text('Thank you') });
    await client.hear((frame) => frame.t === 'ack');
    client.close();
    // What is meant as a new one joins it.
    expect((await customer.call(chat.start, start('One more thing'))).conversation.id).toBe(id);
    const { items } = await customer.call(chat.messages, { params: { id } });
    expect(items.flatMap((it) => it.text || [])).toEqual([
      'My withdrawal is stuck',
      'Any news?',
      'It is on its way',
      'Thank you',
      'One more thing',
    ]);
  });

  test('is there after the page was loaded anew, and when its customer signs in', async () => {
    await switchOff();
    const back = await arrive(customer);
    expect(back.id).toBe(customer.id);
    expect(back.session.conversations.map((it) => it.id)).toEqual([id]);
    expect(await server.nobody.call(channels.readChatConfig, { params: { key: inbox.key } })).toBeTruthy();

    const identity = await server.world.identity(inbox.secret, { sub: randomBytes(6).toString('hex') });
    const known = await arrive(customer, { identity });
    expect(known.session.customer.verified).toBe(true);
    expect((await known.call(chat.post, post('It is me'))).conversation.id).toBe(id);
  });

  test('reopens within the hours that the inbox sets, and after them is no way to a new one', async () => {
    await close();
    await switchOff();
    expect((await customer.call(chat.post, post('It did not arrive'))).conversation).toMatchObject({
      id,
      state: 'queued',
    });
    await close();
    const { reopenHours } =
      (await admin.call(channels.listInboxes)).items.find((it) => it.id === inbox.id) ?? {};
    server.clock.advance({ hours: (reopenHours ?? 0) + 1 });
    expect(await customer.refused(chat.post, post('And again'))).toBe(off);
    await expect(arrive(customer)).rejects.toThrow(off);
  });
});

describe('an inbox that is switched off', () => {
  test('takes no new conversation, and nobody new', async () => {
    const silent = await server.world.customer(inbox.key);
    await switchOff();
    expect(await silent.refused(chat.start, start('hello'))).toBe(off);
    await expect(arrive(silent)).rejects.toThrow(off);
    await expect(server.world.customer(inbox.key)).rejects.toThrow(off);
    const sub = randomBytes(6).toString('hex');
    const identity = await server.world.identity(inbox.secret, { sub });
    await expect(server.world.customer(inbox.key, { identity })).rejects.toThrow(off);
    const { rows } = await server.platform.database.raw('select id from customers where external_id = $1', [
      sub,
    ]);
    expect(rows).toEqual([]);
  });

  test('lets nobody in for what is open in another inbox', async () => {
    const elsewhere = await server.world.inbox({ team: await server.world.team() });
    const sub = randomBytes(6).toString('hex');
    const there = await server.world.customer(elsewhere.key, {
      identity: await server.world.identity(elsewhere.secret, { sub }),
    });
    await there.call(chat.start, start('hello'));
    await switchOff();
    const identity = await server.world.identity(inbox.secret, { sub });
    await expect(server.world.customer(inbox.key, { identity })).rejects.toThrow(off);
  });
});
