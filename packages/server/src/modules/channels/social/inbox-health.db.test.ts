import { endpoints } from '@fairlead/contract';
import { type FacebookApp, registerFacebook } from '@fairlead/playground';
import { type FastifyInstance, fastify } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { afterFile } from '../../../testing/after-file.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';

const { channels } = endpoints;
const app: FacebookApp = {
  appSecret: 'an-app-secret',
  pageToken: 'a-token',
  verifyToken: '',
  webhookUrl: null,
};
let server: TestServer;
let admin: TestAgent;
let facebook: FastifyInstance;
let url: string;
let team: string;

beforeAll(async () => {
  facebook = fastify();
  facebook.register(async (scope) => registerFacebook(scope, { app, now: () => new Date() }), {
    prefix: '/facebook',
  });
  url = await facebook.listen({ port: 0, host: '127.0.0.1' });
  afterFile(() => facebook.close());
  server = await createTestServer({ PLATFORMS_AT: '127.0.0.0/8' });
  team = await server.world.team();
  admin = await server.world.agent({ roles: ['administrator'] });
});

async function makeInbox(channel: 'facebook' | 'email' | 'portal'): Promise<string> {
  const body = {
    channel,
    name: channel,
    allowedOrigins: [],
    topics: [],
    topicTeams: {},
    defaultTeamId: team,
  };
  const rest = { reopenHours: 48, acceptSeconds: 60, answerHours: 24, enabled: true };
  return (await admin.call(channels.createInbox, { body: { ...body, ...rest } })).id;
}
const healthOf = async (id: string) =>
  (await admin.call(channels.listInboxHealth)).items.find((it) => it.inboxId === id);

test('how inboxes fare is known of all that have a server behind them, and found out by asking', async () => {
  const [page, letters, portal] = [
    await makeInbox('facebook'),
    await makeInbox('email'),
    await makeInbox('portal'),
  ];
  expect([(await healthOf(page))?.state, (await healthOf(letters))?.state]).toEqual(
    Array(2).fill('not_connected'),
  );
  expect(await healthOf(portal)).toBeUndefined();

  app.tokenEndsAt = Math.floor(Date.now() / 1000) + 30 * 86_400;
  const credentials = {
    pageToken: app.pageToken,
    appSecret: app.appSecret,
    graphUrl: `${url}/facebook/graph`,
  };
  await admin.call(channels.connectSocialInbox, { params: { id: page }, body: { credentials } });
  expect(await healthOf(page)).toMatchObject({ state: 'well', trouble: null });

  app.tokenEndsAt = Math.floor(Date.now() / 1000) + 10 * 86_400;
  await server.platform.jobs.turn('channels.check');
  expect(await healthOf(page)).toMatchObject({
    state: 'ending',
    endsAt: new Date(app.tokenEndsAt * 1000).toISOString(),
  });

  const faults = (refuse: string | null, times: number) =>
    facebook.inject({ method: 'POST', url: '/facebook/api/faults', payload: { refuse, times } });
  await faults('token', 9);
  await server.platform.jobs.turn('channels.check');
  expect(await healthOf(page)).toMatchObject({
    state: 'trouble',
    trouble: { code: 'channels.platform_sign_in_refused' },
  });

  await faults(null, 0);
  await server.platform.jobs.turn('channels.check');
  expect(await healthOf(page)).toMatchObject({ state: 'ending', trouble: null });
});
