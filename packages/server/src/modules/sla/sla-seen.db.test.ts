import { endpoints, type PolicyBody, policyBody } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectLive, welcome } from '../../testing/live-client.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import {
  answer,
  at,
  openOn,
  say,
  startThread,
  type TicketScene,
  ticketScene,
  ticketServer,
} from '../tickets/tickets.testing.ts';
import { sweepClocks } from './sweep-clocks.ts';

/** What people are shown of promises: lists by what is due, why a policy holds, what a ticket would get, and alerts. */
const { sla, tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;
let admin: TestAgent;

beforeAll(async () => {
  server = await ticketServer();
});
beforeEach(async () => {
  scene = await ticketScene(server);
  admin = await server.world.agent({ name: 'Ada', roles: ['administrator'] });
});

const settle = () => server.platform.relay.drain();
const sweep = () => sweepClocks(server.platform);

/** A policy that is tried before all others. */
async function policy(body: object): Promise<string> {
  const made = await admin.call(sla.createPolicy, {
    body: policyBody.parse({ name: 'Test', targets: { resolution: { minutes: 60 } }, ...body }),
  });
  const { items } = await admin.call(sla.listPolicies);
  await admin.call(sla.orderPolicies, {
    body: { ids: [made.id, ...items.map((it) => it.id).filter((it) => it !== made.id)] },
  });
  return made.id;
}
async function open(text = 'One', more: object = {}) {
  const customer = await server.world.customer(scene.inboxKey);
  const opened = await openOn({ ...scene, conversationId: await startThread(customer, text) }, more);
  await settle();
  return opened.id;
}
const view = async (agent: TestAgent, name: 'breached' | 'due_soon') =>
  (await agent.call(tickets.list, { query: { view: name } })).items.map((it) => it.id);
const steps = (step: object): PolicyBody['steps'] => policyBody.shape.steps.parse([step]);

describe('lists', () => {
  test('show what is late and what soon will be, soonest first, to those who reach it', async () => {
    await policy({ targets: { resolution: { minutes: 120, pauses: ['pending'] } } });
    const first = await open();
    server.clock.advance({ minutes: 40 });
    const second = await open('Two');
    expect(await view(scene.mei, 'due_soon')).toEqual([]);
    server.clock.advance({ minutes: 70 });
    expect(await view(scene.mei, 'due_soon')).toEqual([first, second]);
    expect(await view(scene.kim, 'due_soon')).toEqual([]);
    server.clock.advance({ minutes: 20 });
    await sweep();
    expect(await view(scene.mei, 'breached')).toEqual([first]);
    expect(await view(scene.mei, 'due_soon')).toEqual([second]);
    const { views } = await scene.mei.call(tickets.counts);
    expect([views['breached'], views['due_soon']]).toEqual([
      { count: 1, more: false },
      { count: 1, more: false },
    ]);
    await scene.mei.call(tickets.setStatus, { ...at(second), body: { status: 'pending' } });
    await scene.mei.call(tickets.setStatus, { ...at(first), body: { status: 'solved' } });
    await settle();
    expect([await view(scene.mei, 'breached'), await view(scene.mei, 'due_soon')]).toEqual([[], []]);
  });

  test('are sorted by it page by page, with what is not due at the end', async () => {
    await policy({ targets: { resolution: { minutes: 120, pauses: ['pending'] } } });
    const ids: string[] = [];
    for (const text of ['One', 'Two', 'Three']) {
      ids.push(await open(text));
      server.clock.advance({ minutes: 1 });
    }
    const [first = ''] = ids;
    await scene.mei.call(tickets.setStatus, { ...at(first), body: { status: 'pending' } });
    await settle();
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { sort: 'due', direction: 'asc', limit: 1, cursor } as const;
      const page = await scene.mei.call(tickets.list, { query });
      pages.push(...page.items.map((it) => it.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(pages).toEqual([...ids.slice(1), first]);
  });

  test('hear of it when a ticket is due at another time, in its own version', async () => {
    await policy({ targets: { resolution: { minutes: 120, pauses: ['pending'] } } });
    const id = await open();
    const socket = connectLive(server.url, scene.mei);
    await socket.hear(welcome);
    await scene.mei.call(tickets.setStatus, { ...at(id), body: { status: 'pending' } });
    const heard = socket.hear(
      (it) => it.t === 'event' && it.event.type === 'ticket.changed' && it.event.ticket.dueAt === null,
    );
    await settle();
    const frame = await heard;
    const ticket = frame.t === 'event' && frame.event.type === 'ticket.changed' ? frame.event.ticket : null;
    const fetched = await scene.mei.call(tickets.get, at(id));
    expect(ticket).toMatchObject({ id, version: fetched.version, dueAt: null });
  });
});

test('clocks are found by the conversation too, while the ticket is not closed', async () => {
  const { id } = await openOn(scene);
  await settle();
  const { conversationId } = scene;
  const found = async (agent: TestAgent) =>
    (await agent.call(sla.clocks, { query: { conversationIds: conversationId } })).items;
  expect(await found(scene.mei)).toMatchObject([{ ticketId: id, conversationId }]);
  expect(await found(scene.kim)).toEqual([]);
  for (const status of ['solved', 'closed'] as const)
    await scene.mei.call(tickets.setStatus, { ...at(id), body: { status } });
  expect(await found(scene.mei)).toEqual([]);
});

test('holidays of a file are shown before anything is changed', async () => {
  const ical = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20260217',
    'SUMMARY:New Year',
    'END:VEVENT',
  ];
  const body = { ical: [...ical, 'END:VCALENDAR'].join('\r\n'), fromYear: 2026, years: 1 };
  expect(await admin.call(sla.previewHolidays, { body })).toEqual({
    holidays: [{ date: '2026-02-17', name: 'New Year' }],
    leftOut: 0,
  });
  expect(await admin.refused(sla.previewHolidays, { body: { ...body, ical: 'Hello' } })).toBe(
    'sla.ical_invalid',
  );
});

describe('a ticket says', () => {
  test('which policy holds and why, and when its clocks stood still', async () => {
    const policyId = await policy({
      name: 'Deposits',
      conditions: { categories: ['deposit_withdrawal'] },
      targets: { resolution: { minutes: 120, pauses: ['pending'] } },
    });
    const id = await open();
    await scene.mei.call(tickets.setStatus, { ...at(id), body: { status: 'pending' } });
    server.clock.advance({ minutes: 5 });
    await scene.mei.call(tickets.setStatus, { ...at(id), body: { status: 'open' } });
    await settle();
    const { choice, clocks } = await scene.mei.call(sla.ticket, at(id));
    expect(choice).toMatchObject({
      policyId,
      policyName: 'Deposits',
      why: {
        conditions: { categories: ['deposit_withdrawal'] },
        traits: { category: 'deposit_withdrawal.missing_memo', tier: 'standard', verified: false },
      },
    });
    const [clock] = clocks;
    expect(clock?.pauses).toMatchObject([{ status: 'pending' }]);
    const [pause] = clock?.pauses ?? [];
    expect(Math.round((Date.parse(pause?.to ?? '') - Date.parse(pause?.from ?? '')) / 60_000)).toBe(5);
  });

  test('another policy once the exchange gives its customer another tier', async () => {
    await policy({ name: 'For all' });
    await policy({ name: 'VIP', conditions: { tiers: ['vip'] }, targets: { resolution: { minutes: 30 } } });
    const inbox = await server.world.inbox({ team: scene.team });
    const visit = async (tier: string) =>
      server.world.customer(inbox.key, {
        identity: await server.world.identity(inbox.secret, { sub: '77001', tier }),
      });
    const customer = await visit('standard');
    const { id } = await openOn({ ...scene, conversationId: await startThread(customer) });
    await settle();
    const held = async () => (await scene.mei.call(sla.ticket, at(id))).choice?.policyName;
    expect(await held()).toBe('For all');
    server.clock.advance({ minutes: 5 });
    await visit('vip');
    await settle();
    expect(await held()).toBe('VIP');
    const [clock] = (await scene.mei.call(sla.ticket, at(id))).clocks;
    expect(clock).toMatchObject({ policyName: 'VIP', targetMinutes: 30, state: 'running' });
    await visit('vip');
    await settle();
    const { rows } = await server.platform.database.raw(
      `select 1 from events where type = 'customer.tier_changed' and subject_id = $1`,
      [customer.id],
    );
    expect(rows).toHaveLength(1);
  });
});

test('policies are tried on a ticket: which fits, why not the others, and what is due when', async () => {
  const fitting = await policy({
    name: 'Fits',
    targets: { first_response: { minutes: 10 }, resolution: { minutes: 60 } },
    warnShare: 0.5,
  });
  const vip = await policy({ name: 'VIP', conditions: { tiers: ['vip'], priorities: ['urgent'] } });
  await policy({ name: 'Off', enabled: false });
  const id = await open();
  const trial = await scene.lead.call(sla.trial, at(id));
  expect(trial.policyId).toBe(fitting);
  expect(trial.tried.slice(0, 2)).toEqual([
    { policyId: vip, against: ['priority', 'tier'] },
    { policyId: fitting, against: [] },
  ]);
  const opened = Date.parse(trial.ticket.createdAt);
  const after = (minutes: number) => new Date(opened + minutes * 60_000).toISOString();
  expect(trial.times).toEqual([
    { kind: 'first_response', minutes: 10, warnAt: after(5), dueAt: after(10) },
    { kind: 'resolution', minutes: 60, warnAt: after(30), dueAt: after(60) },
  ]);
  expect(await scene.mei.refused(sla.trial, at(id))).toBe('access.forbidden');
});

describe('a dry run of a policy that is not saved', () => {
  const tried = (more: Partial<PolicyBody> = {}) =>
    policyBody.parse({ name: 'Tried', targets: { first_response: { minutes: 30 } }, ...more });
  const hit = async (ticketId: string, body: object) => {
    const { items, next } = await scene.lead.call(sla.tryPolicy, { body: { policy: tried(), ...body } });
    expect(next).toBeNull();
    return items.find((it) => it.ticketId === ticketId);
  };

  test('says what would have been kept and what would have been late, and writes nothing', async () => {
    const id = await policy({ targets: { resolution: { minutes: 600 } } });
    const late = await open('Late');
    server.clock.advance({ minutes: 31 });
    const kept = await open('Kept');
    await settle();
    const before = (await scene.lead.call(sla.ticket, at(late))).clocks;
    const [a, b] = [await hit(late, { id }), await hit(kept, { id })];
    expect(a).toMatchObject({
      subject: expect.any(String),
      takenBy: null,
      clocks: [{ kind: 'first_response', round: 1, state: 'breached', late: true }],
    });
    expect(b?.clocks).toEqual([{ kind: 'first_response', round: 1, state: 'running', late: false }]);
    await settle();
    expect((await scene.lead.call(sla.ticket, at(late))).clocks).toEqual(before);
  });

  test('of a new one says which policy before it takes the ticket', async () => {
    const first = await policy({});
    const id = await open('Taken');
    await settle();
    expect(await hit(id, {})).toMatchObject({ takenBy: first, clocks: [] });
    const other = tried({ conditions: { ...tried().conditions, priorities: ['urgent'] } });
    expect(await hit(id, { policy: other })).toBeUndefined();
  });

  test('needs the right to change policies, and what it names', async () => {
    const body = { policy: tried() };
    expect(await scene.mei.refused(sla.tryPolicy, { body })).toBe('access.forbidden');
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect(await scene.lead.refused(sla.tryPolicy, { body: { ...body, id: nobody } })).toBe(
      'sla.policy_not_found',
    );
    const nowhere = { policy: tried({ calendarId: nobody }) };
    expect(await scene.lead.refused(sla.tryPolicy, { body: nowhere })).toBe('sla.calendar_not_found');
    expect(await scene.lead.refused(sla.tryPolicy, { body: { ...body, cursor: 'nowhere' } })).toBe(
      'request.invalid',
    );
  });
});

describe('alerts', () => {
  const mine = async (agent: TestAgent) => (await agent.call(sla.alerts)).items;

  test('that are acknowledged leave the agent’s other windows, alone or all at once', async () => {
    await policy({ steps: steps({ share: 1, notifyTeam: true }) });
    await Promise.all([open('One'), open('Two'), open('Three')]);
    server.clock.advance({ minutes: 61 });
    await sweep();
    const alerts = await mine(scene.mei);
    expect(alerts).toHaveLength(3);
    const socket = connectLive(server.url, scene.mei);
    await socket.hear(welcome);
    const [newest] = alerts;
    await scene.mei.call(sla.acknowledge, at(newest?.id ?? ''));
    await socket.hear(
      (it) =>
        it.t === 'event' &&
        it.event.type === 'sla.alert' &&
        it.event.alert.id === newest?.id &&
        it.event.alert.acknowledgedAt !== null,
    );
    expect(await scene.bao.refused(sla.acknowledgeAll, { body: { upTo: alerts[1]?.id ?? '' } })).toBe(
      'sla.alert_not_found',
    );
    const done = await scene.mei.call(sla.acknowledgeAll, { body: { upTo: alerts[1]?.id ?? '' } });
    expect(done).toEqual({ acknowledged: 2 });
    expect(await mine(scene.mei)).toEqual([]);
    expect(await mine(scene.bao)).toHaveLength(3);
  });

  test('are cleared once the promise is kept after all, or the ticket is solved; a call does not', async () => {
    await policy({
      targets: { first_response: { minutes: 30 }, resolution: { minutes: 60 } },
      steps: steps({ share: 1, notifyTeam: true, onCall: [{ agentId: scene.kim.id, afterMinutes: 0 }] }),
    });
    const { id } = await openOn(scene, { category: 'other.general' });
    await settle();
    server.clock.advance({ minutes: 61 });
    await sweep();
    const move = (status: 'solved' | 'open') =>
      scene.mei.call(tickets.setStatus, { ...at(id), body: { status } });
    const kinds = async (agent: TestAgent) =>
      (await mine(agent)).flatMap((it) => (it.ticketId === id ? [it.kind] : [])).sort();
    expect(await kinds(scene.bao)).toEqual(['first_response', 'resolution']);
    const socket = connectLive(server.url, scene.bao);
    await socket.hear(welcome);
    const hearsCleared = (kind: string) =>
      socket.hear(
        (it) =>
          it.t === 'event' &&
          it.event.type === 'sla.alert' &&
          it.event.alert.kind === kind &&
          it.event.alert.clearedAt !== null,
      );
    await answer(scene.mei, scene.conversationId);
    await settle();
    await hearsCleared('first_response');
    expect(await kinds(scene.bao)).toEqual(['resolution']);
    await move('solved');
    await settle();
    await hearsCleared('resolution');
    expect(await kinds(scene.bao)).toEqual([]);
    expect(await kinds(scene.kim)).toEqual(['first_response', 'resolution']);
    // What was cleared does not come back with the ticket.
    await move('open');
    await settle();
    await sweep();
    expect(await kinds(scene.bao)).toEqual([]);
  });
});

describe('the clocks of a ticket that others were merged into', () => {
  const merged = async () => {
    await policy({
      targets: { first_response: { minutes: 30, pauses: [] }, next_response: { minutes: 20, pauses: [] } },
    });
    const { id } = await openOn(scene, { category: 'other.general' });
    await settle();
    await answer(scene.mei, scene.conversationId);
    await settle();
    await scene.mei.call(endpoints.conversations.close, {
      ...at(scene.conversationId),
      body: { reason: 'solved' },
    });
    const conversationId = await startThread(scene.customer, 'Another matter');
    const { id: source } = await openOn({ ...scene, conversationId }, { category: 'other.general' });
    return { id, source, conversationId };
  };
  const clocksOf = async (id: string) => (await scene.lead.call(sla.ticket, at(id))).clocks;
  const merge = (source: string, intoId: string) =>
    scene.mei.call(tickets.merge, { ...at(source), body: { intoId } });
  const first = (state: string) => expect.objectContaining({ kind: 'first_response', state });
  const nexts = async (id: string) =>
    (await clocksOf(id)).filter((it) => it.kind === 'next_response').map((it) => it.state);

  test('run for what the customer writes there from then on, and an answer there meets them', async () => {
    const { id, source, conversationId } = await merged();
    await answer(scene.mei, conversationId);
    await merge(source, id);
    await settle();
    expect(await nexts(id)).toEqual([]);
    server.clock.advance({ minutes: 1 });
    await say({ ...scene, conversationId });
    await settle();
    expect(await nexts(id)).toEqual(['running']);
    server.clock.advance({ minutes: 1 });
    await answer(scene.mei, conversationId, 'It is on its way');
    await settle();
    expect(await nexts(id)).toEqual(['met']);
  });

  test('run from the merge for what was not answered yet, until it is taken back', async () => {
    const { id, source } = await merged();
    await settle();
    server.clock.advance({ minutes: 1 });
    await merge(source, id);
    await settle();
    expect(await nexts(id)).toEqual(['running']);
    expect(await clocksOf(source)).toContainEqual(first('stopped'));
    await scene.mei.call(tickets.undoMerge, at(source));
    await settle();
    expect(await nexts(id)).toEqual([]);
    expect(await clocksOf(source)).toContainEqual(first('running'));
  });
});
