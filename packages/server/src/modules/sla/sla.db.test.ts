import { endpoints, type PolicyBody, policyBody } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectLive, welcome } from '../../testing/live-client.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import {
  answer,
  at,
  openOn,
  say,
  startThread,
  type TicketScene,
  ticketScene,
} from '../tickets/tickets.testing.ts';
import { sweepClocks } from './sweep-clocks.ts';

const { portal, sla, tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;
let admin: TestAgent;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
});
beforeEach(async () => {
  scene = await ticketScene(server);
  // Time passes in each test, and nobody stays signed in for ever.
  admin = await server.world.agent({ name: 'Ada', roles: ['administrator'] });
});

const settle = () => server.platform.relay.drain();
const sweep = () => sweepClocks(server.platform);

/** A policy for one language alone, tried before all others, so that only tickets of this test get it. */
async function policy(body: Partial<PolicyBody>): Promise<string> {
  const made = await admin.call(sla.createPolicy, {
    body: policyBody.parse({ name: 'Test', targets: { resolution: { minutes: 60 } }, ...body }),
  });
  const { items } = await admin.call(sla.listPolicies);
  await admin.call(sla.orderPolicies, {
    body: { ids: [made.id, ...items.map((it) => it.id).filter((it) => it !== made.id)] },
  });
  return made.id;
}

async function open(): Promise<string> {
  const { id } = await openOn(scene, { category: 'other.general' });
  await settle();
  return id;
}
const all = async (id: string) => (await scene.lead.call(sla.ticket, at(id))).clocks;
const clockOf = async (id: string, kind: string) => (await all(id)).find((it) => it.kind === kind);
const move = (id: string, status: 'open' | 'pending' | 'on_hold' | 'solved' | 'closed') =>
  scene.mei.call(tickets.setStatus, { ...at(id), body: { status } });
const mine = async (agent: TestAgent) => (await agent.call(sla.alerts)).items;
async function factsOf(id: string) {
  const { rows } = await server.platform.database.raw(
    `select type, payload, occurred_at from events where subject_id = $1 and type like 'sla.%' order by occurred_at, id`,
    [id],
  );
  return rows as Array<{ type: string; payload: { kind: string; at: string }; occurred_at: Date }>;
}
const minutesBetween = (a: string | null | undefined, b: string | null | undefined) =>
  Math.round((Date.parse(b ?? '') - Date.parse(a ?? '')) / 60_000);

describe('what an installation promises from the start', () => {
  test.each([
    ['other.general', 'Standard', 1440],
    ['trading', 'Standard', 1440],
    ['deposit_withdrawal.missing_memo', 'Deposits and withdrawals to look into', 4320],
    ['account_security.hacked', 'Stolen account', 120],
  ] as const)('%s: %s', async (category, name, minutes) => {
    const { id } = await openOn(scene, { category });
    await settle();
    expect(await clockOf(id, 'resolution')).toMatchObject({
      policyName: name,
      targetMinutes: minutes,
      state: 'running',
    });
  });
});

describe('the clocks of a ticket', () => {
  test('run from its opening; the first answer meets one and begins the next, each once', async () => {
    await policy({
      targets: {
        first_response: { minutes: 30, pauses: [] },
        next_response: { minutes: 20, pauses: [] },
        update: { minutes: 120, pauses: [] },
        resolution: { minutes: 600, pauses: ['pending'] },
      },
    });
    const id = await open();
    server.clock.advance({ minutes: 10 });
    await answer(scene.mei, scene.conversationId);
    await settle();
    const first = await clockOf(id, 'first_response');
    expect(first).toMatchObject({ state: 'met', breachedAt: null });
    expect(minutesBetween(first?.startedAt, first?.metAt)).toBe(10);
    expect(await clockOf(id, 'next_response')).toBeUndefined();
    expect(await clockOf(id, 'update')).toMatchObject({ state: 'running', round: 1 });
    server.clock.advance({ minutes: 5 });
    await say(scene);
    await say(scene, 'Hello?');
    await settle();
    const next = await clockOf(id, 'next_response');
    expect(next).toMatchObject({ state: 'running', round: 1 });
    expect(minutesBetween(next?.startedAt, next?.dueAt)).toBe(20);
    server.clock.advance({ minutes: 30 });
    await answer(scene.mei, scene.conversationId, 'Here it is');
    await settle();
    const late = await clockOf(id, 'next_response');
    expect(late).toMatchObject({ state: 'met' });
    expect(minutesBetween(late?.startedAt, late?.breachedAt)).toBe(20);
    expect((await all(id)).filter((it) => it.kind === 'update').map((it) => [it.round, it.state])).toEqual([
      [2, 'running'],
      [1, 'met'],
    ]);
    const facts = await factsOf(id);
    expect(facts.map((it) => `${it.type} ${it.payload.kind}`).sort()).toEqual([
      'sla.breached next_response',
      'sla.met first_response',
      'sla.met next_response',
      'sla.met update',
      'sla.warned next_response',
    ]);
  });

  test('stand still while the customer is asked, go on with their answer, and again when it is reopened', async () => {
    await policy({ targets: { resolution: { minutes: 60, pauses: ['pending'] } } });
    const id = await open();
    server.clock.advance({ minutes: 20 });
    await move(id, 'pending');
    await settle();
    expect(await clockOf(id, 'resolution')).toMatchObject({ state: 'paused', dueAt: null });
    server.clock.advance({ hours: 5 });
    const wrote = (await say(scene)).message.createdAt;
    // The server comes to it only later; the clock goes by when they wrote.
    server.clock.advance({ minutes: 15 });
    await settle();
    await settle();
    const going = await clockOf(id, 'resolution');
    expect(going).toMatchObject({ state: 'running' });
    expect(going?.runningSince).toBe(wrote);
    expect(minutesBetween(wrote, going?.dueAt)).toBe(40);
    await move(id, 'solved');
    await settle();
    expect(await clockOf(id, 'resolution')).toMatchObject({ state: 'met', breachedAt: null });
    server.clock.advance({ hours: 9 });
    await move(id, 'open');
    await settle();
    const again = await clockOf(id, 'resolution');
    expect(again).toMatchObject({ state: 'running', metAt: null, round: 1 });
    expect(Math.round((again?.elapsed ?? 0) / 60_000)).toBe(35);
  });

  test('tell the customer by when they are to hear, and nobody else', async () => {
    await policy({
      targets: {
        first_response: { minutes: 30, pauses: [] },
        resolution: { minutes: 600, pauses: ['pending'] },
      },
    });
    const id = await open();
    const promise = () => scene.customer.call(portal.promise, at(id));
    const opened = (await clockOf(id, 'resolution'))?.startedAt ?? '';
    const after = (minutes: number) => new Date(Date.parse(opened) + minutes * 60_000).toISOString();
    expect(await promise()).toEqual({
      updateBy: after(30),
      late: false,
      solvedBy: after(600),
      paused: false,
    });
    server.clock.advance({ minutes: 31 });
    expect(await promise()).toMatchObject({ updateBy: after(30), late: true });
    await answer(scene.mei, scene.conversationId);
    await settle();
    expect(await promise()).toMatchObject({ updateBy: after(600), late: false });
    await move(id, 'pending');
    await settle();
    expect(await promise()).toEqual({ updateBy: null, late: false, solvedBy: null, paused: true });
    await move(id, 'solved');
    await settle();
    expect(await promise()).toEqual({ updateBy: null, late: false, solvedBy: null, paused: false });
    const stranger = await server.world.customer(scene.inboxKey);
    expect(await stranger.refused(portal.promise, at(id))).toBe('ticket.not_found');
  });

  test('are measured by another policy once the category is another; what has passed stays', async () => {
    await policy({
      name: 'Keys',
      conditions: {
        categories: ['api'],
        priorities: [],
        tiers: [],
        channels: [],
        languages: [],
        verified: null,
      },
      targets: { resolution: { minutes: 90, pauses: [] } },
    });
    const { id } = await openOn(scene, { category: 'trading.fees' });
    await settle();
    server.clock.advance({ minutes: 30 });
    await scene.mei.call(tickets.update, { ...at(id), body: { category: 'api.keys' } });
    await settle();
    const clock = await clockOf(id, 'resolution');
    expect(clock).toMatchObject({ policyName: 'Keys', targetMinutes: 90 });
    expect(minutesBetween(clock?.startedAt, clock?.dueAt)).toBe(90);
  });

  test('end with a merge, and are seen by those who reach the ticket alone', async () => {
    const id = await open();
    expect(await scene.kim.refused(sla.ticket, at(id))).toBe('ticket.not_found');
    expect((await scene.kim.call(sla.clocks, { query: { ticketIds: id } })).items).toEqual([]);
    expect((await scene.mei.call(sla.clocks, { query: { ticketIds: id } })).items).toMatchObject([
      { ticketId: id },
    ]);
    await scene.mei.call(endpoints.conversations.close, {
      ...at(scene.conversationId),
      body: { reason: 'solved' },
    });
    const conversationId = await startThread(scene.customer, 'The same again');
    const other = await openOn({ ...scene, conversationId });
    await scene.mei.call(tickets.merge, { ...at(id), body: { intoId: other.id } });
    await settle();
    expect(await clockOf(id, 'resolution')).toMatchObject({ state: 'stopped', dueAt: null });
    expect(await clockOf(other.id, 'resolution')).toMatchObject({ state: 'running' });
  });
});

describe('what passes', () => {
  const steps: PolicyBody['steps'] = policyBody.shape.steps.parse([
    { share: 0.75, notifyAssignee: true },
    { share: 1, notifyTeam: true, raisePriority: true },
    { share: 1.5, raisePriority: true },
  ]);

  test('warns, is late, and escalates, each once, however many look and at once', async () => {
    await policy({ steps });
    const id = await open();
    await scene.lead.call(tickets.assign, { ...at(id), body: { to: 'agent', agentId: scene.mei.id } });
    await settle();
    const started = (await clockOf(id, 'resolution'))?.startedAt;
    server.clock.advance({ minutes: 46 });
    await Promise.all([sweep(), sweep()]);
    expect(await mine(scene.mei)).toMatchObject([{ ticketId: id, share: 0.75, onCall: false }]);
    expect((await scene.mei.call(sla.breaching, { query: {} })).items).toMatchObject([{ ticket: { id } }]);
    // Nobody looks for two hours: the server is down.
    server.clock.advance({ minutes: 60 });
    const peer = await createTestServer({ ROLE: 'web' }, server);
    await Promise.all([sweep(), sweepClocks(peer.platform), sweep(), sweepClocks(peer.platform)]);
    await settle();
    await sweep();
    const late = await clockOf(id, 'resolution');
    expect(late).toMatchObject({ state: 'breached' });
    expect(minutesBetween(started, late?.breachedAt)).toBe(60);
    const facts = await factsOf(id);
    // The first step was taken before the breach; the others when the server was there again.
    expect(facts.map((it) => it.type)).toEqual([
      'sla.warned',
      'sla.escalated',
      'sla.breached',
      'sla.escalated',
      'sla.escalated',
    ]);
    expect(facts.find((it) => it.type === 'sla.breached')?.occurred_at.toISOString()).toBe(late?.breachedAt);
    expect((await scene.mei.call(tickets.get, at(id))).priority).toBe('urgent');
    // The team was told once, of the breach.
    expect(await mine(scene.bao)).toMatchObject([{ ticketId: id, share: 1 }]);
    const counts = await scene.mei.call(sla.counts);
    expect(counts).toEqual({ breached: 1, dueSoon: 0 });
    expect(await scene.kim.call(sla.counts)).toEqual({ breached: 0, dueSoon: 0 });
    expect((await scene.kim.call(sla.breaching, { query: {} })).items).toEqual([]);
  });

  test('is not late when it was kept in time, though the server learns of it afterwards', async () => {
    await policy({ targets: { first_response: { minutes: 30, pauses: [] } } });
    const id = await open();
    server.clock.advance({ minutes: 29 });
    await answer(scene.mei, scene.conversationId);
    server.clock.advance({ minutes: 30 });
    // The sweep comes before the relay.
    await sweep();
    expect(await clockOf(id, 'first_response')).toMatchObject({ state: 'met', breachedAt: null });
  });

  test('is heard by those who see the ticket, and by whoever is told', async () => {
    await policy({ steps });
    const [mei, kim] = [connectLive(server.url, scene.mei), connectLive(server.url, scene.kim)];
    await Promise.all([mei.hear(welcome), kim.hear(welcome)]);
    const id = await open();
    await mei.hear((it) => it.t === 'event' && it.event.type === 'sla.changed' && it.event.ticketId === id);
    server.clock.advance({ minutes: 61 });
    await sweep();
    await mei.hear(
      (it) => it.t === 'event' && it.event.type === 'sla.alert' && it.event.alert.ticketId === id,
    );
    expect(kim.heard.filter((it) => it.t === 'event' && it.event.type.startsWith('sla.'))).toEqual([]);
    // The step changed the ticket: its policy is chosen anew before another test makes one.
    await settle();
  });

  test('calls one after the other until somebody acknowledges', async () => {
    await policy({
      steps: policyBody.shape.steps.parse([
        {
          share: 1,
          onCall: [
            { agentId: scene.mei.id, afterMinutes: 0 },
            { agentId: scene.bao.id, afterMinutes: 10 },
            { agentId: scene.kim.id, afterMinutes: 10 },
          ],
        },
      ]),
    });
    await open();
    server.clock.advance({ minutes: 61 });
    await sweep();
    const [called] = await mine(scene.mei);
    expect(called).toMatchObject({ onCall: true, share: 1 });
    expect(await mine(scene.bao)).toEqual([]);
    server.clock.advance({ minutes: 11 });
    await sweep();
    await sweep();
    expect(await mine(scene.bao)).toHaveLength(1);
    expect(await scene.bao.refused(sla.acknowledge, at(called?.id ?? ''))).toBe('sla.alert_not_found');
    await scene.mei.call(sla.acknowledge, at(called?.id ?? ''));
    server.clock.advance({ hours: 2 });
    await sweep();
    expect(await mine(scene.kim)).toEqual([]);
    expect(await mine(scene.mei)).toEqual([]);
  });

  test('calls the next at once where somebody on call can no longer sign in', async () => {
    await policy({
      steps: policyBody.shape.steps.parse([
        {
          share: 1,
          onCall: [
            { agentId: scene.mei.id, afterMinutes: 0 },
            { agentId: scene.bao.id, afterMinutes: 10 },
            { agentId: scene.kim.id, afterMinutes: 10 },
          ],
        },
      ]),
    });
    const id = await open();
    const of = async (agent: TestAgent) => (await mine(agent)).filter((it) => it.ticketId === id);
    await admin.call(endpoints.people.updateAgent, { ...at(scene.mei.id), body: { disabled: true } });
    server.clock.advance({ minutes: 61 });
    await sweep();
    expect(await of(scene.bao)).toHaveLength(1);
    expect(await of(scene.kim)).toEqual([]);
    server.clock.advance({ minutes: 11 });
    await sweep();
    expect(await of(scene.kim)).toHaveLength(1);
  });

  test('is listed soonest due first, page by page', async () => {
    await policy({});
    const ids: string[] = [];
    for (const text of ['One', 'Two', 'Three']) {
      const customer = await server.world.customer(scene.inboxKey);
      const { id } = await openOn({ ...scene, conversationId: await startThread(customer, text) });
      ids.push(id);
      server.clock.advance({ minutes: 1 });
    }
    await settle();
    const query = { limit: 2, teamId: scene.team };
    const first = await scene.mei.call(sla.breaching, { query });
    const second = await scene.mei.call(sla.breaching, { query: { ...query, cursor: first.next ?? '' } });
    expect([...first.items, ...second.items].map((it) => it.ticket.id)).toEqual(ids);
    expect(second.next).toBeNull();
    expect(await scene.mei.refused(sla.breaching, { query: { cursor: 'nonsense' } })).toBe('request.invalid');
  });

  test('moves the ticket to the team that the policy names', async () => {
    await policy({ steps: policyBody.shape.steps.parse([{ share: 1, moveToTeamId: scene.other }]) });
    const id = await open();
    server.clock.advance({ minutes: 61 });
    await sweep();
    expect(await scene.lead.call(tickets.get, at(id))).toMatchObject({
      teamId: scene.other,
      assigneeId: null,
    });
  });
});

describe('policies', () => {
  test('are changed and put in order by those who may, and name only what is there', async () => {
    const body = policyBody.parse({ name: 'A', targets: { resolution: { minutes: 60 } } });
    expect(await scene.mei.refused(sla.createPolicy, { body })).toBe('access.forbidden');
    const made = await scene.lead.call(sla.createPolicy, { body });
    const named = await scene.lead.call(sla.updatePolicy, { ...at(made.id), body: { ...body, name: 'B' } });
    expect(named).toEqual({ ...made, name: 'B' });
    const missing = scene.conversationId;
    const wrong = (more: object) =>
      scene.lead.refused(sla.updatePolicy, { ...at(made.id), body: { ...body, ...more } });
    const step = (more: object) => ({ steps: policyBody.shape.steps.parse([{ share: 1, ...more }]) });
    expect(await wrong({ calendarId: missing })).toBe('sla.calendar_not_found');
    expect(await wrong(step({ moveToTeamId: missing }))).toBe('people.team_not_found');
    expect(await wrong(step({ notifyAgentIds: [missing] }))).toBe('people.not_found');
    expect(await wrong({ targets: {} })).toBe('request.invalid');
    const { items } = await scene.lead.call(sla.listPolicies);
    const ids = items.map((it) => it.id);
    expect(ids.at(-1)).toBe(made.id);
    expect(await scene.lead.refused(sla.orderPolicies, { body: { ids: ids.slice(1) } })).toBe(
      'sla.order_incomplete',
    );
    const turned = await scene.lead.call(sla.orderPolicies, { body: { ids: ids.toReversed() } });
    expect(turned.items.map((it) => it.id)).toEqual(ids.toReversed());
    await scene.lead.call(sla.orderPolicies, { body: { ids } });
    await scene.lead.call(sla.deletePolicy, at(made.id));
    expect(await scene.lead.refused(sla.deletePolicy, at(made.id))).toBe('sla.policy_not_found');
  });
});

describe('calendars', () => {
  const day = [{ from: 540, to: 1080 }];
  const office = {
    name: 'Office',
    timeZone: 'Asia/Singapore',
    week: [day, day, day, day, day, [], []] as [
      typeof day,
      typeof day,
      typeof day,
      typeof day,
      typeof day,
      typeof day,
      typeof day,
    ],
    exceptions: [],
  };

  test('are made, changed, filled from iCal and removed, unless something counts by them', async () => {
    const { id } = await admin.call(sla.createCalendar, { body: office });
    const ical = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//test//EN',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART;VALUE=DATE:20260217',
      'DTEND;VALUE=DATE:20260219',
      'SUMMARY:Chinese New Year',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const body = { ical, fromYear: 2026, years: 1 };
    const imported = await admin.call(sla.importHolidays, { ...at(id), body });
    expect(imported).toMatchObject({ added: 2, leftOut: 0 });
    expect(imported.calendar.exceptions).toEqual([
      { date: '2026-02-17', name: 'Chinese New Year', intervals: [] },
      { date: '2026-02-18', name: 'Chinese New Year', intervals: [] },
    ]);
    expect(await admin.call(sla.importHolidays, { ...at(id), body })).toMatchObject({ added: 0 });
    expect(await admin.refused(sla.importHolidays, { ...at(id), body: { ...body, ical: 'Hello' } })).toBe(
      'sla.ical_invalid',
    );
    const used = await policy({ calendarId: id });
    expect(await admin.refused(sla.deleteCalendar, at(id))).toBe('sla.calendar_in_use');
    await admin.call(sla.deletePolicy, at(used));
    await admin.call(sla.deleteCalendar, at(id));
    expect(await admin.refused(sla.updateCalendar, { ...at(id), body: office })).toBe(
      'sla.calendar_not_found',
    );
  });

  test('are refused with a zone that nobody knows, no hours at all, or hours that overlap', async () => {
    const wrong = (body: object) => admin.refused(sla.createCalendar, { body: { ...office, ...body } });
    expect(await wrong({ timeZone: 'Mars/Olympus' })).toBe('request.time_zone_unknown');
    expect(await wrong({ week: [[], [], [], [], [], [], []] })).toBe('sla.calendar_never_open');
    const twice = [...day, { from: 600, to: 700 }];
    expect(await wrong({ week: [twice, day, day, day, day, [], []] })).toBe('request.invalid');
  });

  test('that are changed move what is due', async () => {
    const always = { ...office, week: office.week.map(() => [{ from: 0, to: 1440 }]) as typeof office.week };
    const { id: calendarId } = await admin.call(sla.createCalendar, { body: always });
    await policy({ calendarId });
    const id = await open();
    const before = await clockOf(id, 'resolution');
    expect(minutesBetween(before?.startedAt, before?.dueAt)).toBe(60);
    const half = Array.from({ length: 24 }, (_, hour) => ({ from: hour * 60, to: hour * 60 + 30 })).slice(
      0,
      8,
    );
    await admin.call(sla.updateCalendar, {
      ...at(calendarId),
      body: { ...always, week: office.week.map(() => half) as typeof office.week },
    });
    await sweep();
    const after = await clockOf(id, 'resolution');
    expect(minutesBetween(before?.dueAt, after?.dueAt)).toBeGreaterThan(0);
  });
});
