import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestServer } from '../../../testing/test-server.ts';
import { hearMessage } from '../hear-message.ts';
import { answer, at, openOn, say, type TicketScene, ticketScene, ticketServer } from '../tickets.testing.ts';

const { tickets } = endpoints;
const pendingWithdrawal = 'deposit_withdrawal.withdrawal_pending';
let server: TestServer;
let scene: TicketScene;

beforeAll(async () => {
  server = await ticketServer();
});
beforeEach(async () => {
  scene = await ticketScene(server);
});

const get = (id: string) => scene.mei.call(tickets.get, at(id));
const update = (id: string, body: object) => scene.mei.call(tickets.update, { ...at(id), body });
const told = async (id: string) =>
  (await scene.mei.call(tickets.timeline, at(id))).items.filter((it) => it.of === 'ticket');
/** The ticket’s module hears of what was written, as it does by the relay. */
const heard = (author: 'customer' | 'agent') =>
  server.platform.database.write((tx) =>
    hearMessage(tx, server.platform, { conversationId: scene.conversationId, author, at: tx.now }),
  );

describe('the priority of a ticket', () => {
  test('is what is at risk when it is opened, and is explained', async () => {
    const { id, priority } = await openOn(scene, {
      category: pendingWithdrawal,
      fields: { amount: '5000000', asset: 'usdt' },
    });
    expect(priority).toBe('urgent');
    const { risk } = await get(id);
    expect(risk).toMatchObject({ score: 61, priority: 'urgent', followed: true });
    expect(risk?.reasons).toEqual([
      {
        key: 'value',
        points: 46,
        params: { amount: '5000000', asset: 'USDT', usd: 5_000_000, date: '2025-12-01' },
      },
      { key: 'not_broadcast', points: 15, params: {} },
    ]);
    expect((await told(id))[0]?.details['because']).toEqual(['value', 'not_broadcast']);
  });

  test('goes up and down with its fields, in its time line as the system’s doing', async () => {
    const ticket = await openOn(scene, { category: pendingWithdrawal });
    expect(ticket.priority).toBe('normal');
    expect(await update(ticket.id, { fields: { amount: '9000000', asset: 'USDT' } })).toMatchObject({
      priority: 'urgent',
    });
    const [raised] = await told(ticket.id);
    expect(raised).toMatchObject({
      actor: { type: 'system' },
      cause: 'risk',
      changes: [{ field: 'priority', before: 'normal', after: 'urgent' }],
      details: { because: ['value', 'not_broadcast'] },
    });
    expect((await update(ticket.id, { fields: { amount: '9' } })).priority).toBe('normal');
  });

  test('stays as a person chose it, until they let it follow again', async () => {
    const { id } = await openOn(scene, { category: pendingWithdrawal, priority: 'low' });
    expect(await update(id, { fields: { amount: '9000000', asset: 'USDT' } })).toMatchObject({
      priority: 'low',
      risk: { priority: 'urgent', followed: false },
    });
    expect(await update(id, { followRisk: true })).toMatchObject({
      priority: 'urgent',
      risk: { followed: true },
    });
    await update(id, { priority: 'high' });
    await update(id, { fields: { amount: '5' } });
    expect(await get(id)).toMatchObject({ priority: 'high', risk: { followed: false } });
  });

  test('is chosen by a bulk edit too', async () => {
    const { id } = await openOn(scene);
    await scene.mei.call(tickets.bulk, { body: { ids: [id], priority: 'high' } });
    expect((await get(id)).risk?.followed).toBe(false);
  });

  test('is raised by what the customer writes later, and not lowered by an answer', async () => {
    const { id } = await openOn(scene, { category: 'account_security' });
    await say(scene, 'There is a login from a strange device, and my email was changed');
    await say(scene, 'And a withdrawal that I did not make');
    await heard('customer');
    const raised = await get(id);
    expect(raised.priority).toBe('urgent');
    expect(raised.risk?.reasons.map(({ key }) => key)).toEqual([
      'not_by_customer',
      'strange_sign_in',
      'access_changed',
    ]);
    await answer(scene.mei, scene.conversationId);
    await heard('agent');
    expect((await get(id)).priority).toBe('urgent');
  });
});

describe('the table of prices', () => {
  test('is read by agents, written by leads, and weighed by', async () => {
    const shipped = await scene.mei.call(tickets.readPrices, {});
    expect(shipped.usd['USDT']).toBe(1);
    const body = { asOf: '2026-11-20', usd: { ...shipped.usd, newc: 4 } };
    expect(await scene.mei.refused(tickets.savePrices, { body })).toBe('access.forbidden');
    const saved = await scene.lead.call(tickets.savePrices, { body });
    expect(saved).toMatchObject({ asOf: '2026-11-20', usd: { NEWC: 4 } });
    const { id } = await openOn(scene, { fields: { amount: '1000', asset: 'NEWC' } });
    expect((await get(id)).risk?.reasons[0]?.params).toMatchObject({ usd: 4000, date: '2026-11-20' });
    await scene.lead.call(tickets.savePrices, { body: shipped });
  });

  test('refuses what is no price and no day', async () => {
    const bad = (body: { asOf: string; usd: Record<string, number> }) =>
      scene.lead.refused(tickets.savePrices, { body });
    expect(await bad({ asOf: '2026-11-20', usd: { BTC: 0 } })).toBe('request.invalid');
    expect(await bad({ asOf: 'today', usd: {} })).toBe('request.invalid');
    expect(await bad({ asOf: '2026-11-20', usd: { 'B T C': 1 } })).toBe('request.invalid');
  });
});

// It moves the clock, so it comes last.
test('the priority is raised by waiting, found by the sweep, and left alone while it is the customer’s turn', async () => {
  const { id } = await openOn(scene, {
    category: 'deposit_withdrawal.deposit_not_credited',
    fields: { amount: '60000', asset: 'USDT' },
  });
  const later = async (minutes: number) => {
    server.clock.advance({ minutes });
    await server.platform.jobs.turn('tickets.weigh-waiting');
  };
  await later(30);
  expect((await get(id)).priority).toBe('normal');
  await later(36);
  expect((await get(id)).priority).toBe('high');
  expect((await told(id))[0]).toMatchObject({ cause: 'risk', details: { because: ['value', 'waiting'] } });
  await answer(scene.mei, scene.conversationId);
  await later(300);
  expect((await get(id)).priority).toBe('high');
});
