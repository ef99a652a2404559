import { endpoints, type TellBy } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '../../testing/mailbox.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';
import { addIdentityKey } from '../access/index.ts';
import { createInbox } from '../channels/index.ts';
import { tellCustomer } from './tell/tell-customer.ts';
import { followUnread } from './tell/tell-in-live-chat.ts';
import { answer, at, words } from './tickets.testing.ts';

const { bindings, chat, channels, conversations, portal, tickets } = endpoints;
/** Nobody promised anything. */
const nothingOwed = async () => null;
let server: TestServer;
let mailbox: Mailbox;
let mei: TestAgent;
let linh: TestCustomer;
/** The live chat on the trading page. */
let trading: { id: string; key: string; secret: string };
let portalSecret: { key: string; secret: string };

beforeAll(async () => {
  mailbox = await openMailbox();
  server = await createTestServer({ SMTP_URL: mailbox.url });
  // The queue's own clock runs beside ours: half a minute after ten minutes ago is due now.
  server.clock.advance({ minutes: -10 });
  const team = await server.world.team();
  mei = await server.world.agent({ name: 'Mei', teams: [team], roles: ['agent', 'team_lead'] });
  const { database, keys } = server.platform;
  const inbox = await database.write(async (tx) => {
    const made = await createInbox(tx, { name: 'Portal', channel: 'portal', defaultTeamId: team });
    const { secret } = await addIdentityKey(tx, keys, made.id, { algorithm: 'HS256' });
    return { key: made.key, secret: secret ?? '' };
  });
  portalSecret = inbox;
  trading = await server.world.inbox({ team });
  linh = await inPortal('501');
});

/** Somebody of the exchange, in the portal and in the live chat. */
async function inPortal(sub: string, more: { email?: string } = {}): Promise<TestCustomer> {
  const identity = await server.world.identity(portalSecret.secret, { sub, ...more });
  return server.world.customer(portalSecret.key, { identity });
}
async function onTradingPage(sub: string): Promise<TestCustomer> {
  const identity = await server.world.identity(trading.secret, { sub });
  return server.world.customer(trading.key, { identity });
}

const byEmail = (address: string) => ({ by: 'email' as const, address });
const open = (
  more: { tellBy: TellBy | null; locale?: 'en' | 'zh-CN' | 'ja' },
  customer: TestCustomer = linh,
) =>
  customer.call(portal.open, {
    body: {
      ...words('Sent an hour ago'),
      subject: 'Deposit missing',
      category: 'deposit_withdrawal.deposit_not_credited' as const,
      fields: { asset: 'btc', network: 'bitcoin' as const, txid: 'a'.repeat(64), amount: '0.5' },
      locale: 'en' as const,
      ...more,
    },
  });
const move = (id: string, status: 'pending' | 'on_hold' | 'solved') =>
  mei.call(tickets.setStatus, { ...at(id), body: { status } });

test('an answer and what settles the case with it are one letter', async () => {
  const both = await open({ tellBy: byEmail('both@example.com') });
  await server.settle();
  expect((await mailbox.next()).text).toContain(`#${both.number}`);
  const answeredAt = server.clock.now().toISOString();
  await answer(mei, both.conversationId ?? '', 'Here you are');
  await move(both.id, 'solved');
  await server.settle();
  expect((await mailbox.next()).text).toContain('solved');
  const before = mailbox.letters.length;
  const order = { ticketId: both.id, kind: 'answered' as const, occasion: 'due now' };
  await tellCustomer(server.platform, nothingOwed, { ...order, at: answeredAt }, { last: false });
  expect(mailbox.letters).toHaveLength(before);
  await tellCustomer(server.platform, nothingOwed, order, { last: false });
  expect((await mailbox.next()).text).toContain('We have answered');
});

test('letters go where the customer chose, one for each occasion, with nothing that anybody wrote', async () => {
  const { id, number, conversationId } = await open({
    tellBy: byEmail('cases@example.com'),
    locale: 'zh-CN',
  });
  await server.settle();
  const received = await mailbox.next();
  expect(received.to).toBe('cases@example.com');
  expect(received.text).toContain(`我们已收到您的工单 #${number}`);
  expect(received.text).toContain(`/portal/tickets/${id}`);
  expect(received.text).not.toContain('Sent an hour ago');
  await answer(mei, conversationId ?? '', 'Secret words');
  await server.settle();
  const answered = await mailbox.next();
  expect(answered.text).toContain(`我们已回复您的工单 #${number}`);
  expect(answered.text).not.toContain('Secret');
  await move(id, 'solved');
  await server.settle();
  expect((await mailbox.next()).text).toContain('已解决');
  const silent = await open({ tellBy: null });
  await linh.call(portal.tell, { ...at(silent.id), body: { tellBy: byEmail('later@example.com') } });
  await move(silent.id, 'pending');
  await server.settle();
  const pending = await mailbox.next();
  expect([pending.to, pending.text.includes(`#${silent.number}`)]).toEqual(['later@example.com', true]);
});

describe('news in the live chat', () => {
  const live: TellBy = { by: 'live_chat' };
  const patient = { timeout: 10_000 };
  /** What their chats hold of ours, with who wrote it and where it stands. */
  async function chatsOf(customer: TestCustomer) {
    const { items } = await customer.call(chat.list);
    return Promise.all(
      items.map(async (conversation) => ({
        conversation,
        said: (await customer.call(chat.messages, { ...at(conversation.id), query: {} })).items.filter(
          ({ kind, author }) => kind === 'text' && author.type === 'bot',
        ),
      })),
    );
  }
  /** The same once a job has said so many things there. */
  async function saidTo(customer: TestCustomer, count: number) {
    await expect
      .poll(async () => (await chatsOf(customer)).flatMap(({ said }) => said), patient)
      .toHaveLength(count);
    return chatsOf(customer);
  }
  const tellingOf = (id: string) => mei.call(tickets.telling, at(id));
  const occasionOf = async (id: string) => {
    const { rows } = await server.platform.database.raw(
      'select occasion from ticket_letters where ticket_id = $1 order by sent_at desc limit 1',
      [id],
    );
    return (rows as [{ occasion: string }])[0].occasion;
  };
  /** As when nobody has read for a quarter of an hour. */
  const lookIfRead = async (id: string) =>
    followUnread(server.platform, nothingOwed, { ticketId: id, occasion: await occasionOf(id) });

  test('begins a chat for who has none, which waits for nobody and nobody else sees, and goes on in it', async () => {
    const [customer, other] = [
      await inPortal('601', { email: 'p601@example.com' }),
      await onTradingPage('602'),
    ];
    expect((await customer.call(bindings.listChats)).liveChat).toBe(true);
    const ticket = await open({ tellBy: live, locale: 'ja' }, customer);
    expect(ticket).toMatchObject({ tellBy: live, notTold: null });
    await server.settle();
    const page = await onTradingPage('601');
    expect(page.session.expectsNews).toBe(true);
    const [first, ...more] = await saidTo(page, 1);
    expect(more).toEqual([]);
    expect(first?.conversation).toMatchObject({ state: 'closed', lastSeq: 1, readSeq: 0, agent: null });
    expect(first?.said[0]?.text).toContain(`お問い合わせ #${ticket.number}`);
    expect(first?.said[0]?.text).toContain(`/portal/tickets/${ticket.id}`);
    // By when they hear next is known as it is told.
    expect(first?.said[0]?.text).toContain('までに改めてご連絡します');
    expect(first?.said[0]?.text).not.toContain('Sent an hour ago');
    expect(await chatsOf(other)).toEqual([]);
    expect(other.session.expectsNews).toBe(false);
    const id = first?.conversation.id ?? '';
    expect(await mei.call(conversations.get, at(id))).toMatchObject({
      state: 'closed',
      waitingSince: null,
      assigneeId: null,
      lastSeq: 1,
      agentReadSeq: 1,
    });

    server.clock.advance({ seconds: 1 });
    await move(ticket.id, 'on_hold');
    await server.settle();
    const after = await saidTo(page, 2);
    expect(after.map(({ said }) => said.length)).toEqual([2]);
    expect(await tellingOf(ticket.id)).toMatchObject({
      way: 'live_chat',
      chat: null,
      trouble: null,
      last: { kind: 'on_hold', way: 'chat', channel: 'chat', read: false },
    });

    // Nobody reads it: a letter follows, once, and what is read needs none.
    const before = mailbox.letters.length;
    await lookIfRead(ticket.id);
    await lookIfRead(ticket.id);
    expect(mailbox.letters.slice(before).map(({ to }) => to)).toEqual(['p601@example.com']);
    expect((await customer.call(portal.get, at(ticket.id))).notTold).toEqual({
      channel: 'chat',
      why: 'unread',
      byEmail: true,
    });
    await page.call(chat.read, { ...at(id), body: { deliveredSeq: 2, readSeq: 2 } });
    expect((await customer.call(portal.get, at(ticket.id))).notTold).toBeNull();
    expect(await tellingOf(ticket.id)).toMatchObject({ trouble: null, last: { read: true } });
    server.clock.advance({ seconds: 1 });
    await move(ticket.id, 'solved');
    await server.settle();
    await saidTo(page, 3);
    await page.call(chat.read, { ...at(id), body: { deliveredSeq: 3, readSeq: 3 } });
    await lookIfRead(ticket.id);
    expect(mailbox.letters).toHaveLength(before + 1);
  });

  test('stands in the chat that is open, where it answers nobody and stops nobody', async () => {
    const [customer, page] = [await inPortal('603'), await onTradingPage('603')];
    const started = await page.call(chat.start, {
      body: { ...words('May I ask something?'), topic: null, locale: 'en' },
    });
    const { id } = started.conversation;
    const seen = (await mei.call(conversations.get, at(id))).lastSeq;
    const ticket = await open({ tellBy: live }, customer);
    await server.settle();
    await saidTo(page, 1);
    const asked = await mei.call(conversations.get, at(id));
    expect(asked).toMatchObject({ state: 'queued', preview: { author: 'customer' } });
    expect(asked.waitingSince).not.toBeNull();
    // The agent wrote their answer with the question on screen.
    await mei.call(conversations.post, {
      ...at(id),
      body: { ...words('Of course'), kind: 'text', seenSeq: seen },
    });
    // Read on its page it is read as well.
    expect(await tellingOf(ticket.id)).toMatchObject({ last: { kind: 'received', read: false } });
    server.clock.advance({ seconds: 1 });
    await answer(mei, ticket.conversationId ?? '', 'We found it');
    const order = { ticketId: ticket.id, kind: 'answered' as const, occasion: 'an answer' };
    await tellCustomer(server.platform, nothingOwed, order, { last: false });
    await server.settle();
    const thread = ticket.conversationId ?? '';
    const { lastSeq } = (await customer.call(chat.messages, { ...at(thread), query: {} })).conversation;
    await customer.call(chat.read, { ...at(thread), body: { deliveredSeq: lastSeq, readSeq: lastSeq } });
    expect(await tellingOf(ticket.id)).toMatchObject({ last: { kind: 'answered', read: true } });
  });

  test('is usual for what was begun in the chat, also of a visitor, until another way is chosen', async () => {
    const visitor = await server.world.customer(trading.key);
    const { conversation } = await visitor.call(chat.start, {
      body: { ...words('Where is my deposit?'), topic: null, locale: 'en' },
    });
    const body = { subject: 'Deposit', category: 'other' as const, conversationId: conversation.id };
    const ticket = await mei.call(tickets.create, { body });
    await answer(mei, conversation.id, 'We look into it');
    await tellCustomer(
      server.platform,
      nothingOwed,
      { ticketId: ticket.id, kind: 'answered', occasion: 'what stands there already' },
      { last: false },
    );
    await move(ticket.id, 'solved');
    await server.settle();
    const [own] = await saidTo(visitor, 1);
    // Their answer stands there itself, and the page is none that they can come in to.
    expect(own?.said.map(({ text }) => text)).toEqual([
      expect.stringMatching(`^We consider your ticket #${ticket.number} solved.*just write here.$`),
    ]);
    expect(await tellingOf(ticket.id)).toMatchObject({
      way: 'live_chat',
      last: { way: 'chat', read: false },
    });

    const page = await onTradingPage('604');
    const chatted = await page.call(chat.start, {
      body: { ...words('And mine?'), topic: null, locale: 'en' },
    });
    const second = await mei.call(tickets.create, {
      body: { ...body, conversationId: chatted.conversation.id },
    });
    const customer = await inPortal('604');
    expect((await customer.call(portal.get, at(second.id))).tellBy).toEqual(live);
    const silent = await customer.call(portal.tell, { ...at(second.id), body: { tellBy: null } });
    expect(silent.tellBy).toBeNull();
    await move(second.id, 'solved');
    await server.settle();
    expect((await chatsOf(page)).flatMap(({ said }) => said)).toEqual([]);
  });

  test('is no way for whom the chat does not know, and a letter is where it is closed', async () => {
    const customer = await inPortal('605', { email: 'p605@example.com' });
    const ticket = await open({ tellBy: live }, customer);
    await server.settle();
    await onTradingPage('605');
    const admin = await server.world.agent({ roles: ['administrator'] });
    const enable = (enabled: boolean) =>
      admin.call(channels.updateInbox, { params: { id: trading.id }, body: { enabled } });
    await enable(false);
    server.clock.advance({ seconds: 1 });
    await move(ticket.id, 'pending');
    await server.settle();
    await expect.poll(() => mailbox.letters.at(-1)?.to, patient).toBe('p605@example.com');
    await expect
      .poll(() => tellingOf(ticket.id), patient)
      .toMatchObject({ trouble: { channel: 'chat', why: 'inbox_closed', byEmail: true } });
    const late = await inPortal('606');
    expect((await late.call(bindings.listChats)).liveChat).toBe(false);
    const own = await open({ tellBy: null }, late);
    const refused = await late.refused(portal.tell, { ...at(own.id), body: { tellBy: live } });
    expect(refused).toBe('ticket.chat_not_connected');
    await enable(true);
  });
});
