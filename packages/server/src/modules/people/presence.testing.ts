import { endpoints, type Presence, type ServerFrame } from '@fairlead/contract';
import { expect, vi } from 'vitest';
import { connectLive, event, type LiveClient, welcome } from '../../testing/live-client.ts';
import type { TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { lockPresence } from './presence-store.ts';

const { people } = endpoints;

/** Busy machines are slow. */
export const patience = { timeout: 10_000 };

/** Agents who come, choose and go, in tests of presence. */
export function presenceScene(server: TestServer) {
  const { database } = server.platform;

  async function connect(agent: TestAgent, on: Pick<TestServer, 'url'> = server): Promise<LiveClient> {
    const client = connectLive(on.url, agent);
    await client.hear(welcome);
    return client;
  }

  return {
    connect,

    /** An agent who chose and has a socket. */
    async arrive(chosen: Presence, options: Parameters<TestServer['world']['agent']>[0] = {}) {
      const agent = await server.world.agent(options);
      const client = await connect(agent);
      await agent.call(people.setPresence, { body: { presence: chosen } });
      return { agent, client };
    },

    /** Closes a socket and waits until the server has written that down. */
    async leave(agent: TestAgent, client: LiveClient): Promise<void> {
      client.close();
      await vi.waitFor(async () => {
        const held = await database.write((tx) => lockPresence(tx, agent.id));
        expect(held?.heartbeats.every((it) => it.sockets === 0)).toBe(true);
      }, patience);
    },

    /** The presence that colleagues fetch. */
    async presenceOf(agent: TestAgent): Promise<Presence | undefined> {
      const { items } = await agent.call(people.listAgents);
      return items.find((it) => it.id === agent.id)?.presence;
    },

    /** The changes of an agent's presence that were announced. */
    async factsOf(agent: TestAgent) {
      const rows = await database
        .reader()
        .sql.selectFrom('events')
        .select('payload')
        .where('subject_id', '=', agent.id)
        .where('type', '=', 'agent.presence_changed')
        .orderBy('id')
        .execute();
      return rows.map((row) => row.payload);
    },
  };
}

/** Fits the hint that an agent's presence is now this. */
export const presenceHint =
  (agentId: string, presence: Presence) =>
  (frame: ServerFrame): boolean =>
    event('presence.changed')(frame) &&
    frame.event.type === 'presence.changed' &&
    frame.event.agentId === agentId &&
    frame.event.presence === presence;
