import { closeCodes } from '@fairlead/contract';
import { beforeAll, expect, test, vi } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { type AgentSockets, watchAgentSockets } from './agent-sockets.ts';
import { patience, presenceHint, presenceScene } from './presence.testing.ts';
import { sweepPresence } from './sweep-presence.ts';

let server: TestServer;
let scene: ReturnType<typeof presenceScene>;
let sockets: AgentSockets;

const loads = async () => new Map<string, number>();
const sweep = () => sweepPresence(server.platform.database, { platform: server.platform, loads });

beforeAll(async () => {
  server = await createTestServer();
  scene = presenceScene(server);
  // What the node does by itself every 20 seconds is done here, by a second pair of eyes, when the test says so.
  sockets = watchAgentSockets(server.platform, { platform: server.platform, loads }, (work) => work());
});

test('closing one of two changes nothing', async () => {
  const { agent, client } = await scene.arrive('online');
  await scene.connect(agent);
  client.close();
  await client.closed();
  server.clock.advance({ seconds: 40 });
  await sockets.beat();
  await sweep();
  expect(await scene.presenceOf(agent)).toBe('online');
});

test('the heartbeat keeps those who stay', async () => {
  const { agent, client } = await scene.arrive('online');
  for (let minute = 0; minute < 5; minute++) {
    server.clock.advance({ seconds: 59 });
    await sockets.beat();
    await sweep();
  }
  expect(await scene.presenceOf(agent)).toBe('online');
  client.close();
});

test('an idle agent is away, and back when they move', async () => {
  const { agent, client } = await scene.arrive('online');
  for (let minute = 0; minute < 10; minute++) {
    server.clock.advance({ minutes: 1 });
    await sockets.beat();
  }
  await sweep();
  expect(await scene.presenceOf(agent)).toBe('away');
  client.say({ t: 'active' });
  await client.hear(presenceHint(agent.id, 'away'));
  await vi.waitFor(async () => expect(await scene.presenceOf(agent)).toBe('online'), patience);
});

test('the heartbeat sends away those whom the notice missed', async () => {
  const team = await server.world.team();
  const { agent, client } = await scene.arrive('online');
  await server.platform.database.write((tx) =>
    tx.sql.insertInto('team_members').values({ team_id: team, agent_id: agent.id }).execute(),
  );
  await sockets.beat();
  expect(await client.closed()).toBe(closeCodes.restarting);
});
