import { endpoints, type FlowId } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClient } from '../../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { simulatorKeys, startSimulator } from '../exchange.testing.ts';

/** Flows over HTTP: who may run them for whom, that agents' looks are written, and what customers hear of themselves. */
const { chat, flows } = endpoints;
const simulator = await startSimulator(() => server.clock.now());
let server: TestServer;
let inbox: { key: string; secret: string };
let bao: TestAgent;
let outsider: TestAgent;

beforeAll(async () => {
  server = await createTestServer({
    EXCHANGE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_URL: simulator.url,
    EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
    EXCHANGE_KEY: simulatorKeys.key,
    EXCHANGE_SECRET: simulatorKeys.secret,
    EXPLORERS: `ethereum:blockscout:${simulator.url}/explorer/ethereum,bsc:blockscout:${simulator.url}/explorer/bsc`,
  });
  const team = await server.world.team();
  const elsewhere = await server.world.team({ name: 'Elsewhere' });
  inbox = await server.world.inbox({ team });
  bao = await server.world.agent({ name: 'Bao', teams: [team] });
  outsider = await server.world.agent({ name: 'Outsider', teams: [elsewhere] });
});
beforeEach(() => {
  // The breaker has rested, and allowances are whole.
  server.clock.advance({ minutes: 2 });
});

async function customerOf(uid: string | null) {
  const identity = uid ? await server.world.identity(inbox.secret, { sub: uid }) : undefined;
  return server.world.customer(inbox.key, identity ? { identity } : {});
}
async function conversationOf(uid: string | null) {
  const customer = await customerOf(uid);
  const body = { key: 'start-start', text: 'Hello', attachmentIds: [], topic: null, locale: 'en' as const };
  return (await customer.call(chat.start, { body })).conversation.id;
}
const missingMemo = '4F1A6C0D9B7E35A28C60F1D94E7B02A35C8D6E19F0B4A7C2D3E58F6071B9A4C6';
const body = (slots = {}, locale: 'en' | 'vi' | 'zh-CN' = 'en') => ({
  slots,
  locale,
  timeZone: 'Asia/Ho_Chi_Minh',
});
const forConversation = (
  agent: TestAgent,
  id: string,
  flow: FlowId,
  slots = {},
  locale: 'en' | 'vi' | 'zh-CN' = 'en',
) => agent.call(flows.runForConversation, { params: { id, flow }, body: body(slots, locale) });
const looks = async () =>
  (
    await server.platform.database
      .reader()
      .sql.selectFrom('events')
      .select('id')
      .where('type', '=', 'exchange.customer_facts_read')
      .execute()
  ).length;

describe('by an agent', () => {
  test('a deposit without memo is found by its TXID, in the language of the customer, and the look is written', async () => {
    const id = await conversationOf('40218831');
    const before = await looks();
    const run = await forConversation(bao, id, 'deposit', { txid: missingMemo.toLowerCase() }, 'vi');
    expect(run).toMatchObject({ kind: 'answered', outcome: 'memo_missing', needsPerson: true, stale: false });
    expect(run.text).toContain('thiếu memo');
    expect(run.ticket).toMatchObject({
      category: 'deposit_withdrawal.missing_memo',
      fields: { asset: 'XRP', network: 'xrp', txid: missingMemo, amount: '850', memo: expect.any(String) },
    });
    expect(run.ticket?.fields).not.toHaveProperty('address');
    expect(run.trace.map((it) => it.decided)).toEqual([
      { kind: 'look_up', facts: ['assets', 'deposits', 'arrival'] },
      { kind: 'look_up', facts: ['addresses'] },
      { kind: 'answer', outcome: 'memo_missing' },
    ]);
    expect(await looks()).toBe(before + 1);
  });
  test('a deposit that went over the wrong network is found on that chain, with source and moment', async () => {
    const id = await conversationOf('40218831');
    const txid = '0x3ce7b05d9a1f4268e0c3b7d5f9a1e4268c0b3d7f5e9a1c4268b0d3f7e5a9c142';
    const run = await forConversation(bao, id, 'deposit', { txid });
    expect(run).toMatchObject({
      outcome: 'wrong_network',
      ticket: {
        category: 'deposit_withdrawal.wrong_network',
        fields: { txid, network: 'bsc', amount: '320' },
      },
    });
    const host = new URL(simulator.url).host;
    expect(run.text).toContain(`320 USDT went to 0x5290…9EE7 over BNB Smart Chain (BEP20)`);
    expect(run.trace.at(-1)?.witnesses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ chain: 'ethereum', source: host, state: 'not_found' }),
        expect.objectContaining({ chain: 'bsc', source: host, state: 'found' }),
      ]),
    );
  });
  test('a withdrawal that rests says until when', async () => {
    const run = await forConversation(bao, await conversationOf('18826077'), 'withdrawal', {}, 'zh-CN');
    expect(run).toMatchObject({ outcome: 'held', needsPerson: false, ticket: null });
    expect(run.text).toContain('修改了密码');
  });
  test('public figures serve a visitor, and are no look', async () => {
    const id = await conversationOf(null);
    const before = await looks();
    const run = await forConversation(bao, id, 'fees', { asset: 'usdt', network: 'TRON' });
    expect(run).toMatchObject({ outcome: 'figures' });
    expect(run.text).toContain('Withdrawal fee: 1 USDT');
    expect(await looks()).toBe(before);
    const params = { id, flow: 'deposit' as const };
    expect(await bao.refused(flows.runForConversation, { params, body: body() })).toBe(
      'exchange.customer_not_verified',
    );
  });
  test('who does not see the conversation runs nothing, not even for public figures', async () => {
    const id = await conversationOf('40218831');
    const before = await looks();
    for (const flow of ['deposit', 'price'] as const) {
      const refused = await outsider.refused(flows.runForConversation, {
        params: { id, flow },
        body: body(),
      });
      expect(refused).toBe('conversation.not_found');
    }
    expect(await looks()).toBe(before);
  });
  test('an exchange that is silent is said so, and the look is written all the same', async () => {
    const id = await conversationOf('40218831');
    const before = await looks();
    simulator.faults.mode = 'error';
    const run = await forConversation(bao, id, 'deposit');
    simulator.faults.mode = 'none';
    expect(run).toMatchObject({ kind: 'answered', outcome: 'silent', ticket: null });
    expect(await looks()).toBe(before + 1);
  });
  test('a time zone that is none is refused', async () => {
    const params = { id: await conversationOf('40218831'), flow: 'price' as const };
    const refused = await bao.refused(flows.runForConversation, {
      params,
      body: { ...body(), timeZone: 'Mars/Base' },
    });
    expect(refused).toBe('request.invalid');
  });
});

describe('by customers themselves', () => {
  const own = (customer: Awaited<ReturnType<typeof customerOf>>, flow: FlowId, slots = {}) =>
    customer.call(flows.run, { params: { flow }, body: body(slots) });
  test('a verified one hears of their own, and of nobody else', async () => {
    const linh = await own(await customerOf('40218831'), 'deposit', { txid: missingMemo });
    expect(linh).toMatchObject({ outcome: 'memo_missing', needsPerson: true });
    expect(linh).not.toHaveProperty('trace');
    const chen = await own(await customerOf('18826077'), 'deposit', { txid: missingMemo });
    expect(chen).toMatchObject({ outcome: 'not_seen', ticket: null });
  });
  test('a choice that was offered is an answer', async () => {
    const linh = await customerOf('40218831');
    const asks = await own(linh, 'withdrawal');
    expect(asks).toMatchObject({ kind: 'asks', outcome: 'transferId' });
    const answers = await own(linh, 'withdrawal', asks.choices[1]?.slots);
    expect(answers).toMatchObject({ outcome: 'wallet_reject' });
    expect(answers.text).toContain('The network was under maintenance');
  });
  test('a visitor is asked to sign in, and hears public figures', async () => {
    const visitor = await customerOf(null);
    const asked = simulator.asked();
    expect(await own(visitor, 'deposit')).toMatchObject({ kind: 'needs_sign_in', asOf: null });
    expect(simulator.asked()).toBe(asked);
    expect(await own(visitor, 'price', { asset: 'BTC' })).toMatchObject({ outcome: 'price' });
  });
  test('more than twenty runs in a minute wait', async () => {
    const visitor = await customerOf(null);
    for (let run = 0; run < 20; run++) await own(visitor, 'deposit');
    expect(await visitor.refused(flows.run, { params: { flow: 'deposit' }, body: body() })).toBe(
      'request.rate_limited',
    );
  });
});

test('without an exchange agents hear that there is none', async () => {
  const alone = await createTestServer({}, server);
  const params = { id: await conversationOf('40218831'), flow: 'deposit' as const };
  const there = createTestClient(alone.url, bao.headers);
  expect(await there.refused(flows.runForConversation, { params, body: body() })).toBe(
    'exchange.not_connected',
  );
});
