import { randomUUID } from 'node:crypto';
import { endpoints, type Locale } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { simulatorKeys, startSimulator } from '../exchange/exchange.testing.ts';

/** What the assistant hands over as a case has a ticket, once; who only wants a person has none. */
const { assistant, chat, conversations, portal, sla, tickets } = endpoints;
const simulator = await startSimulator(() => server.clock.now());
let server: TestServer;
let inbox: { key: string; secret: string };
let security: string;
let mei: TestAgent;

/** Of the simulated exchange: a deposit of 850 XRP without its memo, and whose it is. */
const linh = '40218831';
const missingMemo = '4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2D3E58F6071B9A4C6';
/** The same of 0.8 ETH that a contract sent. */
const jiwoo = '33861092';
const byContract = '0x4d9cd39f96f093824dea7699b83ea415ed081fdcbff4a7b4f8d090d27bf3bc23';

beforeAll(async () => {
  server = await createTestServer({
    EXCHANGE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
    EXCHANGE_KEY: simulatorKeys.key,
    EXCHANGE_SECRET: simulatorKeys.secret,
  });
  const support = await server.world.team();
  security = await server.world.team({ name: 'Security' });
  inbox = await server.world.inbox({ team: support, securityTeam: security, assistant: true });
  mei = await server.world.agent({
    name: 'Mei',
    teams: [support, security],
    roles: ['agent', 'team_lead'],
    capacity: 0,
  });
});

/** Somebody in the chat, who says the first of it. */
async function guest(text: string, { locale = 'en', uid }: { locale?: Locale; uid?: string } = {}) {
  const identity = uid ? await server.world.identity(inbox.secret, { sub: uid }) : undefined;
  const customer = await server.world.customer(inbox.key, { locale, ...(identity && { identity }) });
  const words = (said: string) => ({ key: randomUUID(), text: said, attachmentIds: [] });
  const { conversation } = await customer.call(chat.start, { body: { ...words(text), topic: null, locale } });
  await server.settle();
  const params = { id: conversation.id };
  return {
    customer,
    id: conversation.id,
    async say(more: string) {
      await customer.call(chat.post, { params, body: words(more) });
      await server.settle();
    },
    async said() {
      const { items } = await customer.call(chat.messages, { params, query: {} });
      return items.findLast((it) => it.author.type === 'bot')?.text ?? '';
    },
    async opened() {
      const { items } = await mei.call(tickets.list, { query: {} });
      return items.filter((it) => it.conversationId === conversation.id);
    },
    async lines() {
      const { items } = await mei.call(conversations.messages, { params, query: {} });
      return items.flatMap((it) => it.system?.key ?? []);
    },
  };
}

describe('a ticket is opened', () => {
  test('for a stolen account: urgent, with the team, by the assistant, with a clock; its customer reads the number', async () => {
    const someone = await guest('my account has been hacked');
    const [ticket, ...others] = await someone.opened();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      category: 'account_security.hacked',
      subject: 'Account stolen or funds missing',
      priority: 'urgent',
      source: 'assistant',
      status: 'new',
      teamId: security,
      channel: 'chat',
    });
    expect(await someone.said()).toContain(`#${ticket?.number}`);
    // Nobody vouches for them: they have no page of their own.
    expect(await someone.said()).not.toContain('My tickets');
    const params = { id: ticket?.id ?? '' };
    const whole = await mei.call(tickets.get, { params });
    expect(whole.fields).toEqual({ description: 'my account has been hacked' });
    const { clocks } = await mei.call(sla.ticket, { params });
    expect(clocks.length).toBeGreaterThan(0);
    const { items } = await mei.call(tickets.timeline, { params, query: {} });
    expect(items.find((it) => it.type === 'ticket.opened')?.actor).toMatchObject({ type: 'system' });
  });

  test('for what a flow found to be for people, with its facts, and stands in the portal of whose it is', async () => {
    const someone = await guest(`My XRP deposit has not arrived, TXID ${missingMemo}`, { uid: linh });
    const [ticket, ...others] = await someone.opened();
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      category: 'deposit_withdrawal.missing_memo',
      subject: 'Deposit of 850 XRP',
      source: 'assistant',
    });
    expect(await someone.lines()).toContain('handed_over_needed');
    const { fields } = await mei.call(tickets.get, { params: { id: ticket?.id ?? '' } });
    expect(fields).toMatchObject({ asset: 'XRP', network: 'xrp', txid: missingMemo, amount: '850' });
    expect(fields).not.toHaveProperty('address');
    const said = await someone.said();
    expect(said).toContain(`#${ticket?.number}.\nYou find it under “My tickets”`);
    // It is there: nobody is to open one.
    expect(said).toContain('I am passing it on with what I found');
    expect(said).not.toContain('Open a ticket');
    const { items } = await someone.customer.call(portal.list, { query: {} });
    expect(items.map((it) => it.number)).toEqual([ticket?.number]);
  });

  test('for a complaint, in the customer’s language', async () => {
    const someone = await guest('苦情を申し立てたいです', { locale: 'ja' });
    const [ticket] = await someone.opened();
    expect(ticket).toMatchObject({ category: 'other.complaint', subject: '苦情', source: 'assistant' });
    expect(await someone.said()).toContain(`お問い合わせ番号は #${ticket?.number} です。`);
  });

  test('for somebody who may hurt themselves: urgent, and named by nothing that they wrote', async () => {
    const someone = await guest('I lost everything and I want to kill myself');
    expect(await someone.lines()).toContain('handed_over_vulnerable');
    expect(await someone.opened()).toMatchObject([{ priority: 'urgent', subject: 'Personal support' }]);
  });
});

test('of clearly another matter than that of the thread stands beside it, linked and told of, once', async () => {
  const someone = await guest('How do I create an API key?', { uid: jiwoo });
  const params = { id: someone.id };
  const body = { conversationId: someone.id, subject: 'Seen to', category: 'api.keys' as const };
  const first = await mei.call(tickets.create, { body });
  await someone.say(`My deposit has not arrived, TXID ${byContract}`);
  const linked = async () => {
    const { links } = await mei.call(tickets.get, { params: { id: first.id } });
    return Promise.all(
      links.map(
        async (it) => [it.kind, await mei.call(tickets.get, { params: { id: it.ticket.id } })] as const,
      ),
    );
  };
  const [[kind, second] = [], ...more] = await linked();
  expect([kind, more]).toEqual(['related', []]);
  expect(second).toMatchObject({
    category: 'deposit_withdrawal.deposit_not_credited',
    source: 'assistant',
    conversationId: null,
    customer: { id: someone.customer.id },
    language: 'en',
  });
  expect(await someone.said()).toContain(`#${second?.number}`);
  expect((await someone.opened()).map((it) => it.id)).toEqual([first.id]);
  const { items } = await someone.customer.call(portal.list, { query: {} });
  expect(items.map((it) => it.number)).toContain(second?.number);

  await mei.call(conversations.take, { params });
  await mei.call(assistant.give, { params });
  await someone.say(`It has still not arrived, TXID ${byContract}`);
  expect((await linked()).map(([, it]) => it.id)).toEqual([second?.id]);

  // What becomes of it is told in the thread in which it began.
  await mei.call(tickets.setStatus, { params: { id: second?.id ?? '' }, body: { status: 'solved' } });
  await expect
    .poll(() => someone.said(), { timeout: 20_000 })
    .toContain(`We consider your ticket #${second?.number} solved`);
});

describe('none is opened', () => {
  test('where somebody only wants a person, or could not be helped', async () => {
    const asks = await guest('I want to talk to a human please');
    expect(await asks.lines()).toContain('handed_over_asked');
    expect(await asks.opened()).toEqual([]);
    const lost = await guest('blorp fnord wibble quux');
    await lost.say('That did not help');
    await lost.say('That did not help');
    expect(await lost.lines()).toContain('handed_over_unsure');
    expect(await lost.opened()).toEqual([]);
  });

  test('where the thread has had one: by an earlier handover, or by an agent', async () => {
    const someone = await guest('my account has been hacked');
    const [first] = await someone.opened();
    const params = { id: someone.id };
    await mei.call(conversations.take, { params });
    await mei.call(assistant.give, { params });
    await someone.say('This is a formal complaint about your service');
    expect(await someone.lines()).toContain('handed_over_complaint');
    expect((await someone.opened()).map((it) => it.id)).toEqual([first?.id]);
    expect(await someone.said()).not.toContain(`#${first?.number}`);

    const other = await guest('How do I change my password?');
    const body = { conversationId: other.id, subject: 'Seen to', category: 'account_security' as const };
    const { id } = await mei.call(tickets.create, { body });
    await other.say('my account has been hacked');
    expect(await other.lines()).toContain('handed_over_stolen');
    expect((await other.opened()).map((it) => it.id)).toEqual([id]);
    expect((await mei.call(tickets.get, { params: { id } })).links).toEqual([]);
  });
});
