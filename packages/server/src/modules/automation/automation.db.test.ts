import {
  endpoints,
  type RuleBody,
  type RuleCondition,
  ruleBody,
  type TicketAction,
} from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
import { sweepRules } from './sweep-rules.ts';

const { automation, conversations, tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;
let admin: TestAgent;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
});
beforeEach(async () => {
  scene = await ticketScene(server);
  // Time passes in tests, and nobody stays signed in for ever.
  admin = await server.world.agent({ name: 'Ada', roles: ['administrator'] });
  const { items } = await admin.call(automation.listRules);
  for (const { id } of items) await admin.call(automation.deleteRule, at(id));
});

const settle = () => server.platform.relay.drain();
const onEvents = (...events: Array<Extract<RuleBody['trigger'], { on: 'event' }>['events'][number]>) => ({
  on: 'event' as const,
  events,
});
const every = { on: 'time' as const, everyMinutes: 5 };

async function rule(
  name: string,
  trigger: RuleBody['trigger'],
  all: RuleCondition[],
  actions: TicketAction[],
): Promise<string> {
  const body = ruleBody.parse({ name, trigger, conditions: { all, any: [] }, actions });
  return (await admin.call(automation.createRule, { body })).id;
}
const ticketOf = (id: string) => scene.lead.call(tickets.get, at(id));
const runsOf = async (id: string) => (await scene.mei.call(automation.ticketRuns, at(id))).items;
const move = (id: string, status: 'open' | 'pending' | 'on_hold' | 'solved' | 'closed') =>
  scene.mei.call(tickets.setStatus, { ...at(id), body: { status } });
const tag = (...tags: string[]): TicketAction => ({ do: 'add_tags', tags });

describe('a rule on events', () => {
  test('runs on a ticket that fits, once, and is on its time line by name', async () => {
    const id = await rule(
      'Stolen account',
      onEvents('ticket_opened'),
      [{ field: 'category', is: 'in', values: ['account_security.hacked'] }],
      [{ do: 'set_priority', priority: 'urgent' }, { do: 'set_team', teamId: scene.other }, tag('stolen')],
    );
    const ticket = await openOn(scene, { category: 'account_security.hacked', priority: 'low' });
    await settle();
    await settle();
    expect(await ticketOf(ticket.id)).toMatchObject({
      priority: 'urgent',
      teamId: scene.other,
      tags: ['stolen'],
    });
    expect(await runsOf(ticket.id)).toMatchObject([
      {
        ruleId: id,
        ruleName: 'Stolen account',
        occasion: 'ticket_opened',
        outcome: 'done',
        changes: [
          { field: 'priority', before: 'low', after: 'urgent' },
          { field: 'team', before: scene.team, after: scene.other },
          { field: 'assignee' },
          { field: 'tags', before: [], after: ['stolen'] },
        ].filter(({ field }) => field !== 'assignee' || ticket.assigneeId !== null),
      },
    ]);
    const { items } = await scene.lead.call(tickets.timeline, at(ticket.id));
    expect(items.find(({ type }) => type === 'ticket.changed')).toMatchObject({
      actor: { type: 'system' },
      cause: `rule:${id}`,
    });
    const { items: rules } = await admin.call(automation.listRules);
    expect(rules).toMatchObject([{ id, runs: 1 }]);
  });

  test('leaves alone what does not fit, and runs no more once it is off or gone', async () => {
    const id = await rule(
      'VIP',
      onEvents('ticket_opened'),
      [{ field: 'tier', is: 'in', values: ['vip'] }],
      [tag('vip')],
    );
    const other = await rule('All', onEvents('ticket_opened'), [], [tag('all')]);
    await admin.call(automation.switchRule, { ...at(other), body: { enabled: false } });
    const ticket = await openOn(scene);
    await settle();
    expect((await ticketOf(ticket.id)).tags).toEqual([]);
    expect(await runsOf(ticket.id)).toEqual([]);
    await admin.call(automation.deleteRule, at(id));
    expect(await admin.refused(automation.deleteRule, at(id))).toBe('automation.rule_not_found');
  });

  test('hears what it says it hears: words of the customer, an answer, a comment, a change, a rating of before', async () => {
    await rule(
      'Words',
      onEvents('customer_wrote'),
      [{ field: 'text', is: 'contains', words: ['Lawyer'] }],
      [tag('legal')],
    );
    await rule('Answered', onEvents('agent_answered'), [], [tag('answered')]);
    await rule('Comment', onEvents('commented'), [], [tag('commented')]);
    await rule(
      'Came back',
      onEvents('status_changed'),
      [
        { field: 'status', is: 'in', values: ['open'] },
        { field: 'status_before', is: 'in', values: ['pending'] },
      ],
      [tag('back')],
    );
    const { id } = await openOn(scene);
    await say(scene, 'Hello?');
    await settle();
    expect((await ticketOf(id)).tags).toEqual([]);
    await answer(scene.mei, scene.conversationId);
    await scene.mei.call(tickets.comment, { ...at(id), body: { key: 'comment-key', text: 'Hm' } });
    await move(id, 'pending');
    await settle();
    await say(scene, 'I will call my lawyer');
    await settle();
    expect([...(await ticketOf(id)).tags].sort()).toEqual(['answered', 'back', 'commented', 'legal']);
  });

  test('are run in their order, each on what those before it made of the ticket', async () => {
    const second = await rule(
      'Second',
      onEvents('ticket_opened'),
      [{ field: 'tags', is: 'in', values: ['first'] }],
      [tag('second')],
    );
    const first = await rule('First', onEvents('ticket_opened'), [], [tag('first')]);
    const one = await openOn(scene);
    await settle();
    expect((await ticketOf(one.id)).tags).toEqual(['first']);
    await admin.call(automation.orderRules, { body: { ids: [first, second] } });
    const two = await openOn({ ...scene, conversationId: await startThread(await scene.newcomer()) });
    await settle();
    expect((await ticketOf(two.id)).tags).toEqual(['first', 'second']);
    expect(await admin.refused(automation.orderRules, { body: { ids: [first] } })).toBe(
      'automation.order_incomplete',
    );
  });

  test('does what it can; what is refused is logged with its code', async () => {
    await rule('Close', onEvents('ticket_opened'), [], [{ do: 'set_status', status: 'closed' }, tag('new')]);
    const { id } = await openOn(scene);
    await settle();
    expect((await ticketOf(id)).tags).toEqual(['new']);
    expect(await runsOf(id)).toMatchObject([
      { outcome: 'partly', results: [{ refused: { code: 'ticket.move_refused' } }, { changed: true }] },
    ]);
    const { items } = await admin.call(automation.runs, { query: { outcome: 'partly' } });
    expect(items[0]).toMatchObject({ ticketId: id, ruleName: 'Close' });
  });
});

describe('rules that call each other', () => {
  test('go round once and no further', async () => {
    const ping = await rule(
      'Ping',
      onEvents('priority_changed'),
      [{ field: 'priority', is: 'in', values: ['high'] }],
      [{ do: 'set_priority', priority: 'low' }],
    );
    const pong = await rule(
      'Pong',
      onEvents('priority_changed'),
      [{ field: 'priority', is: 'in', values: ['low'] }],
      [{ do: 'set_priority', priority: 'high' }],
    );
    const { id } = await openOn(scene, { priority: 'normal' });
    await scene.mei.call(tickets.update, { ...at(id), body: { priority: 'high' } });
    await settle();
    const runs = await runsOf(id);
    expect(runs.map((it) => it.ruleId).sort()).toEqual([ping, pong].sort());
    expect((await ticketOf(id)).priority).toBe('high');
  });

  test('are cut at the end of a long chain, which is logged', async () => {
    // Made in reverse, so that on one comment no rule meets what the one before it has just done.
    for (const step of [7, 6, 5, 4, 3, 2, 1]) {
      await rule(
        `Step ${step}`,
        onEvents('commented'),
        [
          { field: 'tags', is: 'in', values: [`step-${step}`] },
          { field: 'tags', is: 'not_in', values: [`step-${step + 1}`] },
        ],
        [tag(`step-${step + 1}`), { do: 'write_note', text: `Step ${step}` }],
      );
    }
    const { id } = await openOn(scene, { tags: ['step-1'] });
    await scene.mei.call(tickets.comment, { ...at(id), body: { key: 'first-comment', text: 'Begin' } });
    await settle();
    const runs = await runsOf(id);
    const steps = (outcome: string) => runs.filter((it) => it.outcome === outcome).map((it) => it.ruleName);
    expect(steps('done').sort()).toEqual(['Step 1', 'Step 2', 'Step 3', 'Step 4', 'Step 5']);
    expect(steps('cut')).toEqual(['Step 6']);
  });
});

describe('a rule by time', () => {
  test('runs once on a ticket in a state, and again when it waits anew', async () => {
    await rule(
      'Remind',
      every,
      [
        { field: 'status', is: 'in', values: ['pending'] },
        { field: 'hours', since: 'status', is: 'at_least', hours: 48 },
      ],
      [{ do: 'reply', texts: { en: 'Still there, about #{ticket.number}?' }, fallback: 'en' }],
    );
    const { id, number } = await openOn(scene);
    await move(id, 'pending');
    await settle();
    await sweepRules(server.platform);
    expect(await runsOf(id)).toEqual([]);
    server.clock.advance({ hours: 49 });
    await revive();
    await sweepRules(server.platform);
    server.clock.advance({ hours: 1 });
    await sweepRules(server.platform);
    expect(await runsOf(id)).toMatchObject([{ occasion: 'time', outcome: 'done' }]);
    const { items } = await scene.mei.call(conversations.messages, at(scene.conversationId));
    expect(items.filter((it) => it.text === `Still there, about #${number}?`)).toHaveLength(1);
    await move(id, 'open');
    await move(id, 'pending');
    server.clock.advance({ hours: 49 });
    await revive();
    await sweepRules(server.platform);
    expect(await runsOf(id)).toHaveLength(2);
  });

  test('waits for as long as it says before it looks again', async () => {
    await rule(
      'Tag',
      { on: 'time', everyMinutes: 60 },
      [{ field: 'status', is: 'in', values: ['pending'] }],
      [tag('waits')],
    );
    await sweepRules(server.platform);
    const { id } = await openOn(scene);
    await move(id, 'pending');
    server.clock.advance({ minutes: 30 });
    await sweepRules(server.platform);
    expect((await ticketOf(id)).tags).toEqual([]);
    server.clock.advance({ minutes: 31 });
    await sweepRules(server.platform);
    expect((await ticketOf(id)).tags).toEqual(['waits']);
  });

  /** Sessions end while time passes. */
  async function revive() {
    const mei = await server.world.agent({ name: 'Mei again', teams: [scene.team] });
    const lead = await server.world.agent({ name: 'Lead again', roles: ['team_lead'] });
    scene = { ...scene, mei, lead };
  }
});

describe('a dry run', () => {
  const body = (given: Partial<RuleBody>) =>
    ruleBody.parse({
      name: 'Not saved',
      trigger: onEvents('ticket_opened', 'priority_changed'),
      conditions: { all: [{ field: 'priority', is: 'in', values: ['low'] }], any: [] },
      actions: [
        { do: 'set_priority', priority: 'urgent' },
        { do: 'set_status', status: 'closed' },
      ],
      ...given,
    });

  test('says what would have been, as it stood then, and writes nothing', async () => {
    const { id, number } = await openOn(scene, { priority: 'low' });
    await scene.mei.call(tickets.update, { ...at(id), body: { priority: 'high' } });
    const { items, next, scanned, total } = await admin.call(automation.trial, { body: { rule: body({}) } });
    expect(items.filter((it) => it.ticketId === id)).toMatchObject([
      {
        ticketNumber: number,
        occasion: 'ticket_opened',
        changes: [{ field: 'priority', before: 'low', after: 'urgent' }],
        results: [{ changed: true }, { refused: { code: 'ticket.move_refused' } }],
      },
    ]);
    expect(next).toBeNull();
    expect(scanned).toBe(total);
    await settle();
    expect((await ticketOf(id)).priority).toBe('high');
    expect(await runsOf(id)).toEqual([]);
  });

  test('of a rule by time says what it would do now', async () => {
    const { id } = await openOn(scene, { priority: 'low' });
    const trial = await admin.call(automation.trial, { body: { rule: body({ trigger: every }) } });
    expect(trial.items.filter((it) => it.ticketId === id)).toMatchObject([{ occasion: 'time' }]);
  });

  test('goes on where it was, and refuses a place that is none', async () => {
    const refused = { rule: body({}), cursor: 'nowhere' };
    expect(await admin.refused(automation.trial, { body: refused })).toBe('request.invalid');
  });
});

describe('what a rule did', () => {
  test('is taken back by an agent, once, and the rule does not do it again', async () => {
    await rule(
      'Raise',
      onEvents('ticket_opened', 'priority_changed'),
      [],
      [{ do: 'set_priority', priority: 'urgent' }],
    );
    const { id } = await openOn(scene, { priority: 'low' });
    await settle();
    const [run] = await runsOf(id);
    if (!run) throw new Error('the rule did not run');
    expect(run.undoUntil).not.toBeNull();
    expect(await scene.kim.refused(automation.undoRun, at(run.id))).toBe('automation.run_not_found');
    const undone = await scene.mei.call(automation.undoRun, at(run.id));
    expect(undone.undoneAt).not.toBeNull();
    expect((await scene.mei.call(automation.undoRun, at(run.id))).undoneAt).not.toBeNull();
    await settle();
    expect(await ticketOf(id)).toMatchObject({ priority: 'low' });
  });

  test('stays where the ticket was changed since, or too long ago', async () => {
    await rule('Raise', onEvents('ticket_opened'), [], [{ do: 'set_priority', priority: 'urgent' }]);
    const { id } = await openOn(scene, { priority: 'low' });
    await settle();
    const [run] = await runsOf(id);
    if (!run) throw new Error('the rule did not run');
    server.clock.advance({ seconds: 5 });
    await scene.mei.call(tickets.update, { ...at(id), body: { subject: 'Another' } });
    expect(await scene.mei.refused(automation.undoRun, at(run.id))).toBe('ticket.changed_since');
    server.clock.advance({ minutes: 31 });
    expect(await scene.mei.refused(automation.undoRun, at(run.id))).toBe('ticket.undo_expired');
  });
});

test('a rule names teams and agents that are there, and placeholders that there are', async () => {
  const nowhere = '0193aaaa-0000-7000-8000-000000000001';
  const body = (action: TicketAction) => ({
    body: { name: 'Wrong', trigger: onEvents('ticket_opened'), actions: [action] },
  });
  expect(await admin.refused(automation.createRule, body({ do: 'set_team', teamId: nowhere }))).toBe(
    'people.team_not_found',
  );
  expect(await admin.refused(automation.createRule, body({ do: 'add_followers', agentIds: [nowhere] }))).toBe(
    'people.not_found',
  );
  expect(
    await admin.refused(automation.createRule, body({ do: 'write_note', text: 'Hello {customer.age}' })),
  ).toBe('request.invalid');
  expect(await scene.mei.refused(automation.listRules)).toBe('access.forbidden');
});
