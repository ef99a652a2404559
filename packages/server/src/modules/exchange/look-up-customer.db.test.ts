import { type ExchangeFacts, endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClient } from '../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { simulatorKeys, startSimulator } from './exchange.testing.ts';

/** What agents see of the exchange beside a conversation: whose facts, who may see them, and that it is written who did. */
const { chat, exchange } = endpoints;
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

/** A conversation of the customer with a UID, or of a visitor. */
async function conversationOf(uid: string | null) {
  const identity = uid ? await server.world.identity(inbox.secret, { sub: uid }) : undefined;
  const customer = await server.world.customer(inbox.key, identity ? { identity } : {});
  const body = { key: 'start-start', text: 'Hello', attachmentIds: [], topic: null, locale: 'en' as const };
  const { conversation } = await customer.call(chat.start, { body });
  return { id: conversation.id, customerId: customer.id };
}
const lookUp = (agent: TestAgent, id: string) => agent.call(exchange.lookUp, { params: { id } });
const looks = async () =>
  (
    await server.platform.database
      .reader()
      .sql.selectFrom('events')
      .select(['subject_id', 'actor_id', 'payload'])
      .where('type', '=', 'exchange.customer_facts_read')
      .execute()
  ).length;
const valueOf = <K extends keyof ExchangeFacts>(facts: ExchangeFacts, part: K) => {
  const answer = facts[part];
  if (answer.state !== 'known') throw new Error(`${part} is silent: ${answer.reason}`);
  return answer.value as Extract<ExchangeFacts[K], { state: 'known' }>['value'];
};

describe('beside a conversation', () => {
  test('an agent sees what the exchange knows of its customer, and that is written', async () => {
    const { id, customerId } = await conversationOf('18826077');
    const facts = await lookUp(bao, id);
    expect(valueOf(facts, 'withdrawals')[0]).toMatchObject({
      asset: 'BTC',
      amount: '3',
      network: 'BTC',
      state: 'reexamine',
      address: 'bc1qw5…f3t4',
      txid: null,
    });
    expect(valueOf(facts, 'standing').restrictions).toMatchObject([
      { kind: 'withdrawals', reason: 'security_change', until: expect.any(String) },
    ]);
    expect(valueOf(facts, 'verification')).toMatchObject({ state: 'approved', level: 3 });
    expect(valueOf(facts, 'quota')).toMatchObject({ asset: 'BTC', networks: [{ leftToday: '177' }] });
    expect([valueOf(facts, 'orders'), valueOf(facts, 'peerOrders'), valueOf(facts, 'deposits')]).toEqual([
      [],
      [],
      [],
    ]);
    const { sql } = server.platform.database.reader();
    const written = await sql
      .selectFrom('events')
      .select(['subject_id', 'actor_type', 'actor_id', 'payload'])
      .where('type', '=', 'exchange.customer_facts_read')
      .where('subject_id', '=', customerId)
      .execute();
    expect(written).toEqual([
      { subject_id: customerId, actor_type: 'agent', actor_id: bao.id, payload: { conversationId: id } },
    ]);
  });

  test('deposits name their network and the confirmations that they need', async () => {
    const { id } = await conversationOf('40218831');
    const deposits = valueOf(await lookUp(bao, id), 'deposits');
    expect(deposits.find(({ asset }) => asset === 'BTC')).toMatchObject({ network: 'BTC', needed: 2 });
    expect(deposits.find(({ asset }) => asset === 'USDT')).toMatchObject({ network: null, needed: null });
  });

  test('who does not see the conversation sees nothing, and a look that was refused is none', async () => {
    const { id } = await conversationOf('40218831');
    const before = await looks();
    expect(await outsider.refused(exchange.lookUp, { params: { id } })).toBe('conversation.not_found');
    expect(await looks()).toBe(before);
  });

  test('of a visitor nothing is asked', async () => {
    const { id } = await conversationOf(null);
    const [before, asked] = [await looks(), simulator.asked()];
    expect(await bao.refused(exchange.lookUp, { params: { id } })).toBe('exchange.customer_not_verified');
    expect([await looks(), simulator.asked()]).toEqual([before, asked]);
  });

  test('an exchange that does not answer leaves each part silent, and the look is written all the same', async () => {
    const { id } = await conversationOf('40218831');
    const before = await looks();
    simulator.faults.mode = 'error';
    const facts = await lookUp(bao, id);
    simulator.faults.mode = 'none';
    expect(new Set(Object.values(facts).map((it) => it.state))).toEqual(new Set(['silent']));
    expect(facts.deposits).toEqual({ state: 'silent', reason: 'unavailable' });
    expect(await looks()).toBe(before + 1);
  });
});

test('without an exchange agents hear that there is none', async () => {
  const alone = await createTestServer({}, server);
  const { id } = await conversationOf('40218831');
  const there = createTestClient(alone.url, bao.headers);
  expect(await there.refused(exchange.lookUp, { params: { id } })).toBe('exchange.not_connected');
});
