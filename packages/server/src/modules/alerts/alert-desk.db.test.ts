import { endpoints, usualAlertSettings } from '@fairlead/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMailbox } from '../../testing/mailbox.ts';
import { type Market, startMarket } from '../../testing/start-market.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';

/** Agents see and stop what customers are sent; administrators say what there is. */
const { alerts, alertDesk, chat, flows } = endpoints;
let market: Market;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let server: TestServer;
let inbox: { key: string; secret: string };
let mei: TestAgent;
let root: TestAgent;
let analyst: TestAgent;

beforeAll(async () => {
  market = await startMarket();
  mailbox = await openMailbox();
  server = await createTestServer({ EXCHANGE_URL: market.url, SMTP_URL: mailbox.url });
  const team = await server.world.team();
  inbox = await server.world.inbox({ team });
});
afterAll(() => market.stop());
beforeEach(async () => {
  market.prices.set('BTC', { last: 60_000, open: 60_000 });
  server.clock.advance({ minutes: 2 });
  mei = await server.world.agent({ name: 'Mei' });
  root = await server.world.agent({ name: 'Root', roles: ['administrator'] });
  analyst = await server.world.agent({ roles: ['analyst'] });
  await root.call(alertDesk.saveSettings, { body: usualAlertSettings });
});

let uid = 67_000_000;
async function somebody(): Promise<{ customer: TestCustomer; at: { params: { id: string } } }> {
  const sub = `${++uid}`;
  const identity = await server.world.identity(inbox.secret, { sub, email: `c${sub}@example.com` });
  const customer = await server.world.customer(inbox.key, { identity });
  return { customer, at: { params: { id: customer.id } } };
}
const above = { kind: 'price_above', asset: 'btc', threshold: '61000', repeats: true } as const;
const mine = (customer: TestCustomer) => customer.call(alerts.mine, { query: { locale: 'en' } });
const sweep = (minutes = 1) => {
  server.clock.advance({ minutes });
  return server.platform.jobs.turn('alerts.sweep');
};
const rise = () => void market.prices.set('BTC', { last: 61_500, open: 60_000 });
const wishes = {
  byChat: true,
  byEmail: true,
  timeZone: 'UTC',
  quiet: null,
  networksThroughQuiet: true,
  brief: null,
  stopped: false,
};
const note = 'They rang us up and said so.';
/** What quiet hours held is due: the queue goes by the database's clock. Nothing of it is told, and it is done with. */
async function passQuietHours(customerId: string): Promise<void> {
  const { database } = server.platform;
  server.clock.advance({ minutes: 60 });
  await database.raw(
    `update pgboss.job set start_after = now() where name = 'alerts.tell' and data->>'customerId' = $1`,
    [customerId],
  );
  const left = async () => {
    const { rows } = await database.raw(
      `select count(*)::int as left from alert_notices where customer_id = $1 and (chat_done_at is null or email_done_at is null)`,
      [customerId],
    );
    return rows;
  };
  await expect.poll(left, { timeout: 20_000 }).toEqual([{ left: 0 }]);
}
const quietNow = () => {
  const now = server.clock.now();
  const from = now.getUTCHours() * 60 + now.getUTCMinutes();
  return { from, until: (from + 60) % 1440 };
};
const written = async (subject: string) => {
  const { rows } = await server.platform.database.raw(
    `select type, actor_type, payload->>'reason' as reason, payload->>'note' as note from events where subject_id = $1 and type like 'alerts.%' order by occurred_at, id`,
    [subject],
  );
  return rows;
};

describe('an agent', () => {
  test('sees a customer’s alerts and stops them with a reason; the customer reads why, and it is recorded', async () => {
    const { customer, at } = await somebody();
    await customer.call(alerts.create, { body: above });
    expect(await mei.call(alertDesk.ofCustomer, at)).toMatchObject({
      alerts: [{ asset: 'BTC', threshold: '61000', state: 'active' }],
      stopped: false,
      holds: [],
      enabled: true,
    });
    const body = { reason: 'compliance', note } as const;
    expect(await mei.refused(alertDesk.hold, { ...at, body: { ...body, note: 'short' } })).toBe(
      'request.invalid',
    );
    expect(await mei.call(alertDesk.hold, { ...at, body })).toMatchObject({
      holds: [{ reason: 'compliance', note, heldBy: { name: 'Mei' }, lifted: null }],
    });
    expect(await mei.refused(alertDesk.hold, { ...at, body })).toBe('alert.held');
    const seen = await mine(customer);
    expect(seen.held).toMatchObject({ reason: 'compliance' });
    expect(JSON.stringify(seen)).not.toContain(note);
    rise();
    await sweep();
    expect((await mine(customer)).notices).toEqual([]);
    expect(await customer.refused(alerts.create, { body: above })).toBe('alert.held');
    expect(await customer.refused(alerts.prefer, { body: wishes })).toBe('alert.held');

    const again = await mei.call(alertDesk.lift, { ...at, body: { note: 'It was settled by law.' } });
    expect(again.holds).toMatchObject([{ lifted: { by: { name: 'Mei' }, note: 'It was settled by law.' } }]);
    expect(await mei.refused(alertDesk.lift, { ...at, body: { note } })).toBe('alert.not_held');
    await sweep();
    expect((await mine(customer)).notices).toHaveLength(1);
    expect(await written(customer.id)).toEqual([
      { type: 'alerts.held', actor_type: 'agent', reason: 'compliance', note },
      { type: 'alerts.lifted', actor_type: 'agent', reason: null, note: 'It was settled by law.' },
    ]);
  });

  test('stops what was ordered and is not told yet', async () => {
    const { customer, at } = await somebody();
    await customer.call(alerts.create, { body: above });
    await customer.call(alerts.prefer, { body: { ...wishes, quiet: quietNow() } });
    rise();
    await sweep();
    await mei.call(alertDesk.hold, { ...at, body: { reason: 'account_security', note } });
    await passQuietHours(customer.id);
    expect(mailbox.letters.filter(({ to }) => to === `c${uid}@example.com`)).toEqual([]);
  });

  test('stops what a customer wishes to be stopped, and the customer takes it back', async () => {
    const { customer, at } = await somebody();
    await customer.call(alerts.create, { body: above });
    await mei.call(alertDesk.hold, { ...at, body: { reason: 'customer_request', note } });
    const { preferences, held } = await mine(customer);
    expect([preferences.stopped, held?.reason]).toEqual([true, 'customer_request']);
    await customer.call(alerts.prefer, { body: wishes });
    expect(await mine(customer)).toMatchObject({ held: null, preferences: { stopped: false } });
    expect((await mei.call(alertDesk.ofCustomer, at)).holds).toMatchObject([{ lifted: { by: null } }]);
    expect(await written(customer.id)).toMatchObject([
      { type: 'alerts.held' },
      { type: 'alerts.lifted', actor_type: 'customer' },
    ]);
  });

  test('without the right sees and stops nothing; of two at once one stops; of nobody there is nothing', async () => {
    const { at } = await somebody();
    const body = { reason: 'customer_request', note } as const;
    expect(await analyst.refused(alertDesk.ofCustomer, at)).toBe('access.forbidden');
    expect(await analyst.refused(alertDesk.hold, { ...at, body })).toBe('access.forbidden');
    expect(await mei.refused(alertDesk.settings, {})).toBe('access.forbidden');
    expect(await mei.refused(alertDesk.saveSettings, { body: usualAlertSettings })).toBe('access.forbidden');
    const both = await Promise.allSettled([
      mei.call(alertDesk.hold, { ...at, body }),
      root.call(alertDesk.hold, { ...at, body }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const nobody = { params: { id: mei.id } };
    expect(await mei.refused(alertDesk.ofCustomer, nobody)).toBe('people.not_found');
  });
});

describe('an administrator', () => {
  const say = (settings: Partial<typeof usualAlertSettings>) =>
    root.call(alertDesk.saveSettings, { body: { ...usualAlertSettings, ...settings } });

  test('switches it off: nothing is sent, nothing is set, and customers read why, in the chat too', async () => {
    const { customer } = await somebody();
    await customer.call(alerts.create, { body: above });
    expect(await say({ enabled: false })).toMatchObject({
      enabled: false,
      changed: { by: { name: 'Root' } },
    });
    rise();
    await sweep();
    expect(await mine(customer)).toMatchObject({ offered: { enabled: false }, notices: [] });
    expect(await customer.refused(alerts.create, { body: above })).toBe('alert.switched_off');
    const run = await customer.call(flows.run, {
      params: { flow: 'alerts' },
      body: { slots: { alert: 'above', asset: 'BTC', level: '70000' }, locale: 'en' },
    });
    expect([run.outcome, run.text]).toEqual(['off', expect.stringContaining('switched off at the moment')]);
    await say({});
    await sweep();
    expect((await mine(customer)).notices).toHaveLength(1);
    expect(await written(root.id)).toMatchObject([
      { type: 'alerts.settings_changed' },
      { type: 'alerts.settings_changed' },
      { type: 'alerts.settings_changed' },
    ]);
  });

  test('says how many there may be, and of which kinds; those that there are rest until they are allowed', async () => {
    const { customer } = await somebody();
    await customer.call(alerts.create, { body: above });
    await say({ most: 1 });
    expect(await customer.refused(alerts.create, { body: above })).toBe('alert.too_many');
    await say({ kinds: ['networks', 'moved_day'] });
    expect((await mine(customer)).offered.kinds).toEqual(['networks', 'moved_day']);
    expect(await customer.refused(alerts.create, { body: above })).toBe('alert.kind_not_offered');
    rise();
    await sweep();
    expect((await mine(customer)).notices).toEqual([]);
    await say({});
    await sweep();
    expect((await mine(customer)).notices).toHaveLength(1);
  });

  test('switches off while a notice is on its way: it is not told', async () => {
    const { customer } = await somebody();
    const start = { key: 'start-start', text: 'Help', attachmentIds: [], topic: null, locale: 'en' as const };
    const { conversation } = await customer.call(chat.start, { body: start });
    await customer.call(alerts.create, { body: above });
    await customer.call(alerts.prefer, { body: { ...wishes, quiet: quietNow() } });
    rise();
    await sweep();
    await say({ enabled: false });
    await passQuietHours(customer.id);
    const { items } = await customer.call(chat.messages, { params: { id: conversation.id }, query: {} });
    expect(items.filter((it) => it.text.includes('risen above'))).toEqual([]);
  });
});
