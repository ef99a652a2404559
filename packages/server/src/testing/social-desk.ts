import { type Channel, endpoints, type ResponseOf } from '@fairlead/contract';
import { type FastifyInstance, fastify } from 'fastify';
import { afterFile } from './after-file.ts';
import { createTestServer, type TestServer } from './test-server.ts';
import type { TestAgent } from './world.ts';

const { connectSocialInbox, createInbox } = endpoints.channels;

/** A node that may ask platforms on this machine, a team with one agent, and an inbox that is not connected yet. */
export interface SocialDesk {
  readonly server: TestServer;
  readonly team: string;
  readonly mei: TestAgent;
  readonly admin: TestAgent;
  readonly inbox: ResponseOf<typeof createInbox>;
  /** Connects the inbox, and answers what came of it. */
  readonly connect: (
    credentials: Record<string, string | null>,
  ) => Promise<ResponseOf<typeof connectSocialInbox>>;
}

export async function openSocialDesk(channel: Channel): Promise<SocialDesk> {
  const server = await createTestServer({ PLATFORMS_AT: '127.0.0.0/8' });
  const team = await server.world.team();
  const mei = await server.world.agent({ name: 'Mei', teams: [team] });
  const admin = await server.world.agent({ name: 'Ada', roles: ['administrator'] });
  const inbox = await admin.call(createInbox, {
    body: {
      channel,
      name: `HTX on ${channel}`,
      defaultTeamId: team,
      allowedOrigins: [],
      topics: [],
      topicTeams: {},
      reopenHours: 48,
      acceptSeconds: 60,
      answerHours: 24,
      enabled: true,
    },
  });
  const connect = (credentials: Record<string, string | null>) =>
    admin.call(connectSocialInbox, { params: { id: inbox.id }, body: { credentials } });
  return { server, team, mei, admin, inbox, connect };
}

/** Starts a simulated platform under a path of a server of its own, until the test file ends; answers its address. */
export async function openPlatform(
  path: string,
  register: (scope: FastifyInstance) => void,
): Promise<string> {
  const simulator = fastify();
  simulator.register(async (scope) => register(scope), { prefix: path });
  const origin = await simulator.listen({ port: 0, host: '127.0.0.1' });
  afterFile(() => simulator.close());
  return origin + path;
}
