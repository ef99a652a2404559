import { closeCodes, endpoints, type ServerFrame } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { presenceHint, presenceScene } from './presence.testing.ts';
import { saveHeartbeats } from './presence-store.ts';
import { sweepPresence } from './sweep-presence.ts';

const { people } = endpoints;
let server: TestServer;
let scene: ReturnType<typeof presenceScene>;

beforeAll(async () => {
  server = await createTestServer();
  scene = presenceScene(server);
});

const sweep = () =>
  sweepPresence(server.platform.database, { platform: server.platform, loads: async () => new Map() });

describe('sockets', () => {
  test('a new agent is offline until they choose', async () => {
    const agent = await server.world.agent();
    await scene.connect(agent);
    expect(await scene.presenceOf(agent)).toBe('offline');
  });

  test('whoever chose to be online is online with their first socket', async () => {
    const { agent, client } = await scene.arrive('online');
    await scene.leave(agent, client);
    server.clock.advance({ seconds: 31 });
    await sweep();
    expect(await scene.presenceOf(agent)).toBe('offline');
    await scene.connect(agent);
    expect(await scene.presenceOf(agent)).toBe('online');
    expect(await scene.factsOf(agent)).toEqual([
      { before: 'offline', after: 'online' },
      { before: 'online', after: 'offline' },
      { before: 'offline', after: 'online' },
    ]);
  });

  test('a reload is no absence', async () => {
    const { agent, client } = await scene.arrive('online');
    await scene.leave(agent, client);
    server.clock.advance({ seconds: 15 });
    await sweep();
    expect(await scene.presenceOf(agent)).toBe('online');
    await scene.connect(agent);
    server.clock.advance({ seconds: 20 });
    await sweep();
    expect(await scene.presenceOf(agent)).toBe('online');
    expect(await scene.factsOf(agent)).toHaveLength(1);
  });

  test('a node that was killed takes its agents with it after a minute', async () => {
    const agent = await server.world.agent();
    await server.platform.database.write((tx) => saveHeartbeats(tx, 'killed-node', new Map([[agent.id, 2]])));
    await agent.call(people.setPresence, { body: { presence: 'online' } });
    server.clock.advance({ seconds: 45 });
    await sweep();
    expect(await scene.presenceOf(agent)).toBe('online');
    server.clock.advance({ seconds: 16 });
    await sweep();
    expect(await scene.presenceOf(agent)).toBe('offline');
  });
});

describe('choice and activity', () => {
  test('a choice holds, is announced once, and is told to colleagues as it is stored', async () => {
    const { client: watcher } = await scene.arrive('online');
    const { agent } = await scene.arrive('online');
    await watcher.hear(presenceHint(agent.id, 'online'));
    const answer = await agent.call(people.setPresence, { body: { presence: 'away' } });
    expect(answer.presence).toBe('away');
    await agent.call(people.setPresence, { body: { presence: 'away' } });
    await watcher.hear(presenceHint(agent.id, 'away'));
    expect(await scene.presenceOf(agent)).toBe('away');
    expect(await scene.factsOf(agent)).toEqual([
      { before: 'offline', after: 'online' },
      { before: 'online', after: 'away' },
    ]);
  });

  test('who chose to be away stays away, whatever they do', async () => {
    const { agent, client } = await scene.arrive('away');
    client.say({ t: 'active' });
    client.say({ t: 'ping' });
    await client.hear((frame) => frame.t === 'pong');
    expect(await scene.presenceOf(agent)).toBe('away');
  });

  test('a choice over HTTP alone holds for half a minute', async () => {
    const agent = await server.world.agent();
    const answer = await agent.call(people.setPresence, { body: { presence: 'online' } });
    expect(answer.presence).toBe('online');
    server.clock.advance({ seconds: 31 });
    await sweep();
    expect(await scene.presenceOf(agent)).toBe('offline');
  });

  test('many openings, closings and choices at once end in what holds', async () => {
    const { agent, client } = await scene.arrive('online');
    const others = await Promise.all(Array.from({ length: 6 }, () => scene.connect(agent)));
    const choices = (['away', 'online', 'away', 'online'] as const).map((presence) =>
      agent.call(people.setPresence, { body: { presence } }),
    );
    for (const other of others) other.close();
    await Promise.all([...choices, ...others.map((other) => other.closed())]);
    await agent.call(people.setPresence, { body: { presence: 'online' } });
    await scene.leave(agent, client);
    server.clock.advance({ seconds: 31 });
    await sweep();
    expect(await scene.presenceOf(agent)).toBe('offline');
  });
});

describe('topics', () => {
  const removed = (conversationId: string) => ({ type: 'conversation.removed' as const, conversationId });
  const first = '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c01';
  const second = '0190b6f4-8a51-7c3e-9d10-5d2f6a1b7c02';
  const about = (id: string) => (frame: ServerFrame) =>
    frame.t === 'event' && 'conversationId' in frame.event && frame.event.conversationId === id;

  test('an agent hears their teams and nobody else’s, a lead hears all', async () => {
    const { live } = server.platform;
    const [mine, other] = [await server.world.team(), await server.world.team()];
    const { client: agent } = await scene.arrive('online', { teams: [mine] });
    const { client: lead } = await scene.arrive('online', { roles: ['team_lead'] });
    live.tell([`team:${other}`, 'conversations'], removed(first));
    live.tell([`team:${mine}`, 'conversations'], removed(second));
    await Promise.all([agent.hear(about(second)), lead.hear(about(second))]);
    expect(agent.heard.some(about(first))).toBe(false);
    expect(lead.heard.some(about(first))).toBe(true);
  });

  test('sockets of those whose teams or rights change are sent away, to come back with the right topics', async () => {
    const admin = await server.world.agent({ roles: ['administrator'] });
    const team = await server.world.team();
    const joining = await scene.arrive('online');
    const promoted = await scene.arrive('online');
    const untouched = await scene.arrive('online');
    await admin.call(people.updateTeam, { params: { id: team }, body: { memberIds: [joining.agent.id] } });
    await admin.call(people.updateAgent, {
      params: { id: promoted.agent.id },
      body: { roles: ['team_lead'] },
    });
    await server.platform.relay.drain();
    expect(await joining.client.closed()).toBe(closeCodes.restarting);
    expect(await promoted.client.closed()).toBe(closeCodes.restarting);
    const back = await scene.connect(joining.agent);
    server.platform.live.tell([`team:${team}`], removed(first));
    await back.hear(about(first));
    untouched.client.say({ t: 'ping' });
    await untouched.client.hear((frame) => frame.t === 'pong');
  });
});

test('two nodes agree: gone from one, here on the other', async () => {
  const other = await createTestServer({}, server);
  const { agent, client } = await scene.arrive('online');
  const there = await scene.connect(agent, other);
  client.close();
  await client.closed();
  server.clock.advance({ seconds: 40 });
  await sweep();
  expect(await scene.presenceOf(agent)).toBe('online');
  await scene.leave(agent, there);
  server.clock.advance({ seconds: 31 });
  await sweep();
  expect(await scene.presenceOf(agent)).toBe('offline');
});
