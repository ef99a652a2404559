import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMailbox } from '../../../testing/mailbox.ts';
import { createTestClient } from '../../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { simulatorKeys, startSimulator } from '../exchange.testing.ts';

/** Accounts are frozen by two people, or by whose they are: who may, what is written, and what an exchange that is silent changes. */
const { chat, exchange, freezes } = endpoints;
const simulator = await startSimulator(() => server.clock.now());
const settings = {
  EXCHANGE_URL: simulator.url,
  EXCHANGE_BACK_OFFICE_URL: simulator.url,
  EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
  EXCHANGE_KEY: simulatorKeys.key,
  EXCHANGE_SECRET: simulatorKeys.secret,
};
const body = { reason: 'stolen_account' as const, note: 'The customer called from the known number.' };
let server: TestServer;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let inbox: { key: string; secret: string };
let bao: TestAgent;
let lead: TestAgent;
let outsider: TestAgent;

beforeAll(async () => {
  mailbox = await openMailbox();
  server = await createTestServer({ ...settings, SMTP_URL: mailbox.url });
  const team = await server.world.team();
  const elsewhere = await server.world.team({ name: 'Elsewhere' });
  inbox = await server.world.inbox({ team });
  bao = await server.world.agent({ name: 'Bao', teams: [team] });
  lead = await server.world.agent({ name: 'Lena', teams: [team], roles: ['team_lead'] });
  outsider = await server.world.agent({ name: 'Outsider', teams: [elsewhere] });
});
beforeEach(() => {
  simulator.faults.mode = 'none';
  // The breaker has rested, and allowances are whole.
  server.clock.advance({ minutes: 2 });
});

let uid = 55_000_000;
/** A verified customer (of whom the exchange vouches for an address), and a conversation of theirs. */
async function somebody(email?: string) {
  const sub = `${++uid}`;
  const identity = await server.world.identity(inbox.secret, { sub, ...(email && { email }) });
  const customer = await server.world.customer(inbox.key, { identity });
  const start = { key: 'start-start', text: 'Help', attachmentIds: [], topic: null, locale: 'en' as const };
  const { conversation } = await customer.call(chat.start, { body: start });
  return { customer, at: { params: { id: conversation.id } } };
}
const standingOf = async (at: { params: { id: string } }) => {
  const { standing } = await bao.call(exchange.lookUp, at);
  return standing.state === 'known' ? standing.value.frozenAt : 'silent';
};
const codeFrom = (text: string) => /^\d{6}$/m.exec(text)?.[0] ?? '';

describe('an agent', () => {
  test('asks, another one agrees, and the exchange is told at once', async () => {
    const { at, customer } = await somebody();
    const asked = await bao.call(freezes.ask, { ...at, body });
    expect(asked).toMatchObject({
      state: 'waiting',
      requestedBy: { name: 'Bao' },
      decidedBy: null,
      frozenAt: null,
    });
    expect(await standingOf(at)).toBeNull();
    expect(await bao.refused(freezes.ask, { ...at, body })).toBe('freeze.under_way');
    const waiting = (await lead.call(freezes.list, {})).items;
    expect(waiting[0]).toMatchObject({ id: asked.id, customer: { id: customer.id } });
    const done = await lead.call(freezes.approve, { params: { id: asked.id } });
    expect(done).toMatchObject({
      state: 'frozen',
      decidedBy: { name: 'Lena' },
      frozenAt: expect.any(String),
    });
    expect(await standingOf(at)).toBe(done.frozenAt);
    const { items, needsTwo } = await bao.call(freezes.ofConversation, at);
    expect([items, needsTwo]).toEqual([[done], true]);
    const { sql } = server.platform.database.reader();
    const written = await sql
      .selectFrom('events')
      .select(['actor_id', 'payload'])
      .where('type', '=', 'exchange.account_freeze_changed')
      .where('subject_id', '=', customer.id)
      .orderBy('occurred_at')
      .execute();
    expect(written).toEqual([
      { actor_id: bao.id, payload: { freezeId: asked.id, state: 'waiting' } },
      { actor_id: lead.id, payload: { freezeId: asked.id, state: 'approved' } },
      { actor_id: null, payload: { freezeId: asked.id, state: 'frozen' } },
    ]);
  });

  test('cannot agree to what they asked for, nor agree without the right, nor ask for whom they do not see', async () => {
    const { at } = await somebody();
    const { id } = await lead.call(freezes.ask, { ...at, body });
    const it = { params: { id } };
    expect(await lead.refused(freezes.approve, it)).toBe('freeze.own');
    expect(await bao.refused(freezes.approve, it)).toBe('access.forbidden');
    expect(await bao.refused(freezes.list, {})).toBe('access.forbidden');
    expect(await outsider.refused(freezes.ask, { ...at, body })).toBe('conversation.not_found');
    expect(await outsider.refused(freezes.ofConversation, at)).toBe('conversation.not_found');
    expect((await lead.call(freezes.refuse, it)).state).toBe('refused');
    expect(await lead.refused(freezes.approve, it)).toBe('freeze.decided');
    expect(await standingOf(at)).toBeNull();
    const again = await bao.call(freezes.ask, { ...at, body });
    const one = { params: { id: again.id } };
    expect(await outsider.refused(freezes.refuse, one)).toBe('freeze.not_found');
    expect(await bao.call(freezes.refuse, one)).toMatchObject({
      state: 'refused',
      decidedBy: { name: 'Bao' },
    });
  });

  test('waits where the exchange is silent, and it is told again', async () => {
    const { at } = await somebody();
    const { id } = await bao.call(freezes.ask, { ...at, body });
    simulator.faults.mode = 'error';
    expect((await lead.call(freezes.approve, { params: { id } })).state).toBe('approved');
    simulator.faults.mode = 'none';
    server.clock.advance({ minutes: 2 });
    await expect
      .poll(async () => (await bao.call(freezes.ofConversation, at)).items[0]?.state, { timeout: 20_000 })
      .toBe('frozen');
  });

  test('of a visitor there is nothing to freeze', async () => {
    const visitor = await server.world.customer(inbox.key);
    const start = { key: 'start-start', text: 'Help', attachmentIds: [], topic: null, locale: 'en' as const };
    const { conversation } = await visitor.call(chat.start, { body: start });
    const at = { params: { id: conversation.id } };
    expect(await bao.refused(freezes.ask, { ...at, body })).toBe('exchange.customer_not_verified');
    expect(await visitor.refused(freezes.sendCode, {})).toBe('exchange.customer_not_verified');
  });
});

test('where one is enough, nobody is waited for', async () => {
  const alone = await createTestServer(
    { ...settings, SMTP_URL: mailbox.url, FREEZE_NEEDS_TWO: 'false' },
    server,
  );
  const { at } = await somebody();
  const made = await createTestClient(alone.url, bao.headers).call(freezes.ask, { ...at, body });
  expect(made).toMatchObject({ state: 'frozen', requestedBy: { name: 'Bao' }, decidedBy: { name: 'Bao' } });
});

describe('a customer', () => {
  test('freezes their account by the code that goes to their address', async () => {
    const { customer, at } = await somebody('rosa@example.com');
    const { challenge, to } = await customer.call(freezes.sendCode, {});
    expect(to).toBe('r…@example.com');
    const letter = await mailbox.next();
    expect(letter.to).toBe('rosa@example.com');
    const code = codeFrom(letter.text);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await customer.refused(freezes.own, { body: { challenge, code: wrong } })).toBe(
      'access.wrong_code',
    );
    const done = await customer.call(freezes.own, { body: { challenge, code } });
    expect(done).toEqual({ state: 'frozen', frozenAt: expect.any(String) });
    expect(await standingOf(at)).toBe(done.frozenAt);
    expect(await customer.refused(freezes.own, { body: { challenge, code } })).toBe('access.wrong_code');
    expect((await bao.call(freezes.ofConversation, at)).items).toMatchObject([
      { state: 'frozen', requestedBy: null, decidedBy: null },
    ]);
  });

  test('goes on with what an agent has asked for, without a second person', async () => {
    const { customer, at } = await somebody('otto@example.com');
    const { id } = await bao.call(freezes.ask, { ...at, body });
    const { challenge } = await customer.call(freezes.sendCode, {});
    const code = codeFrom((await mailbox.next()).text);
    expect((await customer.call(freezes.own, { body: { challenge, code } })).state).toBe('frozen');
    expect((await bao.call(freezes.ofConversation, at)).items).toMatchObject([{ id, state: 'frozen' }]);
  });

  test('cannot use the code of somebody else, nor one without an address', async () => {
    const rosa = await somebody('rosa2@example.com');
    const otto = await somebody('otto2@example.com');
    const { challenge } = await rosa.customer.call(freezes.sendCode, {});
    const code = codeFrom((await mailbox.next()).text);
    expect(await otto.customer.refused(freezes.own, { body: { challenge, code } })).toBe('access.wrong_code');
    expect(await (await somebody()).customer.refused(freezes.sendCode, {})).toBe('freeze.no_address');
    expect(await standingOf(rosa.at)).toBeNull();
  });
});
