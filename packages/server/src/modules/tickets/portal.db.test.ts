import { randomBytes } from 'node:crypto';
import { browserHeader, endpoints, type ServerFrame } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Failure } from '../../platform/fail.ts';
import { connectLive, welcome } from '../../testing/live-client.ts';
import { openMailbox } from '../../testing/mailbox.ts';
import { createTestClient, type TestClient } from '../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';
import { addIdentityKey, rememberPlace } from '../access/index.ts';
import { createInbox } from '../channels/index.ts';
import { requestCode as order } from './sign-in-by-code.ts';
import { answer, at, words } from './tickets.testing.ts';

const { chat, conversations, portal, tickets } = endpoints;
const txid = 'a'.repeat(64);
let server: TestServer;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let mei: TestAgent;
let inbox: { key: string; secret: string };
let team: string;

beforeAll(async () => {
  mailbox = await openMailbox();
  server = await createTestServer({ SMTP_URL: mailbox.url });
  team = await server.world.team();
  mei = await server.world.agent({ name: 'Mei', teams: [team], roles: ['agent', 'team_lead'] });
  const { database, keys } = server.platform;
  inbox = await database.write(async (tx) => {
    const made = await createInbox(tx, { name: 'Portal', channel: 'portal', defaultTeamId: team });
    const { secret } = await addIdentityKey(tx, keys, made.id, { algorithm: 'HS256' });
    return { key: made.key, secret: secret ?? '' };
  });
});

let uid = 500;
async function verified(claims: { sub?: string; email?: string } = {}): Promise<TestCustomer> {
  const identity = await server.world.identity(inbox.secret, { sub: `${++uid}`, ...claims });
  return server.world.customer(inbox.key, { identity });
}

const ticketOf = (more: object = {}) => ({
  ...words('Sent an hour ago'),
  subject: 'Deposit missing',
  category: 'deposit_withdrawal.deposit_not_credited' as const,
  fields: { asset: 'btc', network: 'bitcoin' as const, txid, amount: '0.5' },
  locale: 'en' as const,
  ...more,
});
const open = (who: TestClient, more: object = {}) => who.call(portal.open, { body: ticketOf(more) });
const move = (id: string, status: 'pending' | 'solved' | 'open' | 'closed') =>
  mei.call(tickets.setStatus, { ...at(id), body: { status } });
const linesOf = async (who: TestClient, id: string) =>
  (await who.call(chat.messages, { ...at(id), query: {} })).items.flatMap((it) =>
    it.system ? [it.system.key] : [],
  );

async function requestCode(email: string) {
  const { challenge } = await server.nobody.call(portal.requestCode, { body: { email, locale: 'en' } });
  const letter = await mailbox.next();
  expect(letter.to).toBe(email);
  return { challenge, code: /^\d{6}$/m.exec(letter.text)?.[0] ?? '', email };
}
const arrive = (given: { challenge: string; email: string; code: string }) => ({
  body: { ...given, browserKey: randomBytes(32).toString('base64url'), locale: 'en' as const },
});
async function byMail(email: string): Promise<TestClient & { id: string }> {
  const arrival = arrive(await requestCode(email));
  const { token, customer } = await server.nobody.call(portal.signIn, arrival);
  const headers = { authorization: `Bearer ${token}`, [browserHeader]: arrival.body.browserKey };
  return { id: customer.id, ...createTestClient(server.url, headers) };
}

describe('signing in by a code', () => {
  test('works once, for the address that it was sent to, in any way of writing it', async () => {
    const sent = await requestCode('once@example.com');
    const grouped = `${sent.code.slice(0, 3)} ${sent.code.slice(3)}`;
    const foreign = { ...sent, email: 'other@example.com' };
    expect(await server.nobody.refused(portal.signIn, arrive(foreign))).toBe('access.wrong_code');
    const { customer } = await server.nobody.call(portal.signIn, arrive({ ...sent, code: grouped }));
    expect(customer.email).toBe('once@example.com');
    expect(await server.nobody.refused(portal.signIn, arrive(sent))).toBe('access.wrong_code');
    expect((await byMail('Once@example.com'.toLowerCase())).id).toBe(customer.id);
  });

  test('is over after five wrong tries, all at once or not, and after ten minutes', async () => {
    const sent = await requestCode('guess@example.com');
    const wrong = { ...sent, code: sent.code === '000000' ? '000001' : '000000' };
    const tries = Array.from({ length: 5 }, () => server.nobody.refused(portal.signIn, arrive(wrong)));
    expect(await Promise.all(tries)).toEqual(Array(5).fill('access.wrong_code'));
    expect(await server.nobody.refused(portal.signIn, arrive(sent))).toBe('access.wrong_code');
    const late = await requestCode('late@example.com');
    server.clock.advance({ minutes: 11 });
    expect(await server.nobody.refused(portal.signIn, arrive(late))).toBe('access.wrong_code');
  });

  test('is asked for so often and no more, and answers alike for whoever is known', async () => {
    const ask = (email: string) =>
      server.nobody.try(portal.requestCode, { body: { email, locale: 'en' as const } });
    const known = 'flood@example.com';
    await byMail(known);
    const answers = [];
    for (let index = 0; index < 6; index++) answers.push(await ask(known));
    expect(answers.at(-1)).toMatchObject({ error: { code: 'access.too_many_attempts' } });
    for (let index = 0; index < 5; index++) await mailbox.next();
  });

  test('is not kept from its owner by strangers who ask for codes in their name', async () => {
    const { platform } = server;
    const email = 'owner@example.com';
    let granted = 0;
    const ask = async (from: string): Promise<number> => {
      try {
        await order(platform, { email, locale: 'en' }, from);
        granted++;
        return 0;
      } catch (error) {
        return Number((error as Failure).params['seconds']);
      }
    };
    // One network locks itself out, for longer and longer, and nobody else.
    for (let index = 0; index < 5; index++) expect(await ask('198.51.100.1')).toBe(0);
    expect(await ask('198.51.100.1')).toBeGreaterThan(0);
    expect(await ask('203.0.113.9')).toBe(0);
    // Many together make a place that is new wait for a minute at most, however long they go on.
    for (let index = 2; index < 40; index++) await ask(`198.51.100.${index}`);
    const wait = await ask('203.0.113.77');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    // Where the owner signed in lately they do not wait at all.
    await platform.database.write((tx) => rememberPlace(tx, email, '203.0.113.9', 'mailed_code_place'));
    expect(await ask('203.0.113.9')).toBe(0);
    // Each that was granted is a letter, which the next test must not find.
    for (let index = 0; index < granted; index++) expect((await mailbox.next()).to).toBe(email);
  });

  test('keeps neither address nor code in the clear', async () => {
    const { code } = await requestCode('kept@example.com');
    const { rows } = await server.platform.database.raw('select * from portal_codes', []);
    const { rows: jobs } = await server.platform.database.raw(
      `select data from pgboss.job where name = 'tickets.portal_code'`,
      [],
    );
    const kept = JSON.stringify([rows, jobs]);
    expect(rows.length).toBeGreaterThan(0);
    expect(kept).not.toContain('kept@example.com');
    expect(kept).not.toContain(`"${code}"`);
  });

  test('never gives the session of one whom the exchange verified; once it vouches for the address, they are one', async () => {
    const address = 'linh@example.com';
    const first = await byMail(address);
    const ticket = await open(first);
    const linh = await verified({ email: address });
    await server.settle();
    expect(linh.id).not.toBe(first.id);
    expect((await linh.call(portal.get, at(ticket.id))).number).toBe(ticket.number);
    expect(await first.refused(portal.list)).toBe('identity.session_invalid');
    const again = await byMail(address);
    expect(again.id).not.toBe(linh.id);
    expect(await again.refused(portal.get, at(ticket.id))).toBe('ticket.not_found');
    expect((await again.call(portal.list)).items).toEqual([]);
  });
});

test('the portal is not for whoever comes along', async () => {
  const body = { inbox: inbox.key, browserKey: 'b'.repeat(43), locale: 'en' as const };
  expect(await server.nobody.refused(chat.begin, { body })).toBe('identity.session_invalid');
  const { key } = await server.world.inbox({ team });
  const visitor = await server.world.customer(key);
  expect(await visitor.refused(portal.open, { body: ticketOf() })).toBe('identity.session_invalid');
});

describe('news', () => {
  test('reach whoever looks at the portal, and no chat of the same customer', async () => {
    const sub = `${++uid}`;
    const linh = await verified({ sub });
    const { key, secret } = await server.world.inbox({ team });
    const identity = await server.world.identity(secret, { sub });
    const chats = await server.world.customer(key, { identity });
    expect(chats.id).toBe(linh.id);
    const listen = async ({ session: { token }, browserKey }: TestCustomer) => {
      const live = connectLive(server.url, { token, browserKey });
      await live.hear(welcome);
      return live;
    };
    const [portalPage, chatPage] = [await listen(linh), await listen(chats)];
    const { id, conversationId } = await open(linh);
    await answer(mei, conversationId ?? '', 'We found it');
    const said = (frame: ServerFrame) =>
      frame.t === 'event' &&
      frame.event.type === 'message.posted' &&
      frame.event.message.text === 'We found it';
    expect(await portalPage.hear(said)).toMatchObject({ event: { conversation: { id: conversationId } } });
    await move(id, 'solved');
    const changed = (frame: ServerFrame) =>
      frame.t === 'event' && frame.event.type === 'own_ticket.changed' && frame.event.ticketId === id;
    await portalPage.hear(changed);
    expect(JSON.stringify(chatPage.heard)).not.toContain(id);
    expect(JSON.stringify(chatPage.heard)).not.toContain(conversationId);
    portalPage.close();
    chatPage.close();
  });

  test('are marked in the list until the customer has read them', async () => {
    const linh = await verified();
    const { id, conversationId } = await open(linh);
    const unread = async () =>
      (await linh.call(portal.list, { query: { state: 'all' } })).items.map((it) => [it.id, it.unread]);
    expect(await unread()).toEqual([[id, false]]);
    await answer(mei, conversationId ?? '');
    await server.settle();
    expect(await unread()).toEqual([[id, true]]);
    const { conversation } = await linh.call(chat.messages, { ...at(conversationId ?? ''), query: {} });
    const readSeq = conversation.lastSeq;
    await linh.call(chat.read, { ...at(conversationId ?? ''), body: { readSeq, deliveredSeq: readSeq } });
    expect(await unread()).toEqual([[id, false]]);
    expect((await linh.call(portal.list, { query: { state: 'done' } })).items).toEqual([]);
  });
});

describe('a ticket', () => {
  test('is opened with a thread of its own, its form filled in, once per key', async () => {
    const linh = await verified();
    const body = ticketOf({ tellBy: null });
    const ticket = await linh.call(portal.open, { body });
    expect(ticket).toMatchObject({ status: 'new', fields: { asset: 'BTC' }, tellBy: null, rating: null });
    expect((await linh.call(portal.open, { body })).id).toBe(ticket.id);
    expect(await linh.refused(portal.open, { body: { ...body, text: 'Other' } })).toBe(
      'conversation.key_reused',
    );
    const second = await open(linh);
    expect(second.conversationId).not.toBe(ticket.conversationId);
    expect(await linh.refused(portal.open, { body: ticketOf({ fields: {} }) })).toBe('ticket.field_required');
    expect(await linh.try(portal.open, { body: ticketOf({ fields: { txid: 'nonsense' } }) })).toMatchObject({
      error: { code: 'ticket.txid_invalid', params: { field: 'txid' } },
    });
    expect((await linh.call(portal.list)).items).toHaveLength(2);
    const page = await linh.call(portal.list, { query: { limit: 1 } });
    const rest = await linh.call(portal.list, { query: { limit: 1, cursor: page.next ?? '' } });
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual([second.id, ticket.id]);
    expect(rest.next).toBeNull();
    expect((await linh.call(chat.list)).items).toEqual([]);
  });

  test('is found, changed and rated by nobody else', async () => {
    const [linh, other] = [await verified(), await verified()];
    const { id, conversationId } = await open(linh);
    const refusals = await Promise.all([
      other.refused(portal.get, at(id)),
      other.refused(portal.write, { ...at(id), body: words('x') }),
      other.refused(portal.solve, at(id)),
      other.refused(portal.rate, { ...at(id), body: { score: 1 } }),
      other.refused(portal.reopen, { ...at(id), body: words('x') }),
      other.refused(portal.tell, {
        ...at(id),
        body: { tellBy: { by: 'email', address: 'thief@example.com' } },
      }),
    ]);
    expect(refusals).toEqual(Array(6).fill('ticket.not_found'));
    expect(await other.refused(chat.messages, { ...at(conversationId ?? ''), query: {} })).toBe(
      'conversation.not_found',
    );
    expect((await other.call(portal.list)).items).toEqual([]);
  });

  test('of the back office is not the customer’s', async () => {
    const linh = await verified();
    const { id } = await open(linh);
    const child = await mei.call(tickets.create, { body: { parentId: id, subject: 'Ask the bank' } });
    expect(await linh.refused(portal.get, at(child.id))).toBe('ticket.not_found');
    expect((await linh.call(portal.list)).items.map((it) => it.id)).toEqual([id]);
    expect(await linh.refused(portal.solve, at(id))).toBe('ticket.still_worked_on');
  });

  test('that was merged leads to where it is today, however often that was merged itself', async () => {
    const linh = await verified();
    const [first, second, third] = [await open(linh), await open(linh), await open(linh)];
    const merge = (id: string, intoId: string) => mei.call(tickets.merge, { ...at(id), body: { intoId } });
    await merge(first.id, second.id);
    await merge(second.id, third.id);
    const today = { id: third.id, number: third.number };
    expect((await linh.call(portal.get, at(first.id))).mergedInto).toEqual(today);
    expect((await linh.call(portal.get, at(second.id))).mergedInto).toEqual(today);
    const { ticket } = await linh.call(portal.write, { ...at(first.id), body: words('And this too') });
    expect(ticket).toMatchObject({ id: third.id, mergedInto: null });
    await mei.call(tickets.undoMerge, at(second.id));
    expect((await linh.call(portal.get, at(first.id))).mergedInto?.id).toBe(second.id);
  });

  test('says in its thread how it goes on, each once, and its thread ends with it', async () => {
    const linh = await verified();
    const { id, conversationId } = await open(linh);
    const thread = conversationId ?? '';
    await answer(mei, thread);
    await server.settle();
    await move(id, 'pending');
    await server.settle();
    const { ticket } = await linh.call(portal.write, { ...at(id), body: words('Here it is') });
    expect(ticket.status).toBe('open');
    await move(id, 'solved');
    await server.settle();
    expect((await mei.call(conversations.get, at(thread))).state).toBe('closed');
    const told = await linesOf(linh, thread);
    expect(told.filter((key) => key.startsWith('ticket_'))).toEqual([
      'ticket_received',
      'ticket_open',
      'ticket_pending',
      'ticket_solved',
    ]);
  });

  test('is solved and reopened by its customer, who may say so for the days that are set', async () => {
    const linh = await verified();
    const { id, conversationId } = await open(linh);
    const solved = await linh.call(portal.solve, at(id));
    expect(solved).toMatchObject({ status: 'solved', mayRate: true });
    expect((await linh.call(portal.solve, at(id))).version).toBe(solved.version);
    expect((await linh.call(portal.list, { query: { state: 'done' } })).items.map((it) => it.id)).toEqual([
      id,
    ]);
    await server.settle();
    const again = await linh.call(portal.reopen, { ...at(id), body: words('Not yet') });
    expect(again.ticket).toMatchObject({ id, status: 'open', reopenUntil: null });
    await server.settle();
    expect((await mei.call(conversations.get, at(conversationId ?? ''))).state).not.toBe('closed');
    expect(await linesOf(linh, conversationId ?? '')).toContain('ticket_reopened');
    await linh.call(portal.solve, at(id));
    await mei.call(tickets.setStatus, { ...at(id), body: { status: 'closed' } });
    expect(await linh.refused(portal.reopen, { ...at(id), body: words('Again') })).toBe('ticket.closed');
    const late = await linh.call(portal.write, { ...at(id), body: words('It is gone again') });
    expect(late.ticket.id).not.toBe(id);
    expect(late.ticket).toMatchObject({ status: 'new', conversationId });
  });

  test('is rated once it is solved, and that can be changed for seven days', async () => {
    const linh = await verified();
    const { id } = await open(linh);
    const rate = (score: number, comment = '') => ({ ...at(id), body: { score, comment } });
    expect(await linh.refused(portal.rate, rate(5))).toBe('ticket.rating_refused');
    await linh.call(portal.solve, at(id));
    expect((await linh.call(portal.rate, rate(2, ' slow '))).rating).toMatchObject({
      score: 2,
      comment: 'slow',
    });
    expect((await linh.call(portal.rate, rate(4))).rating?.score).toBe(4);
    await linh.call(portal.rate, rate(4));
    const { rows } = await server.platform.database.raw(
      `select payload from events where type = 'ticket.rated' and subject_id = $1 order by id`,
      [id],
    );
    expect(rows.map((row) => (row as { payload: unknown }).payload)).toEqual([
      { score: 2, before: null, commented: true },
      { score: 4, before: 2, commented: false },
    ]);
  });
});
