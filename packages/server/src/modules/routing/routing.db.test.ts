import { type BodyOf, endpoints, type WorkingWeek } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ManualClock } from '../../testing/manual-clock.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../../testing/world.ts';
import { createInbox } from '../channels/index.ts';
import { createThreadRisks } from '../tickets/index.ts';
import { routeWaiting } from './route-waiting.ts';
import { readHandlingTimes } from './routing-store.ts';

const { chat, conversations, people } = endpoints;
const acceptSeconds = 15;
let server: TestServer;
let keys = 0;

beforeAll(async () => {
  server = await createTestServer();
});

/** A team with an inbox of its own. */
async function desk(skill: string | null = null): Promise<{ team: string; inbox: string }> {
  const team = await server.world.team({ skill });
  const inbox = await server.platform.database.write((tx) =>
    createInbox(tx, { name: 'Chat', defaultTeamId: team, acceptSeconds }),
  );
  return { team, inbox: inbox.key };
}

/** Twice, since a turn is left out while the node's own regular one runs. */
async function settle(): Promise<void> {
  await server.settle();
  await server.settle();
}

const come = (agent: TestAgent) => agent.call(people.setPresence, { body: { presence: 'online' } });
const leave = (agent: TestAgent) => agent.call(people.setPresence, { body: { presence: 'offline' } });

async function online(options: Parameters<TestServer['world']['agent']>[0]): Promise<TestAgent> {
  const agent = await server.world.agent(options);
  await come(agent);
  return agent;
}

/** Changes an agent as an administrator does. */
async function change({ id }: TestAgent, body: BodyOf<typeof people.updateAgent>): Promise<void> {
  const admin = await server.world.agent({ roles: ['administrator'] });
  await admin.call(people.updateAgent, { params: { id }, body });
}

async function begin(inbox: string, text: string, locale: 'en' | 'vi' = 'en', on = server) {
  const customer = await on.world.customer(inbox, { locale });
  const key = `routing-key-${++keys}`;
  const body = { key, text, attachmentIds: [], topic: null, locale };
  const { conversation } = await customer.call(chat.start, { body });
  return { customer, id: conversation.id };
}
const question = 'Xin chào, tôi không rút được tiền từ tài khoản của mình, giúp tôi với';

const look = (agent: TestAgent, id: string) => agent.call(conversations.get, { params: { id } });

/** The system lines that the customer sees. */
async function linesOf(customer: TestCustomer, id: string) {
  const { items } = await customer.call(chat.messages, { params: { id } });
  return items.flatMap((it) => (it.system ? [[it.system.key, it.system.params]] : []));
}

/** Lets the offers' time pass; those who are online stay so. */
async function missOffers(...present: TestAgent[]): Promise<void> {
  server.clock.advance({ seconds: acceptSeconds + 1 });
  for (const agent of present) await come(agent);
  await settle();
}

describe('a conversation that waits', () => {
  test('is offered to who writes its language', async () => {
    const { team, inbox } = await desk();
    const anna = await online({ name: 'Anna', teams: [team], languages: ['en'], capacity: 9 });
    const linh = await online({ name: 'Linh', teams: [team], languages: ['vi'] });
    const { id } = await begin(inbox, question, 'vi');
    await settle();
    expect(await look(linh, id)).toMatchObject({
      state: 'assigned',
      assigneeId: linh.id,
      accepted: false,
      language: 'vi',
    });
    const other = await begin(inbox, 'Where is the deposit that I sent this morning?');
    await settle();
    expect((await look(anna, other.id)).assigneeId).toBe(anna.id);
  });

  test('is offered to who holds the skill of its team', async () => {
    const { team, inbox } = await desk('kyc');
    await online({ teams: [team], capacity: 9 });
    const skilled = await online({ teams: [team], skills: ['kyc'] });
    const { id } = await begin(inbox, 'My verification was refused');
    await settle();
    expect((await look(skilled, id)).assigneeId).toBe(skilled.id);
  });

  test('is not offered to who is online outside of their hours, or whose certificate has ended', async () => {
    const { team, inbox } = await desk('kyc');
    const off = await online({ teams: [team], skills: ['kyc'], capacity: 9 });
    const ended = await online({ teams: [team], skills: ['kyc'], capacity: 9 });
    const week: WorkingWeek['week'] = [[], [], [], [], [], [], []];
    await change(off, { schedule: { timeZone: 'UTC', week } });
    await change(ended, { certifiedUntil: { kyc: '2020-02-29' } });
    const { id } = await begin(inbox, 'My verification was refused');
    await settle();
    expect((await look(off, id)).state).toBe('queued');
    await change(ended, { certifiedUntil: {} });
    await settle();
    expect((await look(off, id)).assigneeId).toBe(ended.id);
  });

  test('is served before one that came earlier, where the customer’s words say that their account is taken', async () => {
    const { team, inbox } = await desk();
    const first = await begin(inbox, 'How are trading fees worked out?');
    const second = await begin(inbox, 'Hacked! There is a withdrawal that I did not make, please help');
    const anna = await online({ teams: [team], capacity: 1 });
    await settle();
    expect((await look(anna, second.id)).assigneeId).toBe(anna.id);
    expect((await look(anna, first.id)).state).toBe('queued');
  });

  test('goes back with priority when nobody takes it up, and round among all who are there', async () => {
    const { team, inbox } = await desk();
    const first = await online({ name: 'First', teams: [team], languages: ['vi'], capacity: 9 });
    const second = await online({ name: 'Second', teams: [team], languages: ['vi'], capacity: 8 });
    const third = await online({ name: 'Third', teams: [team], languages: ['vi'], capacity: 1 });
    const { customer, id } = await begin(inbox, question, 'vi');
    await settle();
    expect(await look(first, id)).toMatchObject({ assigneeId: first.id, priority: 0 });

    await missOffers(first, second, third);
    expect(await look(first, id)).toMatchObject({ assigneeId: second.id, accepted: false, priority: 1 });
    await missOffers(first, second, third);
    expect(await look(first, id)).toMatchObject({ assigneeId: third.id, priority: 2 });

    await third.call(conversations.take, { params: { id } });
    await missOffers(first, second, third);
    expect(await look(first, id)).toMatchObject({ assigneeId: third.id, accepted: true, priority: 0 });
    const { items } = await third.call(conversations.messages, { params: { id } });
    const returned = items.filter((it) => it.system?.key === 'returned_to_queue');
    expect(returned.map((it) => it.system?.params)).toEqual([{ agent: 'First' }, { agent: 'Second' }]);
    expect((await linesOf(customer, id)).map(([key]) => key)).not.toContain('returned_to_queue');
  });

  test('goes back at once when the agent it was offered to goes offline', async () => {
    const { team, inbox } = await desk();
    const anna = await online({ teams: [team], capacity: 9 });
    const ben = await online({ teams: [team], capacity: 1 });
    const { id } = await begin(inbox, 'Where is my deposit?');
    await settle();
    expect((await look(ben, id)).assigneeId).toBe(anna.id);
    await leave(anna);
    await settle();
    expect((await look(ben, id)).assigneeId).toBe(ben.id);
  });

  test('goes to who held it before, though a colleague is freer', async () => {
    const { team, inbox } = await desk();
    const anna = await online({ teams: [team], capacity: 1 });
    const { customer, id } = await begin(inbox, 'Where is my deposit?');
    await settle();
    await anna.call(conversations.take, { params: { id } });
    await anna.call(conversations.close, { params: { id }, body: { reason: 'solved' } });
    const ben = await online({ teams: [team], capacity: 9 });
    const body = { key: `routing-key-${++keys}`, text: 'It is still missing', attachmentIds: [] };
    await customer.call(chat.post, { params: { id }, body });
    await settle();
    expect(await look(ben, id)).toMatchObject({ assigneeId: anna.id, accepted: false });
  });

  test('is answered in English after two minutes when nobody who is online writes its language', async () => {
    const { team, inbox } = await desk();
    const anna = await online({ teams: [team], languages: ['en'] });
    const { customer, id } = await begin(inbox, question, 'vi');
    await settle();
    expect(await look(anna, id)).toMatchObject({ state: 'queued' });
    expect(await linesOf(customer, id)).toEqual([['queue_expected', { minutes: 2 }]]);
    server.clock.advance({ seconds: 121 });
    await come(anna);
    await settle();
    expect((await look(anna, id)).assigneeId).toBe(anna.id);
  });
});

describe('a conversation whose agent has gone offline', () => {
  test('goes to somebody else once its customer has waited, and stays while nobody waits', async () => {
    const { team, inbox } = await desk();
    const anna = await online({ name: 'Anna', teams: [team] });
    const waiting = await begin(inbox, 'Still there?');
    const answered = await begin(inbox, 'Thanks for everything');
    await settle();
    for (const { id } of [waiting, answered]) await anna.call(conversations.take, { params: { id } });
    const body = {
      key: 'goodbye-goodbye',
      kind: 'text' as const,
      text: 'Goodbye',
      attachmentIds: [],
      seenSeq: 99,
    };
    await anna.call(conversations.post, { params: { id: answered.id }, body });
    await leave(anna);
    const bao = await online({ name: 'Bao', teams: [team] });
    await settle();
    expect((await look(anna, waiting.id)).assigneeId).toBe(anna.id);

    server.clock.advance({ minutes: 6 });
    await come(bao);
    await settle();
    expect(await look(bao, waiting.id)).toMatchObject({ assigneeId: bao.id, accepted: false });
    expect((await look(bao, answered.id)).assigneeId).toBe(anna.id);
    const { items } = await bao.call(conversations.messages, { params: { id: waiting.id } });
    expect(items.flatMap((it) => it.system?.key ?? [])).toContain('agent_left');
  });

  test('and nobody is offered anything who does not answer customers', async () => {
    const { team, inbox } = await desk();
    const analyst = await online({ name: 'Ana', roles: ['analyst'], teams: [team] });
    const { id } = await begin(inbox, 'Is anybody there?');
    await settle();
    expect((await look(analyst, id)).assigneeId).toBeNull();
  });
});

describe('a customer for whom nobody is free', () => {
  test('is told once that nobody is there, and is offered to the first who comes', async () => {
    const { team, inbox } = await desk();
    const anna = await server.world.agent({ teams: [team] });
    const { customer, id } = await begin(inbox, 'Is anybody there?');
    await settle();
    expect(await linesOf(customer, id)).toEqual([['queue_nobody', { hours: 24 }]]);
    await settle();
    server.clock.advance({ minutes: 5 });
    await settle();
    expect(await linesOf(customer, id)).toEqual([['queue_nobody', { hours: 24 }]]);
    expect((await look(anna, id)).state).toBe('queued');
    await come(anna);
    await settle();
    expect((await look(anna, id)).assigneeId).toBe(anna.id);
  });

  test('is told again when it waits anew', async () => {
    const { team, inbox } = await desk();
    const anna = await online({ teams: [team] });
    const { customer, id } = await begin(inbox, 'Is anybody there?');
    await settle();
    await leave(anna);
    await settle();
    expect(await linesOf(customer, id)).toEqual([['queue_nobody', { hours: 24 }]]);
    await come(anna);
    server.clock.advance({ seconds: 31 });
    await come(anna);
    await settle();
    expect((await look(anna, id)).assigneeId).toBe(anna.id);
    await leave(anna);
    await settle();
    expect(await linesOf(customer, id)).toEqual([
      ['queue_nobody', { hours: 24 }],
      ['queue_nobody', { hours: 24 }],
    ]);
  });

  test('is not told the same once more when it only went to another team, and is after somebody was there', async () => {
    const { team, inbox } = await desk();
    const other = await server.world.team({ name: 'Another' });
    const lead = await server.world.agent({ roles: ['team_lead'], teams: [team, other] });
    const { customer, id } = await begin(inbox, 'Is anybody there?');
    await settle();
    await lead.call(conversations.transfer, { params: { id }, body: { teamId: other, note: '' } });
    await settle();
    expect((await linesOf(customer, id)).map(([key]) => key)).toEqual(['queue_nobody', 'transferred_team']);
    await lead.call(conversations.take, { params: { id } });
    await lead.call(conversations.release, { params: { id } });
    await settle();
    expect((await linesOf(customer, id)).map(([key]) => key)).toEqual([
      'queue_nobody',
      'transferred_team',
      'assigned',
      'queue_nobody',
    ]);
  });

  test('is told a number when somebody comes who is busy', async () => {
    const { team, inbox } = await desk();
    const { customer, id } = await begin(inbox, 'Nobody yet');
    await settle();
    const anna = await server.world.agent({ teams: [team], capacity: 1 });
    const before = await begin(inbox, 'Somebody else');
    await anna.call(conversations.take, { params: { id: before.id } });
    await come(anna);
    await settle();
    expect(await linesOf(customer, id)).toEqual([
      ['queue_nobody', { hours: 24 }],
      ['queue_expected', { minutes: 10 }],
    ]);
  });

  test('is told the expected minutes while all are busy, and served as soon as one is free', async () => {
    const { team, inbox } = await desk();
    const anna = await online({ teams: [team], capacity: 1 });
    const before = await begin(inbox, 'I was here before');
    await settle();
    await anna.call(conversations.take, { params: { id: before.id } });
    const { customer, id } = await begin(inbox, 'And I come after');
    await settle();
    expect(await linesOf(customer, id)).toEqual([['queue_expected', { minutes: 10 }]]);
    const { items } = await customer.call(chat.list);
    expect(items).toMatchObject([{ id, state: 'queued', expectedMinutes: 10 }]);

    server.clock.advance({ minutes: 4 });
    await come(anna);
    const params = { id: before.id };
    await anna.call(conversations.close, { params, body: { reason: 'solved' } });
    await settle();
    expect(await look(anna, id)).toMatchObject({ assigneeId: anna.id, accepted: false });
    // How long it took is remembered for those who come next.
    const times = await readHandlingTimes(server.platform.database.reader());
    expect(times[team]).toEqual([{ conversationId: before.id, minutes: expect.closeTo(4, 0) }]);
  });
});

describe('two nodes', () => {
  test('tell a customer once, though the clock of the one that routes is behind', async () => {
    const web = await createTestServer({ ROLE: 'web' });
    const { connectionString } = web;
    const worker = await createTestServer({}, { connectionString, clock: new ManualClock() });
    web.clock.advance({ seconds: 10 });
    const inbox = await web.world.inbox({ team: await web.world.team() });
    const { customer, id } = await begin(inbox.key, 'Is anybody there?', 'en', web);
    for (let pass = 0; pass < 3; pass++) await worker.settle();
    expect(await linesOf(customer, id)).toEqual([['queue_nobody', { hours: 24 }]]);
  });

  test('give nobody more than their capacity between them, and serve the oldest', async () => {
    const { team, inbox } = await desk();
    const other = await createTestServer({}, server);
    const agents = [
      await server.world.agent({ teams: [team], capacity: 3 }),
      await server.world.agent({ teams: [team], capacity: 2 }),
    ];
    const started: Array<{ customer: TestCustomer; id: string }> = [];
    for (let index = 0; index < 12; index++) started.push(await begin(inbox, `Question number ${index}`));
    await Promise.all(agents.map(come));
    await Promise.all(
      [server, other, server, other].map((it) => routeWaiting(it.platform, new Map(), createThreadRisks())),
    );
    await settle();

    const now = await Promise.all(started.map(({ id }) => look(agents[0] as TestAgent, id)));
    const held = agents.map((agent) => now.filter((it) => it.assigneeId === agent.id).length);
    expect(held).toEqual([3, 2]);
    expect(now.map((it) => it.state)).toEqual(started.map((_, index) => (index < 5 ? 'assigned' : 'queued')));
    for (const { customer, id } of started) {
      // That nobody was there, and perhaps, once somebody was, how long it takes: each of them once.
      const said = (await linesOf(customer, id)).map(([line]) => line);
      expect(said.length).toBeGreaterThan(0);
      expect(new Set(said).size).toBe(said.length);
    }
  });
});
